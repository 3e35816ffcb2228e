"""A statement beside what states it, as the modules of the mapping hand it on."""

from ld.article import Evidence
from ld.terms import Triple

ProvedTriple = tuple[Triple, tuple[Evidence, ...]]
"""A triple, and what states it: nothing for structure, and for what the words of its node state."""
