"""JSON-LD: the same triples, as a person would write them."""

import itertools
import json
import socket
from typing import Any

import pytest
from fixtures_facts import FACTS, URL, as_written, graphs, hostile_facts, replaced
from hypothesis import given, settings
from pyld import jsonld
from rdflib import Graph

from ld.mapping import map_facts
from ld.rdf import from_rdflib
from ld.serialize import json_ld
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA


def parsed(graph: ArticleGraph) -> Any:
    return json.loads(json_ld(graph))


def by_rdflib(text: str) -> set[Triple]:
    with as_written():
        return set(from_rdflib(Graph().parse(data=text, format="json-ld")))


def by_pyld(text: str) -> set[Triple]:
    dataset = jsonld.to_rdf(json.loads(text))
    assert set(dataset) <= {"@default"}
    return {Triple(*map(_pyld_term, (t["subject"], t["predicate"], t["object"]))) for t in dataset.get("@default", ())}


def _pyld_term(term: dict[str, str]) -> Any:
    if term["type"] == "IRI":
        return Iri(term["value"])
    assert term["type"] == "literal"
    return Literal(term["value"], Iri(term["datatype"]))


@settings(deadline=None)
@given(graphs())
def test_rdflib_reads_the_triples_of_any_graph_from_it(graph):
    assert by_rdflib(json_ld(graph)) == set(graph.facts)


@settings(deadline=None)
@given(graphs())
def test_pyld_reads_the_triples_of_any_graph_from_it(graph):
    assert by_pyld(json_ld(graph)) == set(graph.facts)


@settings(deadline=None, max_examples=30)
@given(hostile_facts())
def test_hostile_facts_come_back_as_they_were_and_cannot_end_a_script(facts):
    graph = map_facts(facts)
    text = json_ld(graph)
    assert "<" not in text
    assert by_pyld(text) == by_rdflib(text) == set(graph.facts)


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_: object, **__: object):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = json_ld(map_facts(FACTS))
    assert by_pyld(text) == by_rdflib(text)


def test_the_article_stands_on_top_and_its_headline_first():
    document = parsed(map_facts(FACTS))
    article = document["@graph"][0] if "@graph" in document else document
    assert list(article)[-14:] == [
        "@type",
        "headline",
        "url",
        "inLanguage",
        "datePublished",
        "dateModified",
        "author",
        "articleSection",
        "keywords",
        "isAccessibleForFree",
        "image",
        "about",
        "mentions",
        "hasPart",
    ]


def test_a_truth_value_is_one_of_json():
    assert parsed(map_facts(FACTS))["isAccessibleForFree"] is False


def test_a_graph_that_hangs_together_is_one_object_without_graph():
    document = parsed(map_facts(FACTS))
    assert "@graph" not in document
    assert document["@id"] == f"{URL}#article"


def test_what_the_article_does_not_lead_to_stands_beside_it():
    document = parsed(map_facts(replaced(FACTS, authors=())))
    assert [node["@id"] for node in document["@graph"]] == [f"{URL}#article", f"{URL}#person-ada-quill"]


def test_a_node_is_described_where_it_needs_the_least_nesting_and_named_elsewhere():
    document = parsed(map_facts(FACTS))
    oslo = next(topic for topic in document["mentions"] if topic["@id"] == "wd:Q585")
    event = next(topic for topic in document["about"] if topic["@type"] == "Event")
    assert oslo["name"] == "Oslo"
    assert event["location"] == {"@id": "wd:Q585"}


def test_a_wikidata_item_is_written_short():
    assert '"@id": "wd:Q20"' in json_ld(map_facts(FACTS))


def test_a_date_of_less_than_a_day_says_its_type():
    document = parsed(map_facts(FACTS))
    board = next(topic for topic in document["mentions"] if topic.get("alternateName") == "NHB")
    assert board["member"]["startDate"] == {"@type": "xsd:gYearMonth", "@value": "2024-08"}
    assert document["datePublished"] == "2024-09-11"


def test_numbered_nodes_stand_in_the_order_of_their_numbers():
    quotations = tuple(replaced(FACTS.quotations[0], id=f"quotation-{n}") for n in range(1, 12))
    document = parsed(map_facts(replaced(FACTS, quotations=quotations)))
    assert [part["@id"].rpartition("-")[2] for part in document["hasPart"]] == [str(n) for n in range(1, 12)]


def test_the_digits_of_a_digest_are_no_number():
    digests = ("09e1", "1f2a", "7e99", "93b7")
    quotations = tuple(replaced(FACTS.quotations[0], id=f"quotation-{digest}") for digest in reversed(digests))
    document = parsed(map_facts(replaced(FACTS, quotations=quotations)))
    assert [part["@id"].rpartition("-")[2] for part in document["hasPart"]] == list(digests)


def test_a_long_chain_of_nodes_does_not_nest_without_end():
    nodes = [Iri(f"{URL}#article"), *(Iri(f"{URL}#organization-{n}") for n in range(3000))]
    facts = tuple(Triple(one, SCHEMA.member, other) for one, other in itertools.pairwise(nodes))
    graph = ArticleGraph(Iri(URL), (*facts, Triple(nodes[-1], RDF.type, SCHEMA.Organization)), ())
    assert by_rdflib(json_ld(graph)) == set(graph.facts)


@pytest.mark.parametrize("character", ["é", "한", "🚢"])
def test_letters_of_all_scripts_stay_readable(character):
    graph = ArticleGraph(Iri(URL), (Triple(Iri(f"{URL}#article"), SCHEMA.name, Literal(character)),), ())
    assert json_ld(graph).endswith(f'"name": "{character}"\n}}\n')
