"""Linking and mapping, the two steps that need nothing but facts, in their order."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.facts import Facts
from ld.kb import Lookup
from ld.link import link
from ld.link.corrections import Correction
from ld.link.weights import THRESHOLD
from ld.mapping import map_facts
from ld.terms import ArticleGraph


class LinkedGraph(NamedTuple):
    """The linked *facts*, and the RDF *graph* that states them."""

    facts: Facts
    graph: ArticleGraph


def linked_graph(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> LinkedGraph:
    """*facts* after ``ld.link.link``, to which the other arguments go, and their graph by ``ld.mapping.map_facts``.

    Raises InputError as ``map_facts`` does.
    """
    linked = link(facts, kb, corrections, threshold)
    return LinkedGraph(linked, map_facts(linked))
