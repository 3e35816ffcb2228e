"""Each constraint component of SHACL Core, and what the specification says of it, on both engines.

A case has a constraint on the values of ex:p of each node that has one, data in which it is kept and broken, and
which results there are: focus nodes with the value that is at fault, or nothing where the fault is of the set of
values (https://www.w3.org/TR/shacl/, section 4).
"""

import pytest

from ld.terms import BlankNode, Iri, Literal
from ld.validate.shacl.vocabulary import CONSTRAINTS, SH, component

EX = "https://own.example/#"
PREFIXES = f"""
@prefix ex: <{EX}> .
@prefix sh: <{SH}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PIERS = "ex:Mole rdfs:subClassOf ex:Pier . ex:north a ex:Mole . ex:south a ex:Pier . ex:gull a ex:Bird ."

CASES = {
    "class": (
        "sh:class ex:Pier",
        f"{PIERS} ex:kept ex:p ex:north, ex:south . ex:broken ex:p ex:north, ex:gull .",
        {("broken", "gull")},
    ),
    "datatype": (
        "sh:datatype xsd:integer",
        'ex:kept ex:p 7 . ex:broken ex:p 7, "7", "seven"^^xsd:integer, ex:north .',
        {("broken", "7"), ("broken", "seven"), ("broken", "north")},
    ),
    "nodeKind": (
        "sh:nodeKind sh:IRIOrLiteral",
        'ex:kept ex:p ex:north, "north" . ex:broken ex:p ex:north, [] .',
        {("broken", "_:")},
    ),
    "minCount": ("sh:minCount 2", "ex:kept ex:p 1, 2 . ex:broken ex:p 1 .", {("broken", None)}),
    "maxCount": ("sh:maxCount 1", "ex:kept ex:p 1 . ex:broken ex:p 1, 2 .", {("broken", None)}),
    "minExclusive": ("sh:minExclusive 4", "ex:kept ex:p 5, 4.5 . ex:broken ex:p 4, 5 .", {("broken", "4")}),
    "minInclusive": ("sh:minInclusive 4", "ex:kept ex:p 4, 5 . ex:broken ex:p 3, 4 .", {("broken", "3")}),
    "maxExclusive": (
        "sh:maxExclusive 4",
        'ex:kept ex:p 3 . ex:broken ex:p 4, 3, "few" .',
        {("broken", "4"), ("broken", "few")},
    ),
    "maxInclusive": (
        'sh:maxInclusive "2024-06-30"^^xsd:date',
        'ex:kept ex:p "2024-06-30"^^xsd:date . ex:broken ex:p "2024-07-01"^^xsd:date .',
        {("broken", "2024-07-01")},
    ),
    "minLength": ("sh:minLength 3", 'ex:kept ex:p "tide", 123 . ex:broken ex:p "ox" .', {("broken", "ox")}),
    "maxLength": ("sh:maxLength 3", 'ex:kept ex:p "ebb" . ex:broken ex:p "tide" .', {("broken", "tide")}),
    "pattern": (
        'sh:pattern "^t.*e$" ; sh:flags "i"',
        'ex:kept ex:p "tide", "TIDE" . ex:broken ex:p "tides" .',
        {("broken", "tides")},
    ),
    "languageIn": (
        'sh:languageIn ( "en" "de" )',
        'ex:kept ex:p "tide"@en-GB, "Flut"@de . ex:broken ex:p "marée"@fr, "tide" .',
        {("broken", "marée"), ("broken", "tide")},
    ),
    "uniqueLang": (
        "sh:uniqueLang true",
        'ex:kept ex:p "tide"@en, "Flut"@de, "a", "b" . ex:broken ex:p "tide"@en, "flood"@en .',
        {("broken", None)},
    ),
    "equals": (
        "sh:equals ex:q",
        "ex:kept ex:p 1, 2 ; ex:q 2, 1 . ex:broken ex:p 1, 2 ; ex:q 2, 3 .",
        {("broken", "1"), ("broken", "3")},
    ),
    "disjoint": ("sh:disjoint ex:q", "ex:kept ex:p 1 ; ex:q 2 . ex:broken ex:p 1, 2 ; ex:q 2 .", {("broken", "2")}),
    "lessThan": (
        "sh:lessThan ex:q",
        "ex:kept ex:p 1, 2 ; ex:q 3 . ex:broken ex:p 3, 1 ; ex:q 3 .",
        {("broken", "3")},
    ),
    "lessThanOrEquals": (
        "sh:lessThanOrEquals ex:q",
        "ex:kept ex:p 3 ; ex:q 3 . ex:broken ex:p 4 ; ex:q 3 .",
        {("broken", "4")},
    ),
    "not": (
        "sh:not [ sh:class ex:Pier ]",
        f"{PIERS} ex:kept ex:p ex:gull . ex:broken ex:p ex:gull, ex:north .",
        {("broken", "north")},
    ),
    "and": (
        "sh:and ( [ sh:minInclusive 2 ] [ sh:maxInclusive 4 ] )",
        "ex:kept ex:p 2, 4 . ex:broken ex:p 1, 3, 5 .",
        {("broken", "1"), ("broken", "5")},
    ),
    "or": (
        "sh:or ( [ sh:datatype xsd:string ] [ sh:class ex:Pier ] )",
        f'{PIERS} ex:kept ex:p "north", ex:north . ex:broken ex:p ex:gull, "north" .',
        {("broken", "gull")},
    ),
    "xone": (
        "sh:xone ( [ sh:minInclusive 2 ] [ sh:maxInclusive 4 ] )",
        "ex:kept ex:p 1, 5 . ex:broken ex:p 3, 1 .",
        {("broken", "3")},
    ),
    "node": (
        "sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ]",
        "ex:north ex:q 1 . ex:kept ex:p ex:north . ex:broken ex:p ex:north, ex:south .",
        {("broken", "south")},
    ),
    "qualifiedMinCount": (
        "sh:qualifiedValueShape [ sh:class ex:Pier ] ; sh:qualifiedMinCount 1",
        f"{PIERS} ex:kept ex:p ex:north, ex:gull . ex:broken ex:p ex:gull .",
        {("broken", None)},
    ),
    "qualifiedMaxCount": (
        "sh:qualifiedValueShape [ sh:class ex:Pier ] ; sh:qualifiedMaxCount 1",
        f"{PIERS} ex:kept ex:p ex:north, ex:gull . ex:broken ex:p ex:north, ex:south .",
        {("broken", None)},
    ),
    "closed": (
        "sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path ex:q ]",
        "ex:north a ex:Pier ; ex:q 1 . ex:south ex:r 2 . ex:kept ex:p ex:north . ex:broken ex:p ex:south .",
        {("south", "2")},
    ),
    "hasValue": ("sh:hasValue ex:north", "ex:kept ex:p ex:north, 1 . ex:broken ex:p ex:south .", {("broken", None)}),
    "in": ('sh:in ( ex:north "north" 7 )', 'ex:kept ex:p 7, "north" . ex:broken ex:p 7.0 .', {("broken", "7.0")}),
}
OF_VALUES = {"closed"}
"""Here the values are the focus nodes, so that the constraint stands in a node shape."""


@pytest.mark.parametrize("engine", ["compiled", "pyshacl"])
@pytest.mark.parametrize("name", CASES)
def test_a_component_finds_what_the_specification_says(name, engine, triples_of, shapes_in, found_by):
    constraint, data, expected = CASES[name]
    target = "sh:targetObjectsOf ex:p" if name in OF_VALUES else "sh:targetSubjectsOf ex:p"
    shape = f"ex:Shape a sh:NodeShape ; {target} ; {{}} .".format(
        constraint if name in OF_VALUES else f"sh:property [ sh:path ex:p ; {constraint} ]"
    )
    found = found_by(triples_of(PREFIXES + data), shapes_in(PREFIXES + shape), engine)
    assert {(focus.removeprefix(EX), _plain(value)) for focus, _, value, *_ in found} == expected
    assert {broken for *_, broken, _, _ in found} == {component(Iri(SH + name))}


def _plain(value):
    """As the cases write it: blank nodes have another label each time."""
    match value:
        case Literal(lexical=text):
            return text
        case BlankNode():
            return "_:"
        case _:
            return value and value.removeprefix(EX)


def test_every_component_of_core_has_its_case():
    asked = {name.removeprefix(SH) for name in CONSTRAINTS}
    assert asked - set(CASES) == {"qualifiedValueShape"}  # it is asked through its two counts
