"""The small graphs of tests/shapes, as values, and what validation says of them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import rdflib

from ld.rdf import from_rdflib
from ld.terms import ArticleGraph, Iri, Triple
from ld.validate import Report, validate

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


@pytest.fixture(scope="session")
def load() -> Callable[..., ArticleGraph]:
    """From files of tests/shapes to one graph, with all that the files take for granted."""
    return _load


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """From files of tests/shapes to the report on their graph."""
    return _report
