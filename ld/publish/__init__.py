"""Publishes article graphs to a SPARQL store: each article is there once, whole, and as it was validated."""

from ld.publish.gate import publication
from ld.publish.opening import Access, open_store
from ld.publish.publication import CATALOG, Publication, unchecked_publication
from ld.publish.publisher import Outcome, publish, unpublish
from ld.publish.store import Store

__all__ = [
    "CATALOG",
    "Access",
    "Outcome",
    "Publication",
    "Store",
    "open_store",
    "publication",
    "publish",
    "unchecked_publication",
    "unpublish",
]
