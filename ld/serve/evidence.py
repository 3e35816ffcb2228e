"""The words behind the facts of an article, read back from its graph of evidence."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ld.fragments import position_of
from ld.terms import Literal, Row
from ld.vocab import OA, PROV, RDF

_LEADS_TO_WORDS = frozenset((OA.hasTarget, PROV.wasDerivedFrom))
"""From the annotation of a node, and from a statement."""


class Words(NamedTuple):
    """Words that prove a fact, from the code point *start* of the article's text."""

    start: int
    exact: str


def proofs_of(evidence: Iterable[Row]) -> dict[str, tuple[Words, ...]]:
    """The words behind each node, in the order of the text: those of the node itself, and of statements about it.

    Words of the source, outside the article's text, are left out, as readers cannot see where they are.
    """
    spans: dict[str, Words] = {}
    cited: dict[str, list[str]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, value in evidence:
        if predicate == OA.exact and isinstance(value, Literal):
            if words := _words(subject, value.lexical):
                spans[subject] = words
        elif predicate in _LEADS_TO_WORDS:
            cited[subject].append(str(value))
        elif predicate in {OA.hasBody, RDF.subject}:
            about[subject].append(str(value))
    found: dict[str, set[Words]] = defaultdict(set)
    for proof, nodes in about.items():
        for node in nodes:
            found[node].update(spans[span] for span in cited[proof] if span in spans)
    return {node: tuple(sorted(words)) for node, words in found.items() if words}


def _words(span: str, exact: str) -> Words | None:
    position = position_of(span) if span.rpartition("#")[2].startswith("char=") else None
    return Words(position[0], exact) if position else None
