"""Microdata becomes the triples that its standard says, each with the line of its element."""

import pytest
from extruct.w3cmicrodata import MicrodataExtractor
from rich_results import Sample, valid_samples

from ld.errors import InputError
from ld.terms import Literal
from ld.validate.markup import marked_statements
from ld.vocab import RDF

BASE = "https://news.example/tide"
PERSON = 'itemscope itemtype="https://schema.org/Person"'
SAMPLES = [sample for sample in valid_samples() if sample.name.endswith("microdata.html")]


def stated(html: str) -> list[tuple[str, str, str]]:
    """Subject, the end of the property, and value of each statement."""
    return [
        (str(subject), predicate.rpartition("/")[2].rpartition("#")[2], shown(value))
        for subject, predicate, value in (marked.triple for marked in marked_statements(html, BASE))
    ]


def shown(value) -> str:
    return value.lexical if isinstance(value, Literal) else str(value)


def values(html: str) -> list[str]:
    """The values of the properties, types aside."""
    return [value for _, term, value in stated(html) if term != "type"]


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ('<span itemprop="name">Nora <b>Quist</b></span>', "Nora Quist"),
        ('<span itemprop="name">Nora &amp; Ada</span>', "Nora & Ada"),
        ('<meta itemprop="name" content="Nora &quot;Q&quot;">', 'Nora "Q"'),
        ('<span itemprop="birthDate" content="1990-02-01">1 February</span>', "1990-02-01"),
        ('<a itemprop="url" href="/nora">Nora</a>', "https://news.example/nora"),
        ('<img itemprop="image" src="nora.jpg">', "https://news.example/nora.jpg"),
        ('<object itemprop="image" data="nora.svg"></object>', "https://news.example/nora.svg"),
        ('<time itemprop="birthDate" datetime="1990-02-01">then</time>', "1990-02-01"),
        ('<time itemprop="birthDate">1990-02-01</time>', "1990-02-01"),
        ('<data itemprop="name" value="N. Q.">Nora</data>', "N. Q."),
        ('<a itemprop="url" href="">Nora</a>', ""),
    ],
)
def test_a_value_is_that_of_its_element(element, value):
    assert values(f"<div {PERSON}>{element}</div>") == [value]


def test_an_item_within_another_is_its_value_and_has_its_own_properties():
    html = f'<div {PERSON}><span itemprop="worksFor" itemscope><b itemprop="name">Harbour Bank</b></span></div>'
    assert stated(html) == [
        ("_:m1", "type", "https://schema.org/Person"),
        ("_:m1", "worksFor", "_:m2"),
        ("_:m2", "name", "Harbour Bank"),
    ]


def test_properties_elsewhere_belong_to_the_item_that_refers_to_them():
    html = f'<p id="n" itemprop="name">Nora Quist</p><div {PERSON} itemref="n gone"></div>'
    assert stated(html) == [("_:m1", "type", "https://schema.org/Person"), ("_:m1", "name", "Nora Quist")]


def test_items_that_refer_to_each_other_end():
    first = f'<div id="a" {PERSON} itemprop="knows" itemref="b"></div>'
    second = f'<div id="b" {PERSON} itemprop="knows" itemref="a"></div>'
    assert len(stated(first + second)) == 4


def test_an_identifier_names_the_item():
    assert stated(f'<div {PERSON} itemid="#nora"></div>') == [(f"{BASE}#nora", "type", "https://schema.org/Person")]


def test_several_names_and_types_are_several_statements():
    types = "https://schema.org/Person https://schema.org/Patient"
    html = f'<p itemscope itemtype="{types}"><b itemprop="name alternateName">N</b></p>'
    assert [term for _, term, _ in stated(html)] == ["type", "type", "name", "alternateName"]


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li {PERSON}><b itemprop=name>A</b><li {PERSON}><b itemprop=name>B</b></ul>",
        f"<p {PERSON}><b itemprop=name>A</b><div {PERSON}><b itemprop=name>B</b></div>",
        f"<table><tr><td {PERSON}><b itemprop=name>A</b><td {PERSON}><b itemprop=name>B</b></table>",
        f"<div {PERSON}><br><meta itemprop=name content=A></div></i></div><div {PERSON}><b itemprop=name>B</b>",
    ],
)
def test_end_tags_that_may_be_left_out_end_items_too(html):
    assert [(subject, value) for subject, term, value in stated(html) if term == "name"] == [
        ("_:m1", "A"),
        ("_:m2", "B"),
    ]


def test_what_is_in_a_template_or_a_comment_says_nothing():
    html = f"<template><div {PERSON}></div></template><!-- <div {PERSON}></div> --><div itemscope></div>"
    assert stated(html) == []


def test_each_statement_has_the_line_of_its_element():
    html = f'<div {PERSON}>\n<b itemprop="name"\n>Nora</b>\n</div>'
    offsets = [(marked.spot.subject, marked.spot.object) for marked in marked_statements(html, BASE)]
    assert [(html.count("\n", 0, a) + 1, html.count("\n", 0, b) + 1) for a, b in offsets] == [(1, 1), (1, 2)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_another_reader_reads_the_same(sample: Sample):
    def flat(item) -> list[tuple[str, str]]:
        found = [("type", type_) for type_ in [item["type"]] if type_]
        for name, given in item.get("properties", {}).items():
            for value in given if isinstance(given, list) else [given]:
                found += [(name, "item"), *flat(value)] if isinstance(value, dict) else [(name, value)]
        return found

    items = MicrodataExtractor().extract(sample.text, base_url=BASE)
    mine = [(term, "item" if value.startswith("_:") else value) for _, term, value in stated(sample.text)]
    named = {str(marked.triple[0]) for marked in marked_statements(sample.text, BASE)}
    mine = [(term, "item" if value in named else value) for term, value in mine]
    assert sorted(mine) == sorted(pair for item in items for pair in flat(item))


def test_deep_nesting_ends():
    html = f"<div {PERSON}>" + "<div>" * 20_000 + "<b itemprop=name>A</b>"
    assert (str(marked_statements(html, BASE)[0].triple[1])) == RDF.type
    assert values(html) == ["A"]


@pytest.mark.parametrize(
    "html",
    [
        f"<div {PERSON}>" + "<div itemprop=name>a" * 20_000,
        f"<div {PERSON} itemref=far></div>" * 700 + "<p id=far>" + "<b></b>" * 3_000,
    ],
)
def test_what_states_many_times_the_length_of_the_page_is_refused(html):
    with pytest.raises(InputError, match="more than 20 times the length"):
        marked_statements(html, BASE)
