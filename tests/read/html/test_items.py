"""The Wikidata items that a page gives for its author, its publisher and its topics."""

import json

import pytest
from read.news_page import TODAY, json_ld, page

from ld.article import SourceCitation
from ld.read.html import read_html

WIKI = "https://www.wikidata.org/wiki/"
ADA = {"@type": "Person", "name": "Ada Quill", "sameAs": f"{WIKI}Q42"}


def given(head: str = "", **page_parts):
    article = read_html(page(head, **page_parts), today=TODAY)
    return [(each.role, each.name, each.type, each.value) for each in article.identities]


@pytest.mark.parametrize(
    ("property_", "role"),
    [
        ("author", "author"),
        ("creator", "author"),
        ("publisher", "publisher"),
        ("about", "topic"),
        ("mentions", "topic"),
    ],
)
def test_an_item_is_read_with_its_part_its_name_and_its_type(property_, role):
    assert given(json_ld(**{property_: ADA})) == [(role, "Ada Quill", "Person", f"{WIKI}Q42")]


@pytest.mark.parametrize(
    "said",
    [
        {"sameAs": ["https://social.example/ada", "http://www.wikidata.org/entity/Q42"]},
        {"@id": "http://www.wikidata.org/entity/Q42"},
        {"identifier": "http://www.wikidata.org/entity/Q42"},
        {"identifier": [{"@type": "PropertyValue", "value": "http://www.wikidata.org/entity/Q42"}]},
        {"sameAs": {"@id": "http://www.wikidata.org/entity/Q42"}},
    ],
)
def test_it_is_read_wherever_the_node_says_who_it_is(said):
    node = {"@type": "Person", "name": "Ada Quill"} | said
    assert [each[-1] for each in given(json_ld(about=[node]))] == ["http://www.wikidata.org/entity/Q42"]


def test_an_identifier_of_wikidata_may_be_the_bare_id():
    node = {"name": "Ada Quill", "identifier": {"propertyID": "Wikidata", "value": "Q42"}}
    assert given(json_ld(about=node)) == [("topic", "Ada Quill", "", "Q42")]


def test_a_node_that_is_only_named_is_looked_up():
    graph = json_ld(**{"@id": "#article", "publisher": {"@id": "#us"}})
    us = {"@id": "#us", "@type": "NewsMediaOrganization", "name": "The Harbor Gazette", "sameAs": f"{WIKI}Q7"}
    head = f'{graph}<script type="application/ld+json">{json.dumps(us)}</script>'
    assert given(head) == [("publisher", "The Harbor Gazette", "NewsMediaOrganization", f"{WIKI}Q7")]


def test_the_words_of_the_page_are_cited():
    source = page(json_ld(about=ADA))
    (identity,) = read_html(source, today=TODAY).identities
    (proof,) = identity.evidence
    assert isinstance(proof, SourceCitation)
    assert (proof.exact, proof.rule) == (f"{WIKI}Q42", "sameAs of about in JSON-LD")


@pytest.mark.parametrize(
    "node",
    [
        "Ada Quill",
        {"name": "Ada Quill"},
        {"name": "Ada Quill", "sameAs": ["https://en.wikipedia.org/wiki/Ada", "https://notwikidata.org/wiki/Q42"]},
        {"name": "Ada Quill", "sameAs": 42},
        {"name": "Ada Quill", "identifier": {"propertyID": "isni", "value": "Q42"}},
        {"name": "Ada Quill", "identifier": {"propertyID": f"{WIKI}Property:P213", "value": "0000 0001 2345 6789"}},
        {"@id": "http://www.wikidata.org/entity/Q42"},
        {"name": "", "sameAs": f"{WIKI}Q42"},
    ],
)
def test_what_names_nobody_or_no_address_of_wikidata_is_passed_over(node):
    assert given(json_ld(about=node)) == []


def test_an_address_of_wikidata_that_is_no_items_is_kept_as_it_stands():
    assert given(json_ld(about=ADA | {"sameAs": f"{WIKI}Property:P31"}))[0][-1] == f"{WIKI}Property:P31"


def test_microdata_is_read_too():
    byline = (
        '<div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Jane Doe</span>'
        f'<link itemprop="sameAs" href="{WIKI}Q42">'
        '<div itemprop="worksFor" itemscope><span itemprop="name">The Harbor Gazette</span>'
        f'<link itemprop="sameAs" href="{WIKI}Q7"></div></div>'
    )
    assert given(above=f"<h1>Harbor ministers meet in Oslo</h1>{byline}") == [
        ("author", "Jane Doe", "Person", f"{WIKI}Q42")
    ]


def test_an_itemid_of_wikidata_is_read_too():
    about = f'<div itemprop="about" itemscope itemid="{WIKI}Q42"><meta itemprop="name" content="Ada Quill"></div>'
    assert given(below=about) == [("topic", "Ada Quill", "", f"{WIKI}Q42")]


def test_of_very_many_topics_only_the_first_are_read():
    assert len(given(json_ld(about=[ADA | {"name": f"Ada {n}"} for n in range(300)]))) == 50
