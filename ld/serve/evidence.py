"""The words behind the facts of an article, read back from its graph of evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ld.terms import Literal, Row
from ld.vocab import OA, RDF

_Said = Mapping[str, Mapping[str, list[str]]]
"""The objects of each subject's properties, literals by their lexical forms."""


class Words(NamedTuple):
    """Words that prove a fact, from the code point *start* of the article's text, and what stands around them."""

    start: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def proofs_of(evidence: Iterable[Row]) -> dict[str, tuple[Words, ...]]:
    """The words behind each node, in the order of the text: those of the node, and of single statements on it.

    Web Annotation Data Model, sections 3 and 4. Words of the source are left out: nobody can see where they stand.
    """
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in evidence:
        said[subject][predicate].append(value.lexical if isinstance(value, Literal) else str(value))
    found: dict[str, set[Words]] = defaultdict(set)
    for annotation in said.values():
        for body in annotation.get(OA.hasBody, ()):
            about = said.get(body, {}).get(RDF.subject) or [body]
            words = (_words(said, target) for target in annotation.get(OA.hasTarget, ()))
            found[about[0]].update(filter(None, words))
    return {node: tuple(sorted(words)) for node, words in found.items() if words}


def _words(said: _Said, target: str) -> Words | None:
    if not target.rpartition("#")[2].startswith("char="):
        return None
    selectors = [said[selector] for selector in said.get(target, {}).get(OA.hasSelector, ()) if selector in said]
    start = next((each[OA.start][0] for each in selectors if each.get(OA.start)), "0")
    for quote in selectors:
        if quote.get(OA.exact):
            around = (next(iter(quote.get(term, ())), "") for term in (OA.prefix, OA.suffix))
            return Words(
                int(start) if start.isdecimal() and len(start) < _MOST_DIGITS else 0, quote[OA.exact][0], *around
            )
    return None


_MOST_DIGITS = 10
"""No text has more characters than such a number; a store may hold anything."""
