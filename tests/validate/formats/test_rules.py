import pyoxigraph

from ld.terms import BlankNode, Iri, Literal
from ld.validate.formats.rules import SH, own_checks, rules_of

HOUSE = "https://house.example/shapes#"
TURTLE = """
@prefix : <https://house.example/shapes#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

:Person a sh:NodeShape ;
    rdfs:comment "Who is named." ;
    sh:property :name, :gender .
:name a sh:PropertyShape ;
    sh:path schema:name ;
    sh:name "name" ;
    sh:message "Give one name." ;
    sh:minCount 1 ;
    sh:datatype <http://www.w3.org/2001/XMLSchema#string> ;
    rdfs:seeAlso <https://schema.org/name> .
:gender a sh:PropertyShape ;
    sh:path schema:gender ;
    sh:in ( schema:Male schema:Female ) .
schema:name rdfs:label "no shape" .
"""


def _term(node):
    if isinstance(node, pyoxigraph.Literal):
        return Literal(node.value)
    return Iri(node.value) if isinstance(node, pyoxigraph.NamedNode) else BlankNode(f"_:{node.value}")


def _rules():
    quads = pyoxigraph.parse(TURTLE, pyoxigraph.RdfFormat.TURTLE)
    return rules_of((_term(quad.subject), _term(quad.predicate), _term(quad.object)) for quad in quads)


def test_every_shape_with_a_name_is_a_rule_and_nothing_else():
    assert list(_rules()) == [f"{HOUSE}Person", f"{HOUSE}gender", f"{HOUSE}name"]


def test_a_rule_has_the_words_of_its_shape():
    rule = _rules()[f"{HOUSE}name"]
    assert (rule.name, rule.advice, rule.see) == ("name", "Give one name.", "https://schema.org/name")


def test_a_property_shape_without_a_reason_has_that_of_the_shape_around_it():
    assert _rules()[f"{HOUSE}name"].why == "Who is named."


def test_what_is_expected_is_told_by_the_constraint():
    expected = _rules()[f"{HOUSE}name"].expected
    assert expected[f"{SH}MinCountConstraintComponent"] == "1 or more values"
    assert expected[f"{SH}DatatypeConstraintComponent"] == "a value of type xsd:string"


def test_the_members_of_a_list_are_told():
    expected = _rules()[f"{HOUSE}gender"].expected
    assert expected[f"{SH}InConstraintComponent"] == "one of schema:Female, schema:Male"


def test_our_own_checks_say_why_they_are_there():
    assert all(rule.name and rule.advice and rule.why for rule in own_checks().values())
