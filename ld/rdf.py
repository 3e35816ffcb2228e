"""Our triples as an rdflib graph and back: the one border between plain values and the RDF library."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import rdflib

from ld.errors import InputError
from ld.terms import XSD, Iri, Literal, Triple
from ld.vocab import PREFIXES, RDF

_STRING = XSD + "string"


def to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """A graph of *triples* with our prefixes; lexical forms stay as they are, ill-typed ones too."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, str(namespace))
    with _unlogged():
        for subject, predicate, value in triples:
            graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _node(value)))
    return graph


def from_rdflib(graph: rdflib.Graph) -> tuple[Triple, ...]:
    """The triples of *graph*, sorted and unique.

    A literal with a language tag keeps its datatype rdf:langString, which the shapes refuse, and loses the tag.
    Raises InputError for a blank node: no report could name it.
    """
    return tuple(sorted({Triple(_iri(s), _iri(p), _term(o)) for s, p, o in graph}, key=_sort_key))


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each ill-typed literal: saying so is the report's work."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _node(term: Iri | Literal) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, Iri):
        return rdflib.URIRef(term)
    if term.datatype == _STRING:
        return rdflib.Literal(term.lexical)
    return rdflib.Literal(term.lexical, datatype=rdflib.URIRef(term.datatype), normalize=False)


def _iri(node: object) -> Iri:
    if not isinstance(node, rdflib.URIRef):
        raise InputError(f"the graph has a blank node ({node})", "give each node an IRI")
    return Iri(node)


def _term(node: object) -> Iri | Literal:
    if not isinstance(node, rdflib.Literal):
        return _iri(node)
    if node.language:
        return Literal(str(node), RDF.langString)
    return Literal(str(node), Iri(node.datatype or _STRING))


def _sort_key(triple: Triple) -> tuple[str, str, bool, str, str]:
    value = triple.object
    if isinstance(value, Iri):
        return (triple.subject, triple.predicate, False, value, "")
    return (triple.subject, triple.predicate, True, value.lexical, value.datatype)
