"""Groups the triples of a document that belong together: each article's facts with its evidence."""

from typing import NamedTuple

from ld.schema_org import lineage
from ld.terms import AnyTriple, Iri, Node, evidence_name
from ld.validate.documents import Document
from ld.vocab import RDF

_TYPE = RDF.type


class Unit(NamedTuple):
    """*triples* that are checked together, and the *articles* that they describe, sorted."""

    triples: tuple[AnyTriple, ...]
    articles: tuple[Node, ...]


def units_of(document: Document, evidence: Document | None = None) -> list[Unit]:
    """The units of *document*, each with the *evidence* from another file.

    A named graph and the graph of its evidence, named the same with ``#evidence``, form a unit. If several graphs
    describe articles, each is a unit, and the rest is another; otherwise all graphs are one.
    """
    beside = tuple(triple for triples in evidence.graphs.values() for triple in triples) if evidence else ()
    together: dict[str, tuple[AnyTriple, ...]] = {}
    for name, triples in document.graphs.items():
        base = name.removesuffix(evidence_name(""))
        together[base] = together[base] + triples if base in together else triples
    units = {name: Unit(triples + beside, _articles(triples)) for name, triples in together.items()}
    named = [name for name, unit in units.items() if unit.articles]
    if len(together) <= 1:
        return list(units.values()) or [Unit((), ())]
    if len(named) <= 1:
        whole = tuple(triple for triples in together.values() for triple in triples) + beside
        return [Unit(whole, units[named[0]].articles if named else ())]
    rest = tuple(triple for name, triples in together.items() if name not in named for triple in triples)
    return [*(units[name] for name in named), *([Unit(rest, ())] if rest else [])]


def _articles(triples: tuple[AnyTriple, ...]) -> tuple[Node, ...]:
    """The nodes that are articles, in any namespace of schema.org."""
    found = {subject for subject, predicate, value in triples if predicate == _TYPE and _is_article(value)}
    return tuple(sorted(found))


def _is_article(class_: object) -> bool:
    return isinstance(class_, Iri) and "schema.org/" in class_ and "Article" in lineage(class_.rpartition("/")[2])
