"""Handwritten code with rdflib, pySHACL and pyoxigraph; it gets finished terms from our mapping."""

from functools import cache

import pyoxigraph
import pyshacl
import rdflib

from ld.terms import XSD, ArticleGraph, Literal, Term
from ld.validate import load_shapes
from ld.vocab import PREFIXES

_STRING = XSD + "string"


def dataset(graph: ArticleGraph) -> rdflib.Dataset:
    """Both named graphs in rdflib."""
    made = rdflib.Dataset()
    for name, triples in _named(graph):
        named = made.graph(rdflib.URIRef(name))
        for subject, predicate, value in triples:
            named.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _rdflib(value)))
    return made


def merged(graph: ArticleGraph) -> rdflib.Graph:
    """The facts and the evidence in one rdflib graph, as pySHACL needs it."""
    made = rdflib.Graph()
    for _, triples in _named(graph):
        for subject, predicate, value in triples:
            made.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _rdflib(value)))
    return made


def rdflib_n_quads(graph: ArticleGraph) -> str:
    return dataset(graph).serialize(format="nquads")


def validated_n_quads(graph: ArticleGraph) -> str:
    """N-Quads written by rdflib, after validation by pySHACL."""
    pyshacl.validate(merged(graph), shacl_graph=_shapes(), inplace=True)
    return rdflib_n_quads(graph)


def pyshacl_report(graph: ArticleGraph) -> object:
    return pyshacl.validate(merged(graph), shacl_graph=_shapes(), inplace=True)


def rdflib_json_ld(graph: ArticleGraph) -> str:
    return _facts(graph).serialize(format="json-ld")


def rdflib_turtle(graph: ArticleGraph) -> str:
    return _facts(graph).serialize(format="turtle")


def pyoxigraph_n_quads(graph: ArticleGraph) -> bytes:
    quads = [
        pyoxigraph.Quad(
            pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), _oxigraph(value), pyoxigraph.NamedNode(name)
        )
        for name, triples in _named(graph)
        for subject, predicate, value in triples
    ]
    return pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""


def pyoxigraph_n_triples(graph: ArticleGraph) -> str:
    """Both named graphs as one, in N-Triples."""
    triples = [
        pyoxigraph.Triple(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), _oxigraph(value))
        for _, triples in _named(graph)
        for subject, predicate, value in triples
    ]
    return (pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"").decode()


def pyoxigraph_turtle(graph: ArticleGraph) -> bytes:
    triples = [
        pyoxigraph.Triple(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), _oxigraph(value))
        for subject, predicate, value in graph.facts
    ]
    prefixes = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes) or b""


def _named(graph: ArticleGraph) -> tuple[tuple[str, tuple], tuple[str, tuple]]:
    return (graph.name, graph.facts), (f"{graph.name}#evidence", graph.evidence)


def _facts(graph: ArticleGraph) -> rdflib.Graph:
    return merged(graph._replace(evidence=()))


@cache
def _shapes() -> rdflib.Graph:
    return load_shapes().graph


def _rdflib(value: Term) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(value, Literal):
        return rdflib.URIRef(value)
    if value.datatype == _STRING:
        return rdflib.Literal(value.lexical)
    return rdflib.Literal(value.lexical, datatype=rdflib.URIRef(value.datatype))


def _oxigraph(value: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if not isinstance(value, Literal):
        return pyoxigraph.NamedNode(value)
    return pyoxigraph.Literal(value.lexical, datatype=pyoxigraph.NamedNode(value.datatype))
