"""From pySHACL's report to findings: paths in SPARQL's notation, severities as the shapes give them."""

import pytest
from pyshacl.errors import ValidationFailure
from rdflib import RDF, SH, Graph, URIRef

from ld.errors import ShapesError
from ld.validate import Severity, Shapes
from ld.validate.engine import findings, path_text

PREFIXES = """
@prefix : <https://shapes.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("schema:name", "schema:name"),
        ("<https://other.example/name>", "<https://other.example/name>"),
        ("[ sh:inversePath schema:member ]", "^schema:member"),
        ("( schema:member schema:name )", "schema:member/schema:name"),
        ("[ sh:alternativePath ( schema:name [ sh:inversePath schema:image ] ) ]", "schema:name|^schema:image"),
        ("[ sh:zeroOrMorePath schema:member ]", "(schema:member)*"),
        ("[ sh:oneOrMorePath ( schema:member prov:used ) ]", "(schema:member/prov:used)+"),
        ("[ sh:zeroOrOnePath schema:member ]", "(schema:member)?"),
    ],
)
def test_a_path_is_written_as_in_sparql(path, text):
    graph = Graph().parse(data=f"{PREFIXES} :S sh:path {path} .", format="turtle")
    assert path_text(graph, next(graph.objects(None, SH.path))) == text


def test_a_violation_below_a_shape_that_only_warns_stays_a_violation():
    shapes = Graph().parse(
        data=f"""{PREFIXES}
        :BookShape a sh:NodeShape ; sh:targetClass schema:Book ; sh:severity sh:Warning ; sh:property :name .
        :name sh:path schema:name ; sh:minCount 1 ; sh:severity sh:Violation ; sh:message "Name it." .
        """,
        format="turtle",
    )
    data = Graph().add((URIRef("https://books.example/1"), RDF.type, URIRef("http://schema.org/Book")))
    (finding,) = findings(data, Shapes(shapes))
    assert finding.severity is Severity.VIOLATION
    assert finding.message == "Name it."


def test_shapes_that_pyshacl_refuses_are_an_error_not_a_verdict():
    shapes = Graph().parse(
        data=f"{PREFIXES} :S a sh:NodeShape ; sh:targetClass schema:Book ; sh:nodeKind sh:IRI, sh:Literal .",
        format="turtle",
    )
    data = Graph().add((URIRef("https://books.example/1"), RDF.type, URIRef("http://schema.org/Book")))
    with pytest.raises(ShapesError, match="cannot be used"):
        list(findings(data, Shapes(shapes)))


def test_a_validation_that_fails_is_an_error_not_a_verdict(monkeypatch):
    failure = (False, ValidationFailure("too deep"), "Validation Failure - too deep")
    monkeypatch.setattr("pyshacl.validate", lambda *_, **__: failure)
    with pytest.raises(ShapesError, match="too deep"):
        list(findings(Graph(), Shapes(Graph())))
