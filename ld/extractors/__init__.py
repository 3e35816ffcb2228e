"""Extractors other than the rules: sources of further facts, and how these are merged with ours.

Packages of your own register their extractors under the entry points ``article_ld.extractors``.
"""

from ld.extractors.extractor import Extractor, open_extractor
from ld.extractors.merging import Merged, merge

__all__ = ["Extractor", "Merged", "merge", "open_extractor"]
