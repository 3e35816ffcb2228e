"""The words behind the facts of an article, read back from its graph of evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ld.terms import Iri, Literal, Row, Triple
from ld.vocab import OA, RDF


class Words(NamedTuple):
    """Words that prove a fact, from the code point *start* of the article's text, and what stands around them."""

    start: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Proofs(NamedTuple):
    """The words behind nodes, and behind single statements, each in the order of the text."""

    nodes: Mapping[str, tuple[Words, ...]]
    statements: Mapping[Triple, tuple[Words, ...]]


def proofs_of(evidence: Iterable[Row]) -> Proofs:
    """What a graph of evidence proves (Web Annotation Data Model, sections 3 and 4). Words of the source are left out:
    nobody can see where in a page they stand.
    """  # noqa: D205 - one sentence
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    objects = {}
    for subject, predicate, value in evidence:
        said[subject][predicate].append(value.lexical if isinstance(value, Literal) else str(value))
        if predicate == RDF.object:
            objects[str(subject)] = value
    nodes: dict[str, tuple[Words, ...]] = {}
    statements: dict[Triple, tuple[Words, ...]] = {}
    for about in list(said.values()):
        for body in about.get(OA.hasBody, ()):
            found = (_words(said, target) for target in about.get(OA.hasTarget, ()))
            words = tuple(sorted(one for one in found if one))
            if body not in objects:
                nodes[body] = words
            elif said[body].get(RDF.subject) and said[body].get(RDF.predicate):
                node, term = said[body][RDF.subject][0], said[body][RDF.predicate][0]
                statements[Triple(Iri(node), Iri(term), objects[body])] = words
    return Proofs(nodes, statements)


def _words(said: Mapping[str, Mapping[str, list[str]]], target: str) -> Words | None:
    if not target.rpartition("#")[2].startswith("char="):
        return None
    selectors = [said[selector] for selector in said.get(target, {}).get(OA.hasSelector, ()) if selector in said]
    start = next((each[OA.start][0] for each in selectors if each.get(OA.start)), "0")
    for quote in selectors:
        if quote.get(OA.exact):
            around = (next(iter(quote.get(term, ())), "") for term in (OA.prefix, OA.suffix))
            return Words(int(start) if start.isdecimal() else 0, quote[OA.exact][0], *around)
    return None
