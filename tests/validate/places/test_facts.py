"""Where the facts behind a graph's nodes stand."""

import pytest
from fixtures_facts import FACTS, OSLO, URL, replaced, with_entity

from ld.facts import Link
from ld.read.facts_json import write_facts
from ld.validate.places.facts import find_fact

NAME = "http://schema.org/name"
IRI = "https://id.harbor.example/places/1"
INDEX = FACTS.entities.index(OSLO)


@pytest.mark.parametrize("node", ["http://www.wikidata.org/entity/Q585", IRI])
def test_what_is_linked_is_found_by_its_item(node):
    link = OSLO.link if node != IRI else replaced(OSLO.link, qid=None, iri=IRI)
    assert isinstance(link, Link)
    found = find_fact(write_facts(with_entity(OSLO, link=link)), node, NAME)
    assert found.path == f"$['entities'][{INDEX}]['name']"


def test_the_article_is_found_by_its_node_and_else_by_its_address():
    assert find_fact(write_facts(FACTS), URL, NAME).path == "$['article']"
    headline = find_fact(write_facts(FACTS), f"{URL}#article", "http://schema.org/headline")
    assert headline.path == "$['article']['headline']['value']"
