"""The choice of the engine, and how pySHACL's report becomes findings."""

import subprocess
import sys

import pytest
from pyshacl.errors import ValidationFailure

from ld.errors import InputError, ShapesError, UncompilableError
from ld.terms import Iri
from ld.validate import Severity, Shapes, validate, validate_triples
from ld.validate.engine import findings
from ld.validate.index import Index
from ld.vocab import RDF, SCHEMA

PREFIXES = """
@prefix : <https://shapes.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
"""
BOOK = [(Iri("https://books.example/1"), RDF.type, SCHEMA.Book)]
NEEDS_A_NAME = ":S a sh:NodeShape ; sh:targetClass schema:Book ; sh:property :name . :name sh:path schema:name ; "


def found(shapes: Shapes, engine: str, triples=BOOK):
    data = Index(triples)
    return list(findings(data, shapes, shapes.targets(data), engine))


@pytest.mark.parametrize("engine", ["compiled", "pyshacl"])
def test_a_violation_below_a_shape_that_only_warns_stays_a_violation(engine, shapes_in):
    shapes = shapes_in(f"""{PREFIXES}
        :S a sh:NodeShape ; sh:targetClass schema:Book ; sh:severity sh:Warning ; sh:property :name .
        :name sh:path schema:name ; sh:minCount 1 ; sh:severity sh:Violation ; sh:message "Name it." .
        """)
    (result,) = validate_triples("urn:x", BOOK, shapes, engine).results
    assert result.severity is Severity.VIOLATION
    assert result.message == "Name it."


def test_shapes_that_pyshacl_refuses_are_an_error_not_a_verdict(shapes_in):
    shapes = shapes_in(f"{PREFIXES} :S a sh:NodeShape ; sh:targetClass schema:Book ; sh:nodeKind sh:IRI, sh:Literal .")
    assert "several values of sh:nodeKind" in shapes.uncompilable
    with pytest.raises(ShapesError, match="cannot be used"):
        found(shapes, "auto")


def test_a_validation_that_fails_is_an_error_not_a_verdict(monkeypatch):
    failure = (False, ValidationFailure("too deep"), "Validation Failure - too deep")
    monkeypatch.setattr("ld.validate.pyshacl_engine.validate", lambda *_, **__: failure)
    with pytest.raises(ShapesError, match="too deep"):
        found(Shapes(()), "pyshacl", ())


def test_shapes_with_sparql_go_to_pyshacl_by_themselves(shapes_in):
    shapes = shapes_in(
        PREFIXES + ':S sh:targetClass schema:Book ; sh:sparql [ sh:message "No." ; sh:select "SELECT $this {}" ] .'
    )
    assert "sh:sparql" in shapes.uncompilable
    (finding,) = found(shapes, "auto")
    assert finding.component.endswith("#SPARQLConstraintComponent")
    assert finding.message == "No."


def test_shapes_that_cannot_be_compiled_are_an_error_for_who_wants_them_compiled(shapes_in):
    shapes = shapes_in(PREFIXES + ':S sh:targetClass schema:Book ; sh:sparql [ sh:select "SELECT $this {}" ] .')
    with pytest.raises(UncompilableError, match="not SHACL Core"):
        found(shapes, "compiled")


def test_an_engine_that_does_not_exist_is_refused():
    with pytest.raises(InputError, match="no engine fast"):
        found(Shapes(()), "fast", ())


def test_both_engines_give_the_same_report(load):
    graph = load("article/invalid.ArticleShape-headline.two.ttl", "image/invalid.ImageShape-known.none.ttl")
    assert validate(graph, engine="compiled") == validate(graph, engine="pyshacl")


def test_without_a_message_both_engines_say_the_same_sentence(shapes_in):
    shapes = shapes_in(f"{PREFIXES} {NEEDS_A_NAME} sh:minCount 1 .")
    said = {finding.message for engine in ("compiled", "pyshacl") for finding in found(shapes, engine)}
    assert said == {"Give at least 1 of schema:name."}


def test_of_messages_in_several_languages_the_english_one_is_said(shapes_in):
    shapes = shapes_in(f'{PREFIXES} {NEEDS_A_NAME} sh:minCount 1 ; sh:message "Nenne es."@de, "Name it."@en .')
    assert {finding.message for finding in found(shapes, "compiled")} == {"Name it."}


def test_a_severity_of_ones_own_counts_as_a_violation(shapes_in):
    shapes = shapes_in(f"{PREFIXES} {NEEDS_A_NAME} sh:minCount 1 ; sh:severity :Fatal .")
    (result,) = validate_triples("urn:x", BOOK, shapes).results
    assert result.severity is Severity.VIOLATION


def test_compiled_shapes_need_neither_pyshacl_nor_rdflib():
    code = (
        "import sys; from ld.validate import validate; from ld.terms import ArticleGraph, Iri;"
        "assert not validate(ArticleGraph(Iri('urn:x'), (), ())).conforms();"
        "assert not {'rdflib', 'pyshacl'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
