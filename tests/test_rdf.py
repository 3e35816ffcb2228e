"""Triples keep their bytes on the way to rdflib and back."""

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from ld.errors import InputError
from ld.rdf import from_rdflib, term_of, to_rdflib
from ld.terms import BlankNode, Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA, XSD_NS

iris = st.sampled_from("abc").map(lambda letter: Iri(f"https://news.example/#{letter}"))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
datatypes = st.sampled_from([XSD_NS.string, XSD_NS.date, XSD_NS.integer, XSD_NS.double, XSD_NS.gYearMonth])
triples = st.builds(Triple, iris, iris, iris | st.builds(Literal, texts, datatypes, st.just("")))


@given(st.frozensets(triples, max_size=8))
def test_triples_come_back_as_they_went(found):
    assert set(from_rdflib(to_rdflib(found))) == found


@given(st.lists(triples, max_size=8))
def test_triples_come_back_sorted_whatever_their_order(found):
    assert from_rdflib(to_rdflib(found)) == from_rdflib(to_rdflib(reversed(found)))


@pytest.mark.parametrize("lexical", ["0.50", "007", "1E0", "not a number"])
def test_a_lexical_form_is_never_normalized(lexical):
    triple = Triple(Iri("https://news.example/#a"), SCHEMA.price, Literal(lexical, XSD_NS.double))
    assert from_rdflib(to_rdflib([triple])) == (triple,)


def test_an_ill_typed_literal_is_not_logged(caplog):
    to_rdflib([Triple(Iri("https://news.example/#a"), SCHEMA.datePublished, Literal("2024-02-30", XSD_NS.date))])
    assert caplog.records == []


def test_a_language_tag_is_kept_in_lower_case():
    graph = rdflib.Graph().parse(data='<a:b> <a:c> "Tide"@en-GB .', format="turtle")
    (triple,) = from_rdflib(graph)
    assert triple.object == Literal("Tide", RDF.langString, "en-gb")
    assert from_rdflib(to_rdflib([triple])) == (triple,)


def test_a_blank_node_of_a_foreign_graph_keeps_its_label():
    (triple,) = to_rdflib([(BlankNode("_:b0"), SCHEMA.knows, BlankNode("_:b1"))])
    assert [term_of(node) for node in triple] == [BlankNode("_:b0"), SCHEMA.knows, BlankNode("_:b1")]


@pytest.mark.parametrize("data", ["[] <a:b> <a:c> .", "<a:b> <a:c> [] ."])
def test_a_blank_node_is_refused(data):
    with pytest.raises(InputError, match="blank node"):
        from_rdflib(rdflib.Graph().parse(data=data, format="turtle"))


def test_our_prefixes_are_bound():
    assert dict(to_rdflib([]).namespaces())["schema"] == rdflib.URIRef("http://schema.org/")
