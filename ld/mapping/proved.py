"""A statement with its evidence, as passed between the modules of the mapping."""

from ld.article import Evidence
from ld.terms import Triple

ProvedTriple = tuple[Triple, tuple[Evidence, ...]]
"""A triple, and what states it: nothing for structure, and for what the words of its node state."""
