"""Every constraint of SHACL Core along every form of path: compiled shapes find what pySHACL finds."""

import pytest

from ld.validate.shacl.vocabulary import CONSTRAINTS, SH, component

PREFIXES = """
@prefix ex: <https://core.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
MIXED = """
ex:Below rdfs:subClassOf ex:Between . ex:Between rdfs:subClassOf ex:Above .
ex:a ex:p ex:b, ex:c, _:x, "one", "eins"@de, "zwei"@de, "one"@en-GB, 1, 2.5, 1e0, true, "300"^^xsd:byte,
    "2024-02-30"^^xsd:date, "2024-02-29"^^xsd:date, "2024-02-29T10:00:00Z"^^xsd:dateTime, "2024"^^xsd:gYear ;
    ex:q ex:b, ex:d, "one", 1 .
ex:b a ex:Below ; ex:p ex:c, "three" ; ex:q ex:c, "three" .
ex:c a ex:Above ; ex:p ex:d ; ex:q "eins"@de, "one"@en .
ex:d ex:p ex:b ; ex:q ex:a, 12345678 .
_:x a ex:Between ; ex:p ex:a, 2 ; ex:q _:x .
ex:e ex:p "one" . ex:f ex:p 1 . ex:g ex:p "3"^^xsd:byte . ex:h ex:p "2024-02-29"^^xsd:date . ex:i ex:p "eins"@de .
ex:j ex:p "2024-02-29T10:00:00Z"^^xsd:dateTime . ex:k ex:p "2024"^^xsd:gYear . ex:l ex:p _:y .
"""
ORDERED = """
ex:a ex:p 1, 2.5, 7e0, "3"^^xsd:byte, ex:b ; ex:q 3, 9.5 ; ex:s "b", "d" ; ex:t "c" .
ex:b ex:p 4, ex:c ; ex:q 4 ; ex:s "a" ; ex:t "b" .
ex:c ex:p "-INF"^^xsd:double, ex:d ; ex:q 0.5 ; ex:s "e" ; ex:t "d" .
ex:d ex:p ex:a, ex:c, 2 ; ex:q 2, 3 .
"""
MOMENTS = """
ex:a ex:p "2024-02-29T10:00:00Z"^^xsd:dateTime, "2024-02-29T11:00:00+02:00"^^xsd:dateTime ;
    ex:q "2024-02-29T10:00:00.5Z"^^xsd:dateTime .
ex:b ex:p "2024-02-29T23:30:00-05:00"^^xsd:dateTime ; ex:q "2024-03-01T00:00:00Z"^^xsd:dateTime .
ex:c ex:p "2023-12-31T23:59:59Z"^^xsd:dateTime ; ex:q "2024-01-01T00:59:59+01:00"^^xsd:dateTime .
ex:d ex:p ex:a ; ex:q "2024-02-29T10:00:00Z"^^xsd:dateTime .
"""

PATHS = {
    "none": "",
    "predicate": "ex:p",
    "inverse": "[ sh:inversePath ex:p ]",
    "sequence": "( ex:p ex:q )",
    "alternative": "[ sh:alternativePath ( ex:p ex:q ) ]",
    "zero or more": "[ sh:zeroOrMorePath ex:p ]",
    "one or more": "[ sh:oneOrMorePath ex:p ]",
    "zero or one": "[ sh:zeroOrOnePath ex:p ]",
    "sequence of an inverse and an alternative": "( [ sh:inversePath ex:p ] [ sh:alternativePath ( ex:p ex:q ) ] )",
    "one or more of a sequence": "[ sh:oneOrMorePath ( ex:p ex:p ) ]",
    "zero or more of an alternative": "[ sh:zeroOrMorePath [ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ] ]",
    "inverse of one or more": "[ sh:inversePath [ sh:oneOrMorePath ex:q ] ]",
    "inverse of an inverse": "[ sh:inversePath [ sh:inversePath ex:q ] ]",
    "zero or one of a sequence of three": "[ sh:zeroOrOnePath ( ex:p ex:p ex:q ) ]",
}
NODE_KINDS = ("IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")
DATATYPES = ("xsd:string", "xsd:integer", "xsd:byte", "xsd:date", "xsd:dateTime", "xsd:gYear", "rdf:langString")
ON_VALUES = {
    "class": "sh:class ex:Above",
    "classes": "sh:class ex:Above, ex:Between",
    **{f"datatype {name}": f"sh:datatype {name}" for name in DATATYPES},
    **{f"nodeKind {kind}": f"sh:nodeKind sh:{kind}" for kind in NODE_KINDS},
    "minLength": "sh:minLength 4",
    "maxLength": "sh:maxLength 4",
    "pattern": 'sh:pattern "^[a-z]+$"',
    "pattern with flag": 'sh:pattern "^O.E$|#B$" ; sh:flags "i"',
    "languageIn": 'sh:languageIn ( "en" "fr" )',
    "equals": "sh:equals ex:q",
    "disjoint": "sh:disjoint ex:q",
    "hasValue": 'sh:hasValue "one"',
    "hasValue twice": "sh:hasValue ex:c, ex:d",
    "in": 'sh:in ( ex:b ex:c "one" 1 "eins"@de )',
    "not": "sh:not [ sh:nodeKind sh:IRI ]",
    "and": "sh:and ( [ sh:nodeKind sh:IRI ] [ sh:class ex:Above ] )",
    "or": "sh:or ( [ sh:nodeKind sh:Literal ] [ sh:class ex:Above ] )",
    "xone": "sh:xone ( [ sh:nodeKind sh:IRI ] [ sh:class ex:Above ] )",
    "node": "sh:node [ sh:property [ sh:path ex:q ; sh:minCount 2 ] ]",
    "property": "sh:property [ sh:path ex:q ; sh:minCount 2 ; sh:severity sh:Info ]",
    "property in property": "sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:nodeKind sh:IRI ] ]",
    "closed": "sh:closed true ; sh:property [ sh:path ex:p ]",
    "closed but": "sh:closed true ; sh:ignoredProperties ( ex:q rdf:type )",
    "open": "sh:closed false ; sh:property [ sh:path ex:p ]",
    "deactivated": "sh:nodeKind sh:BlankNode ; sh:deactivated true",
    "severity": "sh:nodeKind sh:BlankNode ; sh:severity sh:Warning",
}
ON_PATHS = {
    "minCount": "sh:minCount 2",
    "maxCount": "sh:maxCount 2",
    "uniqueLang": "sh:uniqueLang true",
    "no uniqueLang": "sh:uniqueLang false",
    "qualified": "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 2",
    "qualified apart": (
        "sh:qualifiedValueShape [ sh:class ex:Above ] ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShapesDisjoint true"
    ),
}
RANGES = {name: f"sh:{name} 2.5" for name in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")}
PAIRS = {name: f"sh:{name} ex:q" for name in ("lessThan", "lessThanOrEquals")}
LATEST = {name: f'sh:{name} "2024-02-29T10:00:00Z"^^xsd:dateTime' for name in RANGES}
NEVER = {"open", "deactivated", "no uniqueLang"}
"""What asks for nothing."""


def shapes_text(path: str, constraints: dict[str, str]) -> str:
    """A shape for each of *constraints*, named by its place, about every node that has a value."""
    targets = "sh:targetSubjectsOf ex:p"
    lines = [PREFIXES]
    for number, constraint in enumerate(constraints.values()):
        if path:
            sibling = (
                "sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:Below ] ; sh:qualifiedMinCount 1 ]"
            )
            lines.append(f"ex:node{number} a sh:NodeShape ; {targets} ; sh:property ex:shape{number} ; {sibling} .")
            lines.append(f"ex:shape{number} sh:path {path} ; {constraint} .")
        else:
            lines.append(f"ex:shape{number} a sh:NodeShape ; {targets} ; {constraint} .")
    return "\n".join(lines)


GROUPS = {
    "mixed": (MIXED, lambda path: {**ON_VALUES, **(ON_PATHS if path else {})}),
    "ordered": (ORDERED, lambda path: {**RANGES, **(PAIRS if path == "ex:p" else {})}),
    "moments": (MOMENTS, lambda path: {**LATEST, **(PAIRS if path == "ex:p" else {})}),
}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("path", PATHS)
def test_both_engines_find_the_same(path, group, triples_of, shapes_in, found_by):
    data, constraints = GROUPS[group]
    triples = triples_of(PREFIXES + data)
    shapes = shapes_in(shapes_text(PATHS[path], constraints(PATHS[path])))
    assert shapes.uncompilable == ""
    compiled, reference = (found_by(triples, shapes, engine) for engine in ("compiled", "pyshacl"))
    assert compiled == reference


def test_every_constraint_is_kept_somewhere_and_broken_somewhere(triples_of, shapes_in, found_by):
    kept, broken = set(), set()
    for path in PATHS.values():
        for data, constraints in GROUPS.values():
            asked, triples = constraints(path), triples_of(PREFIXES + data)
            nodes = {subject for subject, predicate, _ in triples if predicate.endswith("#p")}
            results = found_by(triples, shapes_in(shapes_text(path, asked)), "compiled")
            for number, name in enumerate(asked):
                faulty = {focus for focus, *_, shape in results if shape.endswith(f"#shape{number}")}
                broken |= {name} if faulty else set()
                kept |= {name} if nodes - faulty else set()
    every = {*ON_VALUES, *ON_PATHS, *RANGES, *PAIRS}
    assert every - kept == set()
    assert every - broken == NEVER | {"property", "property in property"}  # these break the shapes that they hold


def test_every_component_of_core_is_among_the_cases():
    text = " ".join((*ON_VALUES.values(), *ON_PATHS.values(), *RANGES.values(), *PAIRS.values()))
    asked = {parameter for parameter in CONSTRAINTS if f"sh:{parameter.removeprefix(SH)} " in text}
    assert {component(parameter) for parameter in CONSTRAINTS - asked} == set()


@pytest.mark.parametrize(
    "target",
    [
        "sh:targetClass ex:Above",
        "sh:targetClass ex:Between, ex:Nobody",
        "sh:targetNode ex:a, ex:nowhere, 'one', 7",
        "sh:targetSubjectsOf ex:q",
        "sh:targetObjectsOf ex:q",
        "sh:targetObjectsOf ex:q ; sh:targetClass ex:Above ; sh:targetNode ex:b",
        "a rdfs:Class, sh:NodeShape",
        "a <http://www.w3.org/2002/07/owl#Class>, sh:NodeShape",
        "sh:targetClass ex:Above ; sh:deactivated true",
    ],
)
def test_both_engines_look_at_the_same_nodes(target, triples_of, shapes_in, found_by):
    triples = triples_of(PREFIXES + MIXED)
    # its name is a class of the data, for the targets that shapes have by being classes
    shapes = shapes_in(f"{PREFIXES} ex:Between {target} ; sh:in () .")
    compiled, reference = (found_by(triples, shapes, engine) for engine in ("compiled", "pyshacl"))
    assert compiled == reference
    assert bool(compiled) is ("deactivated" not in target)
