"""Statements in RDF/XML lead back to the elements that state them."""

import pytest

from ld.ntriples import term
from ld.validate.documents import RELATIVE, parse
from ld.validate.places.alignment import align
from ld.validate.places.rdf_xml import scan

HEAD = """<?xml version="1.0"?>
<!-- é😀 --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://e.example/"
 xmlns:e="http://e.example/" xml:base="http://b.example/x/">
"""


def spots(body: str):
    text = f"{HEAD}{body}\n</rdf:RDF>\n"
    triples = [triple for graph in parse("f", text, "rdf-xml", {}).graphs.values() for triple in graph]
    found = align(scan(text, RELATIVE), triples)
    return text, found, {tuple(map(term, triple)) for triple in triples}


@pytest.mark.parametrize(
    "body",
    [
        '<rdf:Description rdf:about="a"><p>1</p><p xml:lang="en">1</p><q rdf:resource="../z"/></rdf:Description>',
        '<C rdf:about="a" e:k="v"><p><D e:l="w"><q>1</q></D></p><p><D/></p></C>',
        '<C rdf:ID="a" rdf:type="t"><s rdf:parseType="Resource"><t>5</t></s></C>',
        '<C rdf:about="a"><u e:m="n"/><u rdf:resource="r" e:m="n"/></C>',
        '<C rdf:nodeID="n"><v rdf:parseType="Collection"><E rdf:about="e1"/><E/></v></C>',
        '<C rdf:nodeID="n"><w rdf:parseType="Collection"/></C>',
        '<C rdf:about="a"><rdf:li>1</rdf:li><rdf:li>2</rdf:li><x rdf:nodeID="m"/></C><D rdf:nodeID="m"><y>1</y></D>',
        '<C rdf:about="a" xml:base="http://o.example/"><p rdf:resource="q"/></C>',
        '<C rdf:about="a"><p rdf:parseType="Literal"><q>no statement</q></p></C><C rdf:about="b"><r>1</r></C>',
    ],
)
def test_every_triple_has_the_spot_of_its_element(body):
    text, found, triples = spots(body)
    assert found.keys() == triples
    assert all(text[spot.object] == "<" for spot in found.values())


def test_columns_count_code_points():
    text, found, _ = spots('<C rdf:about="a" e:k="é😀"/><C rdf:about="b"/>')
    assert text[
        found[
            "<http://b.example/x/b>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://e.example/C>"
        ].subject :
    ].startswith('<C rdf:about="b"')
