"""The small graphs of tests/shapes, as values, and the results of their validation."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from ld.rdf import from_rdflib
from ld.terms import AnyTriple, ArticleGraph, BlankNode, Iri, Literal, Term, Triple
from ld.validate import Report, Shapes, validate

CASES = Path(__file__).resolve().parents[1] / "shapes"


@cache
def _triples(file: str) -> frozenset[Triple]:
    return frozenset(from_rdflib(rdflib.Graph().parse(CASES / file, format="turtle")))


@cache
def _load(*files: str) -> ArticleGraph:
    found = _triples("context.ttl").union(*map(_triples, files))
    if not any(file.startswith("article/") for file in files):
        found |= _triples("article/valid.full.ttl")
    return ArticleGraph(Iri("https://news.example/tide"), tuple(sorted(found, key=repr)), ())


@cache
def _report(*files: str) -> Report:
    return validate(_load(*files))


def triples_in(turtle: str) -> tuple[AnyTriple, ...]:
    # not by rdflib, which would write "-INF" as "-inf"
    quads = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return tuple((_term(q.subject), Iri(q.predicate.value), _term(q.object)) for q in quads)


def _term(term: object) -> Term:
    if isinstance(term, pyoxigraph.Literal):
        return Literal(term.value, Iri(term.datatype.value), term.language or "")
    return BlankNode(f"_:{term.value}") if isinstance(term, pyoxigraph.BlankNode) else Iri(term.value)


@pytest.fixture(scope="session")
def triples_of() -> Callable[[str], tuple[AnyTriple, ...]]:
    """From Turtle to triples, including blank nodes and language tags."""
    return triples_in


@pytest.fixture(scope="session")
def shapes_in() -> Callable[[str], Shapes]:
    """From Turtle to shapes that have not been checked."""
    return lambda turtle: Shapes(triples_in(turtle))


@pytest.fixture(scope="session")
def load() -> Callable[..., ArticleGraph]:
    """From files of tests/shapes to one graph, with all that the files presuppose."""
    return _load


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """From files of tests/shapes to the report on their graph."""
    return _report
