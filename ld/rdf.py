"""Conversion between our triples and rdflib graphs."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import rdflib
import rdflib.term

from ld.errors import InputError
from ld.terms import XSD, AnyTriple, BlankNode, Iri, Literal, Term, Triple
from ld.vocab import PREFIXES, RDF

_STRING = XSD + "string"


def to_rdflib(triples: Iterable[AnyTriple]) -> rdflib.Graph:
    """A graph of *triples* with our prefixes; lexical forms stay as they are, ill-typed ones too."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, str(namespace))
    with _unlogged():
        for subject, predicate, value in triples:
            graph.add((_node(subject), rdflib.URIRef(predicate), _node(value)))
    return graph


def from_rdflib(graph: rdflib.Graph) -> tuple[Triple, ...]:
    """The triples of *graph*, sorted and unique.

    Raises InputError for a blank node: no report could name it.
    """
    return tuple(sorted({Triple(_iri(s), _iri(p), _object(o)) for s, p, o in graph}, key=_sort_key))


def term_of(node: rdflib.term.Node) -> Term:
    """An rdflib *node* of any kind as one of our terms."""
    if isinstance(node, rdflib.BNode):
        return BlankNode(f"_:{node}")
    if not isinstance(node, rdflib.Literal):
        return Iri(node)
    if node.language:
        return Literal(str(node), RDF.langString, node.language.lower())
    return Literal(str(node), Iri(node.datatype or _STRING))


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


def _node(term: Term) -> rdflib.IdentifiedNode | rdflib.Literal:
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.removeprefix("_:"))
    if isinstance(term, Iri):
        return rdflib.URIRef(term)
    if term.language:
        return rdflib.Literal(term.lexical, lang=term.language)
    if term.datatype == _STRING:
        return rdflib.Literal(term.lexical)
    return rdflib.Literal(term.lexical, datatype=rdflib.URIRef(term.datatype), normalize=False)


def _iri(node: rdflib.term.Node) -> Iri:
    if not isinstance(node, rdflib.URIRef):
        raise InputError(f"the graph has a blank node ({node})", "give each node an IRI")
    return Iri(node)


def _object(node: rdflib.term.Node) -> Iri | Literal:
    term = term_of(node)
    return term if isinstance(term, Literal) else _iri(node)


def _sort_key(triple: Triple) -> tuple[str, str, bool, tuple[str, ...]]:
    value = triple.object
    if isinstance(value, Literal):
        return (triple.subject, triple.predicate, True, value)
    return (triple.subject, triple.predicate, False, (value,))
