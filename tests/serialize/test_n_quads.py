"""N-Quads: both graphs, sorted, in canonical form."""

from fixtures_facts import FACTS, URL, as_written, graphs, hostile_facts
from hypothesis import given, settings
from rdflib import Dataset

from ld.mapping import map_facts
from ld.rdf import from_rdflib
from ld.serialize import n_quads
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import SCHEMA, XSD_NS

NODE = Iri(f"{URL}#article")


def quad(value: Iri | Literal) -> str:
    return n_quads(ArticleGraph(Iri(URL), (Triple(NODE, SCHEMA.name, value),), ()))


def read(text: str) -> dict[str, set[Triple]]:
    with as_written():
        dataset = Dataset().parse(data=text, format="nquads")
    return {str(graph.identifier): set(from_rdflib(graph)) for graph in dataset.graphs() if graph}


@settings(deadline=None)
@given(graphs())
def test_rdflib_reads_the_triples_of_any_graph_from_it(graph):
    assert read(n_quads(graph)) == {graph.name: set(graph.facts)}


@settings(deadline=None, max_examples=30)
@given(hostile_facts())
def test_the_evidence_has_a_graph_of_its_own(facts):
    graph = map_facts(facts)
    assert read(n_quads(graph)) == {graph.name: set(graph.facts), f"{graph.name}#evidence": set(graph.evidence)}


def test_the_lines_are_sorted_and_unique():
    lines = n_quads(map_facts(FACTS)).splitlines()
    assert lines == sorted(set(lines))


def test_control_characters_are_escaped_and_others_are_not():
    expected = r'"a\b\t\n\u000B\f\r\u0000\"\\\u007Fé🚢"'
    assert quad(Literal('a\b\t\n\x0b\f\r\0"\\\x7fé🚢')) == f"<{NODE}> <{SCHEMA.name}> {expected} <{URL}> .\n"


def test_a_string_has_no_datatype_and_a_date_has():
    assert '"x" <' in quad(Literal("x"))
    assert f'"2024"^^<{XSD_NS.gYear}> <' in quad(Literal("2024", XSD_NS.gYear))
