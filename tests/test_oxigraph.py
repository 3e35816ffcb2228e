"""pyoxigraph's terms become ours as they are."""

import pyoxigraph
import pytest

from ld.oxigraph import Terms, iri_of, object_of
from ld.terms import BlankNode, Iri, Literal
from ld.vocab import RDF, XSD_NS

IRI = pyoxigraph.NamedNode("https://news.example/a")
TYPED = pyoxigraph.Literal("007", datatype=pyoxigraph.NamedNode(XSD_NS.integer))
TAGGED = pyoxigraph.Literal("Hafen", language="de-DE")
INNER = pyoxigraph.Triple(IRI, IRI, IRI)


def test_a_lexical_form_stays_as_it_is_written():
    assert object_of(TYPED) == Literal("007", XSD_NS.integer)


def test_a_language_tag_is_in_lower_case():
    assert object_of(TAGGED) == Literal("Hafen", RDF.langString, "de-de")


def test_a_blank_node_is_no_node_of_ours():
    assert iri_of(IRI) == Iri("https://news.example/a")
    with pytest.raises(ValueError, match="is no IRI"):
        object_of(pyoxigraph.BlankNode("b"))


def test_blank_nodes_of_a_document_are_numbered_as_they_come():
    terms = Terms("e")
    nodes = [terms.node(pyoxigraph.BlankNode(label)) for label in ("x", "y", "x")]
    assert nodes == [BlankNode("_:e1"), BlankNode("_:e2"), BlankNode("_:e1")]


def test_an_iri_is_made_once_whether_a_node_or_a_datatype():
    terms = Terms("b")
    assert terms.term(TYPED).datatype is terms.iri(XSD_NS.integer)
    assert terms.node(IRI) is terms.term(IRI)


def test_a_triple_inside_a_triple_is_refused():
    with pytest.raises(ValueError, match="a triple inside a triple"):
        Terms("b").term(INNER)
