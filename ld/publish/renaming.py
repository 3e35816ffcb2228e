"""Renames items that have a new IRI, in every graph of a store, together with the nodes named after them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pyoxigraph

from ld.ntriples import line
from ld.oxigraph import literal_of
from ld.publish.publication import Publication, unchecked_publication
from ld.publish.store import Store
from ld.publish.updates import catalog_query, graph_query, items_query, naming_query, renaming
from ld.terms import ArticleGraph, Iri, Literal, Row, Triple, evidence_name
from ld.vocab import RDF, SCHEMA

_BATCH = 100
"""IRIs in one query."""


class NamingGraphs(NamedTuple):
    """Where items are named in a store: the *articles* of its catalog, and the *others*, graphs of someone else."""

    articles: tuple[str, ...]
    others: tuple[str, ...]


def items_in(store: Store) -> tuple[str, ...]:
    """The IRIs of all items of Wikidata's that *store* names, sorted."""
    return tuple(sorted(row["item"] for row in store.select(items_query())))


def naming(store: Store, iris: Sequence[str]) -> NamingGraphs:
    """The graphs of *store* that name one of *iris*."""
    graphs = {
        row["graph"]
        for first in range(0, len(iris), _BATCH)
        for row in store.select(naming_query(iris[first : first + _BATCH]))
    }
    ending = evidence_name("")
    names = sorted({graph.removesuffix(ending) for graph in graphs})
    articles = {
        row["name"]
        for first in range(0, len(names), _BATCH)
        for row in store.select(catalog_query(names[first : first + _BATCH]))
    }
    others = (graph for graph in graphs if graph.removesuffix(ending) not in articles)
    return NamingGraphs(tuple(sorted(articles)), tuple(sorted(others)))


def renamed_articles(store: Store, names: Iterable[str], moved: Mapping[str, str]) -> Iterator[Publication]:
    """The articles *names* of *store*, with the new IRIs that *moved* has for old ones: ready to be published."""
    for name in names:
        facts, evidence = (_triples(store, graph) for graph in (name, evidence_name(name)))
        yield unchecked_publication(renamed(ArticleGraph(Iri(name), facts, evidence), moved))


def rename_elsewhere(store: Store, graphs: Sequence[str], moved: Mapping[str, str]) -> None:
    """Apply the new IRIs in *moved* to *graphs* that are not our articles. Raises as ``Store.update``."""
    if graphs and moved:
        store.update(renaming(moved, graphs))


def renamed(graph: ArticleGraph, moved: Mapping[str, str]) -> ArticleGraph:
    """*graph* with the new IRIs in *moved* in place of the old ones.

    Where two nodes become one, the second name becomes an alternate name, and "about" takes precedence over "mentions".
    Statements are named after their content, so they get new names, and so do their annotations.
    """
    statements = _statements(graph.evidence)
    new = _Renaming(graph, moved)
    names = dict(new.names_of(statements))
    facts = {new.of(triple) for triple in graph.facts}
    about = {triple.object for triple in facts if triple.predicate == SCHEMA.about}
    alternates = {triple for triple in facts if triple.predicate == SCHEMA.alternateName}
    facts -= {triple for triple in alternates if Triple(triple.subject, SCHEMA.name, triple.object) in facts}
    facts -= {triple for triple in facts if triple.predicate == SCHEMA.mentions and triple.object in about}
    evidence = {new.evidence(row, names, statements) for row in graph.evidence}
    return ArticleGraph(graph.name, tuple(sorted(facts, key=line)), tuple(sorted(evidence, key=line)))


class _Renaming:
    """What the statements of one article are with new IRIs."""

    def __init__(self, graph: ArticleGraph, moved: Mapping[str, str]) -> None:
        self._moved = {Iri(old): Iri(new) for old, new in moved.items()}
        self._base = f"{graph.name}#"
        self._names: dict[Iri, Iri | Literal] = {}
        named = (triple for triple in graph.facts if triple.predicate == SCHEMA.name)
        for triple in sorted(named, key=lambda triple: (triple.subject in self._moved, line(triple))):
            self._names.setdefault(self._moved.get(triple.subject, triple.subject), triple.object)

    def of(self, triple: Triple) -> Triple:
        """*triple* with new IRIs; of a node that has a name already, the other one as an alternate name."""
        subject, predicate = self._moved.get(triple.subject, triple.subject), triple.predicate
        if predicate == SCHEMA.name and self._names.get(subject, triple.object) != triple.object:
            predicate = SCHEMA.alternateName
        return Triple(subject, predicate, self._object(triple.object))

    def names_of(self, statements: Mapping[Iri, Triple]) -> Iterator[tuple[Iri, Iri]]:
        """The new names of *statements* and of their annotations, by the old ones."""
        for node, triple in statements.items():
            digest = hashlib.sha1(line(self.of(triple)).encode(), usedforsecurity=False).hexdigest()[:16]
            fragment = node.removeprefix(self._base)
            if fragment.startswith("statement-") and self.of(triple) != triple:
                yield node, Iri(f"{self._base}statement-{digest}")
                yield Iri(f"{self._base}annotation-{fragment}"), Iri(f"{self._base}annotation-statement-{digest}")

    def evidence(self, row: Row, names: Mapping[Iri, Iri], statements: Mapping[Iri, Triple]) -> Row:
        """A *row* of evidence with new IRIs, in which *statements* have their new *names*."""
        subject, predicate, value = row
        if predicate == RDF.predicate and subject in statements:
            value = self.of(statements[subject]).predicate
        elif not isinstance(value, Literal):
            value = names.get(value, self._moved.get(value, value))
        return names.get(subject, self._moved.get(subject, subject)), predicate, value

    def _object(self, value: Iri | Literal) -> Iri | Literal:
        return value if isinstance(value, Literal) else self._moved.get(value, value)


def _statements(evidence: Iterable[Row]) -> dict[Iri, Triple]:
    """What the reified statements in *evidence* say, by their nodes."""
    parts: dict[Iri, dict[Iri, Iri | Literal]] = {}
    for subject, predicate, value in evidence:
        if predicate in _PARTS:
            parts.setdefault(subject, {})[predicate] = value
    return {
        node: Triple(Iri(part[RDF.subject]), Iri(part[RDF.predicate]), part[RDF.object])
        for node, part in parts.items()
        if len(part) == len(_PARTS)
    }


_PARTS = (RDF.subject, RDF.predicate, RDF.object)


def _triples(store: Store, graph: str) -> tuple[Triple, ...]:
    """The triples of *graph* in *store*."""
    lines = "\n".join(store.construct(graph_query(graph)))
    parsed = pyoxigraph.parse(lines.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return tuple(Triple(Iri(_value(t.subject)), Iri(_value(t.predicate)), _term(t.object)) for t in parsed)


def _value(node: object) -> str:
    return node.value if isinstance(node, pyoxigraph.NamedNode) else str(node)


def _term(value: object) -> Iri | Literal:
    if isinstance(value, pyoxigraph.Literal):
        return literal_of(value)
    return Iri(_value(value))
