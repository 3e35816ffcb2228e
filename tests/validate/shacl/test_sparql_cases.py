"""Each kind of constraint in SPARQL (SHACL 1.0, sections 5 and 6), which pySHACL checks for us: what it finds.

A case has shapes, and which of the nodes ex:kept and ex:broken are found with which value.
"""

import pytest

from ld.errors import ShapesError
from ld.terms import Literal
from ld.validate.index import Index
from ld.validate.lint import problems

EX = "https://sparql.example/#"
PREFIXES = f"""
@prefix ex: <{EX}> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Names sh:declare [ sh:prefix "ex" ; sh:namespace "{EX}"^^xsd:anyURI ] .
"""
DATA = """
ex:kept a ex:Quay ; ex:depth 9 ; ex:name "Kai"@de .
ex:broken a ex:Quay ; ex:depth 2 ; ex:berths 3, 8 ; ex:name "Quay"@en .
"""
COMPONENT = """
ex:AtLeast a sh:ConstraintComponent ; sh:parameter [ sh:path ex:atLeast ] ,
    [ sh:path ex:butFor ; sh:optional true ] ; {validator} .
"""
ASK = 'a sh:SPARQLAskValidator ; sh:prefixes ex:Names ; sh:ask "ASK { FILTER ($value >= $atLeast) }"'
SELECT = """a sh:SPARQLSelectValidator ; sh:prefixes ex:Names ;
    sh:select "SELECT $this ?value { $this $PATH ?value . FILTER (?value < $atLeast) }" """

CASES = {
    "a constraint of a node": (
        """ex:S sh:targetClass ex:Quay ; sh:sparql [ sh:prefixes ex:Names ;
        sh:select "SELECT $this ?value { $this ex:depth ?value . FILTER (?value < 5) }" ] .""",
        {("broken", "2")},
    ),
    "a constraint of a property": (
        """ex:S sh:targetClass ex:Quay ; sh:property [ sh:path ex:name ; sh:sparql [ sh:prefixes ex:Names ;
        sh:select 'SELECT $this ?value { $this $PATH ?value . FILTER (lang(?value) != "de") }' ] ] .""",
        {("broken", "Quay")},
    ),
    "one that gives its own path": (
        """ex:S sh:targetClass ex:Quay ; sh:sparql [ sh:prefixes ex:Names ;
        sh:select "SELECT $this (ex:depth AS ?path) ?value { $this ex:depth ?value . FILTER (?value < 5) }" ] .""",
        {("broken", "2")},
    ),
    "one that is deactivated": (
        """ex:S sh:targetClass ex:Quay ; sh:nodeKind sh:IRI ; sh:sparql [ sh:deactivated true ;
        sh:select "SELECT $this { }" ] .""",
        set(),
    ),
    "the node is bound within a UNION too": (
        """ex:S sh:targetClass ex:Quay ; sh:sparql [ sh:prefixes ex:Names ;
        sh:select "SELECT $this { { FILTER (false) } UNION { FILTER ($this = ex:broken) } }" ] .""",
        {("broken", "broken")},
    ),
    "a component that asks what is never so": (
        COMPONENT.format(validator='sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER(false) }" ]')
        + "ex:S sh:targetNode ex:broken ; sh:property [ sh:path ex:depth ; ex:atLeast 5 ] .",
        {("broken", "2")},
    ),
    "a component that asks of several values": (
        COMPONENT.format(validator=f"sh:validator [ {ASK} ]")
        + "ex:S sh:targetNode ex:broken ; sh:property [ ex:atLeast 5 ; "
        "sh:path [ sh:alternativePath ( ex:depth ex:berths ) ] ] .",
        {("broken", "2"), ("broken", "3")},
    ),
    "a component that asks": (
        COMPONENT.format(validator=f"sh:validator [ {ASK} ]")
        + "ex:S sh:targetClass ex:Quay ; sh:property [ sh:path ex:depth ; ex:atLeast 5 ] .",
        {("broken", "2")},
    ),
    "a component that selects": (
        COMPONENT.format(validator=f"sh:propertyValidator [ {SELECT} ]")
        + "ex:S sh:targetClass ex:Quay ; sh:property [ sh:path ex:depth ; ex:atLeast 5 ] .",
        {("broken", "2")},
    ),
    "a component of node shapes": (
        COMPONENT.format(validator=f"sh:nodeValidator [ {SELECT.replace('$PATH', 'ex:depth')} ]")
        + "ex:S sh:targetClass ex:Quay ; ex:atLeast 5 .",
        {("broken", "2")},
    ),
}

DEVIATIONS = {
    "a component of node shapes": set(),
}
"""What pySHACL 0.40 finds otherwise: nothing at all. Such a validator is refused, see below."""


@pytest.mark.parametrize("case", CASES)
def test_a_constraint_in_sparql_finds_what_the_specification_says(case, triples_of, shapes_in, found_by):
    shapes, expected = CASES[case]
    found = found_by(triples_of(PREFIXES + DATA), shapes_in(PREFIXES + shapes), "auto")
    plain = {(focus.removeprefix(EX), _plain(value)) for focus, _, value, *_ in found}
    assert plain == DEVIATIONS.get(case, expected)


def _plain(value):
    return value.lexical if isinstance(value, Literal) else value and value.removeprefix(EX)


def test_what_deviates_really_does():
    assert [case for case, found in DEVIATIONS.items() if CASES[case][1] == found] == []


@pytest.mark.parametrize("kind", ["nodeValidator", "propertyValidator"])
def test_a_validator_that_would_find_nothing_is_refused(kind, triples_of):
    for query in (SELECT.replace("$PATH", "ex:depth"), SELECT.replace("$PATH", "ex:depth").replace("?value", "$value")):
        component = COMPONENT.format(validator=f"sh:{kind} [ {query} ]")
        shapes = f"{PREFIXES}{component} ex:S sh:targetClass ex:Quay ; ex:atLeast 5 ."
        assert any("?value is the node itself" in problem for _, problem in problems(Index(triples_of(shapes))))


@pytest.mark.parametrize("case", [case for case in CASES if case != "a component of node shapes"])
def test_all_other_cases_are_shapes_that_may_be_used(case, triples_of):
    found = problems(Index(triples_of(PREFIXES + CASES[case][0])))
    assert not any("?value is the node itself" in problem for _, problem in found)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this { $this ?p ?o MINUS { $this a ?c } }",
        "SELECT $this { VALUES ?x { 1 } $this ?p ?x }",
        "SELECT $this { SERVICE <https://elsewhere.example/> { $this ?p ?o } }",
        "SELECT $this { $this ?p ?o . { SELECT ?p { ?s ?p ?o } } }",
        "SELECT (1 AS $this) { ?s ?p ?o }",
        "SELECT $this { GRAPH $shapesGraph { $this ?p ?o } }",
    ],
)
def test_queries_that_section_5_forbids_or_leaves_open_are_refused(query, triples_of, shapes_in, found_by):
    shapes = shapes_in(f'{PREFIXES} ex:S sh:targetClass ex:Quay ; sh:sparql [ sh:select "{query}" ] .')
    with pytest.raises(ShapesError):
        found_by(triples_of(PREFIXES + DATA), shapes, "auto")
