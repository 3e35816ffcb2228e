"""Nothing can be taken out of a shape that stands inside another without some case of tests/shapes noticing.

Constraints that report themselves are looked after in ``test_cases.py``.
Those of ``sh:node``, ``sh:not`` and ``sh:or`` never show in a report, so each is taken out here in turn.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ld.rdf import term_of
from ld.validate import Shapes, load_shapes, validate

CASES = Path(__file__).resolve().parents[1] / "shapes"
VALID = sorted(str(file.relative_to(CASES)) for file in CASES.glob("*/valid.*.ttl"))
INVALID = sorted(str(file.relative_to(CASES)) for file in CASES.glob("*/invalid.*.ttl"))
OWN = load_shapes().graph
PARAMETERS = {SH[name] for name in ("class", "datatype", "in", "minLength", "not", "or", "pattern", "flags")}


def trail(node: Node) -> str:
    """How to get to *node* from a shape with an IRI: ``Date/or/2/datatype``."""
    if isinstance(node, URIRef):
        return node.rpartition("#")[2]
    subject, predicate = next(OWN.subject_predicates(node))
    step = {RDF.first: "", RDF.rest: "+"}.get(predicate, "/" + predicate.rpartition("#")[2])
    return trail(subject) + step


def nested() -> Iterator[tuple[Node, URIRef]]:
    """Each constraint of a shape that does not report itself."""
    for shape, parameter, _ in OWN:
        if parameter in PARAMETERS and (shape, SH.message, None) not in OWN:
            yield shape, parameter


def members() -> Iterator[tuple[BNode, int]]:
    """Each place in each list of alternatives or values."""
    for head in {*OWN.objects(None, SH["or"]), *OWN.objects(None, SH["in"])}:
        yield from ((head, place) for place in range(len(Collection(OWN, head))))


def parameters(found: Iterator[tuple[Node, object]]) -> list:
    named = {f"{trail(node)}/{str(part).rpartition('#')[2]}": (node, part) for node, part in found}
    return [pytest.param(*value, id=name) for name, value in sorted(named.items())]


def shapes_of(graph: Graph) -> Shapes:
    return Shapes(tuple(tuple(map(term_of, triple)) for triple in graph))


def shape_of(case: str) -> URIRef:
    return URIRef("https://w3id.org/article-ld/shapes#" + Path(case).name.split(".")[1])


def breaks(case: str, graph: Graph, load) -> bool:
    """Whether *case* breaks its shape in this shapes *graph*, of which only that shape is asked."""
    shape = shape_of(case)
    owners = {shape, *graph.subjects(SH.property, shape)}
    asked = Graph()
    for subject, predicate, value in graph:
        foreign_target = predicate in (SH.targetClass, SH.targetObjectsOf) and subject not in owners
        foreign_property = predicate == SH.property and value != shape
        if not (foreign_target or foreign_property):
            asked.add((subject, predicate, value))
    return any(result.shape == str(shape) for result in validate(load(case), shapes_of(asked)).results)


def some_case_notices(node: Node, graph: Graph, load) -> bool:
    """Whether with this shapes *graph*, other than ours at *node*, an invalid case passes or a valid one does not."""
    valid = (load(*(case for case in VALID if not case.startswith("article/"))), load("article/valid.newsroom.ttl"))
    return any(not breaks(case, graph, load) for case in INVALID if node in around(shape_of(case))) or any(
        validate(data, shapes_of(graph)).results for data in valid
    )


@cache
def around(shape: URIRef) -> frozenset[Node]:
    """All nodes of the shapes graph that *shape* is made of."""
    return frozenset(OWN.transitive_objects(shape, None))


def test_a_case_breaks_its_shape_when_only_that_is_asked(load):
    parts = {node for node, _ in (*nested(), *members())}
    cases = [case for case in INVALID if parts & around(shape_of(case))]
    assert [case for case in cases if not breaks(case, OWN, load)] == []


@pytest.mark.parametrize(("shape", "parameter"), parameters(nested()))
def test_a_nested_constraint_cannot_go_unnoticed(shape, parameter, load):
    weaker = Graph()
    for triple in OWN:
        if triple[:2] != (shape, parameter):
            weaker.add(triple)
    assert some_case_notices(shape, weaker, load)


@pytest.mark.parametrize(("head", "place"), parameters(members()))
def test_a_member_of_a_list_cannot_go_unnoticed(head, place, load):
    values = list(Collection(OWN, head))
    owner, parameter = next(OWN.subject_predicates(head))
    shorter = Graph()
    for triple in OWN:
        if triple != (owner, parameter, head):
            shorter.add(triple)
    remaining = Collection(shorter, BNode(), values[:place] + values[place + 1 :])
    shorter.add((owner, parameter, remaining.uri))
    assert some_case_notices(head, shorter, load)
