"""Links in the story lead to works that it cites: each with the words that lead there."""

import time

import pytest

from ld.errors import InputError
from ld.mapping import map_facts, unproved
from ld.pipeline import build
from ld.read.facts_json import read_facts, write_facts
from ld.read.html import read_html
from ld.vocab import SCHEMA

URL = "https://harbor.example/2024/03/11/tide-at-the-quay"
PROSE = "The council of Dunmore met at the quay and spoke of the tide for hours, as people in the town had asked it to."


def cited(link: str, below: str = "") -> list[tuple[str, str]]:
    """The addresses that a story with *link* in a paragraph cites, and the words that lead there."""
    page = f"""<html lang="en"><head><title>Tide at the quay</title><link rel="canonical" href="{URL}"></head><body>
        <nav><a href="https://other.example/a-story-of-the-tide">Tide</a></nav><main><h1>Tide at the quay</h1>
        <p>{PROSE}</p><p>{PROSE} It spoke of {link} before it went home again, and nobody was surprised by it.</p>
        <p>{PROSE}</p><p>{PROSE}</p>{below}</main></body></html>"""
    return [(each.value, each.evidence[0].exact) for each in read_html(page.encode()).citations]


@pytest.mark.parametrize(
    "address",
    [
        "https://council.example/reports/tide-2024.pdf",
        "https://other.example/news/tide",
        "https://harbor.example/2024/03/10/storm-warning-for-the-coast",
        "https://www.other.example/12345",
    ],
)
def test_a_work_is_cited(address):
    assert cited(f'<a href="{address}">a report on tides</a>') == [(address, "a report on tides")]


def test_a_relative_address_is_that_of_the_page():
    (found,) = cited('<a href="/2024/03/10/storm-warning-for-the-coast">a storm</a>')
    assert found == ("https://harbor.example/2024/03/10/storm-warning-for-the-coast", "a storm")


def test_words_in_other_elements_of_the_link_are_its_own():
    assert cited('<a href="https://other.example/news/tide"> the  <em>high</em> tide</a>') == [
        ("https://other.example/news/tide", "the high tide")
    ]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://other.example/news/tide?utm_source=x&id=7&fbclid=y#top", "https://other.example/news/tide?id=7"),
        ("https://other.example/news/tide?utm_campaign=z", "https://other.example/news/tide"),
    ],
)
def test_parameters_that_track_readers_are_cut_off(address, kept):
    assert cited(f'<a href="{address}">a report</a>') == [(kept, "a report")]


@pytest.mark.parametrize(
    "address",
    [
        URL,
        f"{URL}?page=2#map",
        "https://other.example/",
        "https://harbor.example/news",
        "https://harbor.example/tags/storm-tides-and-floods",
        "https://other.example/author/nora-quist-of-dunmore",
        "https://other.example/shop/products/rain-coat-for-sailors",
        "https://shop.other.example/rain-coat-for-sailors",
        "https://other.example/rain-coat-for-sailors?tag=harbor-20",
        "https://amzn.to/3abcdef",
        "https://go.redirectingat.com/?id=1&url=https://other.example/news/tide",
        "https://other.example/out/leads-to-a-story?to=https%3A%2F%2Fthird.example%2F",
        "https://social.example/intent/tweet?text=tide",
        "https://social.example/sharer/sharer.php?u=tide",
        "mailto:nora.quist@harbor.example",
        "javascript:void(0)",
        "https://nora:secret@other.example/news/tide",
        "https://other.example/new s/<tide>",
    ],
)
def test_what_is_no_work_or_leads_on_is_not_cited(address):
    assert cited(f'<a href="{address}">a report</a>') == []


def test_a_paragraph_that_is_but_a_link_cites_nothing():
    link = '<a href="https://other.example/news/tide">Read what people in Dunmore say of the tide of this year</a>'
    assert cited("the tide", below=f"<p>More: {link}.</p><p>{PROSE}</p>") == []


def test_an_address_is_cited_once_with_its_first_words():
    link = '<a href="https://other.example/news/tide">{}</a>'
    assert cited(f"{link.format('a report')} and {link.format('a study')}") == [
        ("https://other.example/news/tide", "a report")
    ]


def test_the_graph_has_the_citation_with_its_words(tmp_path):
    page = tmp_path / "tide.html"
    link = f'It spoke of <a href="https://other.example/news/tide">a report</a> for long. {PROSE}'
    page.write_text(f"<html lang=en><title>Tide</title><h1>Tide at the quay</h1><p>{link}</p>" + f"<p>{PROSE}</p>" * 5)
    built = build(page, url=URL, date="2024-03-11")
    (triple,) = [triple for triple in built.graph.facts if triple.predicate == SCHEMA.citation]
    assert triple.object == "https://other.example/news/tide"
    assert unproved(map_facts(built.facts)) == frozenset()
    assert built.report.conforms()
    assert read_facts(write_facts(built.facts)) == built.facts


def links(count: int, apart: str) -> str:
    return apart.join(f'and <a href="https://other.example/news/tide-{n}">tide {n}</a>' for n in range(count))


def test_a_megabyte_of_links_takes_time_in_proportion():
    taken = []
    for count in (1_500, 6_000):
        begin = time.process_time()
        assert len(cited(links(count, f"</p><p>{PROSE} "))) == 100
        taken.append(time.process_time() - begin)
    assert taken[1] < 4 * taken[0] * 2.5


def test_a_paragraph_of_thousands_of_links_is_refused():
    with pytest.raises(InputError, match="element of 6,000 links"):
        cited(links(6_000, " "))
