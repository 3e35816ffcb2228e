"""Graphs of a store as our own values."""

from collections.abc import Iterable

import pyoxigraph

from ld.oxigraph import iri_of, object_of
from ld.publish.store import Store
from ld.publish.updates import graph_query
from ld.terms import ArticleGraph, Iri, Literal, Triple, evidence_name


def graph_of(store: Store, name: str) -> ArticleGraph:
    """Both graphs of the article *name*, in the order in which ``ld.mapping`` has their triples."""
    facts, evidence = (constructed(store, graph_query(graph)) for graph in (name, evidence_name(name)))
    return ArticleGraph(Iri(name), facts, evidence)


def constructed(store: Store, query: str) -> tuple[Triple, ...]:
    """The triples that a CONSTRUCT query returns, sorted, without blank nodes: ours have none."""
    return parsed(store.query(query, "application/n-triples"))


def parsed(n_triples: bytes) -> tuple[Triple, ...]:
    """The triples of an N-Triples document, sorted; those with blank nodes are left out."""
    triples = {
        Triple(iri_of(triple.subject), iri_of(triple.predicate), object_of(triple.object))
        for triple in pyoxigraph.parse(n_triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
        if isinstance(triple.subject, pyoxigraph.NamedNode)
        and isinstance(triple.object, (pyoxigraph.NamedNode, pyoxigraph.Literal))
    }
    return sorted_triples(triples)


def sorted_triples(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """*triples* in the order in which ``ld.mapping`` has them."""
    return tuple(sorted(triples, key=_position))


def _position(triple: Triple) -> tuple[str, ...]:
    value = triple.object
    return (triple.subject, triple.predicate, *(value if isinstance(value, Literal) else (value,)))
