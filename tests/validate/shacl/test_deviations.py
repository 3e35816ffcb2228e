"""Where pySHACL leaves the SHACL specification or RDF, and compiled shapes do not.

Each case is one focus node with one property shape; a case that no longer differs has to go.
"""

import re

import pytest

from ld.errors import ShapesError

PREFIXES = """
@prefix ex: <https://core.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
P = "sh:path ex:p ;"

# what is asked, the data, the number of results by the specification, and by pySHACL (None: it refuses to say)
CASES = {
    "a sequence turned round is gone from its end": (
        "sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:minCount 1",
        "ex:x ex:p ex:y . ex:y ex:q ex:a .",
        (0, 1),
    ),
    "a range of languages of two parts matches longer tags": (
        f'{P} sh:languageIn ( "zh-Hant" )',
        'ex:a ex:p "harbor"@zh-Hant-TW .',
        (0, 1),
    ),
    "a blank node has no length": (f"{P} sh:minLength 0", "ex:a ex:p [] .", (1, 0)),
    "a closed shape allows rdfs:Resource no more than another class": (
        "sh:path ex:p ; sh:closed true",
        "ex:a ex:p ex:b . ex:b a rdfs:Resource .",
        (1, 0),
    ),
    "a date is not less than a moment": (
        f'{P} sh:maxInclusive "2030-01-01T00:00:00Z"^^xsd:dateTime',
        'ex:a ex:p "2024-01-01"^^xsd:date .',
        (1, 0),
    ),
    "a year has no order": (f"{P} sh:lessThan ex:q", 'ex:a ex:p "2023"^^xsd:gYear ; ex:q "2024"^^xsd:gYear .', (1, 0)),
    "two IRIs have no order": (f"{P} sh:lessThan ex:q", "ex:a ex:p ex:b ; ex:q ex:c .", (1, 0)),
    "a blank node has no order": (f"{P} sh:lessThan ex:q", "ex:a ex:p 1 ; ex:q [] .", (1, None)),
    "a number is not written with an underscore": (
        f"{P} sh:datatype xsd:integer",
        'ex:a ex:p "1_000"^^xsd:integer .',
        (1, 0),
    ),
    "a number is not written between blanks": (
        f"{P} sh:datatype xsd:integer",
        'ex:a ex:p " 7 "^^xsd:integer .',
        (1, 0),
    ),
    "a moment has its seconds": (
        f"{P} sh:datatype xsd:dateTime",
        'ex:a ex:p "2024-01-01T10:00Z"^^xsd:dateTime .',
        (1, 0),
    ),
    "a year may have five digits": (f"{P} sh:datatype xsd:date", 'ex:a ex:p "12024-01-01"^^xsd:date .', (0, 1)),
}


@pytest.mark.parametrize("case", CASES)
def test_here_the_specification_is_followed_and_not_pyshacl(case, triples_of, shapes_in, found_by):
    asked, data, (by_specification, by_pyshacl) = CASES[case]
    shapes = shapes_in(f"{PREFIXES} ex:Shape sh:targetNode ex:a ; {asked} .")
    triples = triples_of(PREFIXES + data)
    assert len(found_by(triples, shapes, "compiled")) == by_specification
    if by_pyshacl is None:
        with pytest.raises(ShapesError):
            found_by(triples, shapes, "pyshacl")
    else:
        assert len(found_by(triples, shapes, "pyshacl")) == by_pyshacl


REFUSED = {
    "sh:sparql is not SHACL Core": 'sh:sparql [ sh:select "SELECT $this {}" ]',
    "sh:rule is not SHACL Core": "sh:rule []",
    "sh:js is not SHACL Core": "sh:js []",
    "sh:target is not SHACL Core": "sh:target []",
    "sh:entailment is not SHACL Core": "sh:entailment ex:Rdfs",
    "a shape that refers to itself": "sh:node ex:Shape",
    "a parameter that must be an RDF list": "sh:in ex:b",
    "a parameter that must be an xsd:integer": 'sh:minCount "1"',
    "a parameter that must be an xsd:boolean": 'sh:closed "yes"',
    "a parameter that must be an IRI": 'sh:datatype "xsd:date"',
    "sh:nodeKind": "sh:nodeKind ex:Any",
    "several values of sh:minCount": "sh:minCount 1, 2",
    "several values of sh:severity": "sh:severity sh:Info, sh:Warning",
    "several values of sh:path": "sh:path ex:q",
    "a bound that has no order": 'sh:minInclusive "P1D"^^xsd:duration',
    "something that is not ended": 'sh:pattern "["',
    "sh:or with an empty list": "sh:or ()",
    "a literal in the place of a shape": 'sh:node "Shape"',
    "a property shape without a sh:path": "sh:property [ sh:minCount 1 ]",
    "rdf:XMLLiteral": "sh:datatype rdf:XMLLiteral",
    "a sh:NodeShape with a sh:path": "a sh:NodeShape",
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_the_compiler_does_not_know_it_refuses(reason, shapes_in):
    shapes = shapes_in(f"{PREFIXES} ex:Shape sh:targetNode ex:a ; {P} {REFUSED[reason]} .")
    assert re.search(reason, shapes.uncompilable)


@pytest.mark.parametrize(
    "path",
    ["( ex:p )", "()", "[ sh:alternativePath ( ex:p ) ]", "[ sh:inversePath ex:p, ex:q ]", '"p"', "[ ex:p ex:q ]"],
)
def test_what_is_no_path_is_refused(path, shapes_in):
    shapes = shapes_in(f"{PREFIXES} ex:Shape sh:targetNode ex:a ; sh:path {path} ; sh:minCount 1 .")
    assert "sh:path" in shapes.uncompilable


@pytest.mark.parametrize(
    "constraint", ["sh:minCount 1", "sh:lessThan ex:q", "sh:qualifiedValueShape [] ; sh:qualifiedMinCount 1"]
)
def test_a_node_shape_does_not_take_the_constraints_of_properties(constraint, shapes_in):
    assert "at a node shape" in shapes_in(f"{PREFIXES} ex:Shape sh:targetNode ex:a ; {constraint} .").uncompilable


def test_shapes_that_nothing_refers_to_are_not_compiled(shapes_in):
    assert (
        shapes_in(f"{PREFIXES} ex:S sh:targetNode ex:a ; sh:nodeKind sh:IRI . ex:Loose sh:path () .").uncompilable == ""
    )
