"""What can be asked of a graph."""

import pytest

from ld.terms import Iri, Literal
from ld.validate.index import Index, list_members, only
from ld.validate.instances import instances, is_instance
from ld.vocab import RDF, RDFS

A, B, C, P = (Iri(f"urn:{name}") for name in "abcp")
LIST = [(A, RDF.first, Literal("1")), (A, RDF.rest, B), (B, RDF.first, Literal("2")), (B, RDF.rest, RDF.nil)]


def test_a_statement_that_is_given_twice_is_there_once():
    assert list(Index([(A, P, B), (A, P, B)])) == [(A, P, B)]


def test_values_are_found_from_either_end():
    graph = Index([(A, P, B), (C, P, B)])
    assert list(graph.objects(A, P)) == [B]
    assert list(graph.subjects(P, B)) == [A, C]
    assert list(graph.referrers(B)) == [(A, P), (C, P)]
    assert list(graph.of(A)) == [(P, B)]


def test_what_is_not_there_has_no_values():
    graph = Index([])
    assert not graph
    assert not graph.objects(A, P)
    assert not graph.subjects(P, Literal("x"))
    assert (A, P, B) not in graph


def test_the_instances_of_a_class_are_those_of_its_subclasses_too_even_where_they_go_in_circles():
    graph = Index([(A, RDF.type, B), (B, RDFS.subClassOf, C), (C, RDFS.subClassOf, B)])
    assert set(instances(graph, C)) == {A}
    assert is_instance(graph, A, C)
    assert not is_instance(graph, B, C)


def test_a_list_is_read_in_its_order():
    assert list_members(Index(LIST), A) == [Literal("1"), Literal("2")]
    assert list_members(Index([]), RDF.nil) == []


@pytest.mark.parametrize("broken", [LIST[:3], LIST[1:], [*LIST, (B, RDF.rest, A)], [*LIST[:3], (B, RDF.rest, A)]])
def test_what_is_no_list_is_refused(broken):
    with pytest.raises(ValueError, match="urn:"):
        list_members(Index(broken), A)


def test_only_one_value_is_the_value():
    assert only([A]) == A
    assert only([]) is None
    assert only([A, B]) is None
