"""Agencies and newsrooms: the author where no person signs, else the organization for which the authors worked."""

import pytest
from read.news_page import TODAY, page
from read.pasted_page import CLEAN, LEAD, URL, evidence, words

from ld.article import Article
from ld.extract import extract
from ld.mapping import map_facts, unproved
from ld.read.facts_json import read_facts, write_facts
from ld.read.html import read_html
from ld.read.text import read_text
from ld.terms import Literal, Triple
from ld.validate import Severity, load_shapes, own_shapes, validate
from ld.vocab import SCHEMA


def pasted(lines: str = "", opening: str = "", ending: str = "", **given: str) -> Article:
    text = CLEAN.replace(LEAD, opening + LEAD).rstrip() + ending + "\n"
    return read_text(text.replace("\n\n", f"\n\n{lines}\n\n", 1) if lines else text, url=URL, **given)


def authors(article: Article) -> list[tuple[str, str]]:
    return [(author.value, author.kind) for author in article.authors]


def sources(article: Article) -> list[str]:
    properties = article.description.properties if article.description else ()
    return [each.thing.title for each in properties if each.name == "sourceOrganization" and each.thing]


@pytest.mark.parametrize(
    ("lines", "opening", "ending", "name"),
    [
        ("By Associated Press", "", "", "Associated Press"),
        ("By The Associated Press", "", "", "Associated Press"),
        ("By Reuters", "", "", "Reuters"),
        ("Reuters\n10 September 2024", "", "", "Reuters"),
        ("10 September 2024\nANI |", "", "", "ANI"),
        ("By Quay News staff", "", "", "Quay News"),
        ("By Harbour Gazette Staff", "", "", "Harbour Gazette"),
        ("By QUAYSIDE staff", "", "", "QUAYSIDE"),
        ("By Gazette Editorial Board", "", "", "Gazette Editorial Board"),
        ("By Northmouth.example Newsroom", "", "", "Northmouth.example Newsroom"),
        ("", "OSLO, March 3 (Quay Press) — ", "", "Quay Press"),
        ("", "NORTHMOUTH, Wales (AP) — ", "", "AP"),
        ("", "(AP) — ", "", "AP"),
        ("", "", "\n\n— Reuters", "Reuters"),
        ("", "", "\n\n(AFP)", "AFP"),
    ],
)
def test_an_agency_or_a_newsroom_is_the_author_where_no_person_signs(lines, opening, ending, name):
    article = pasted(lines, opening, ending)
    assert authors(article) == [(name, "organization")]
    assert evidence(article.authors[0]).exact == name
    assert sources(article) == []


@pytest.mark.parametrize(
    ("lines", "opening", "name"),
    [
        ("By Nora Quist, Associated Press", "", "Associated Press"),
        ("By Nora Quist", "OSLO, March 3 (Quay Press) — ", "Quay Press"),
        ("By Nora Quist", "NORTHMOUTH (AP) — ", "AP"),
    ],
)
def test_beside_a_person_it_is_the_organization_for_which_that_one_worked(lines, opening, name):
    article = pasted(lines, opening)
    assert authors(article) == [("Nora Quist", "person")]
    assert sources(article) == [name]


@pytest.mark.parametrize(
    ("lines", "opening"),
    [
        ("By Nora Quist", ""),
        ("By Nora Quist, Staff Writer", ""),
        ("By Nora Quist", "The North Harbour Authority (NHA) — once its owner — has left. "),
        ("By Nora Quist", "A pier (AP) — "),
        ("Staff", ""),
        ("By News Staff", ""),
        ("The pier at dawn.\nReuters", ""),
    ],
)
def test_without_the_name_of_an_organization_in_such_a_place_there_is_none(lines, opening):
    article = pasted(lines, opening)
    assert sources(article) == []
    assert all(author.kind == "person" for author in article.authors)


def test_the_publisher_is_not_its_own_source():
    assert sources(pasted("By Nora Quist, Associated Press", publisher="The Associated Press")) == []


def test_a_dateline_names_the_agency_of_a_page_too():
    sent = ("OSLO (Quay Press) — The port is full, and nobody knows what to do about it before the winter comes.",)
    head = "<h1>Harbor ministers meet in Oslo</h1>"
    rest = tuple(
        f"The pilots asked for quay number {each} in the spring, and waited for a long time." for each in "2345"
    )
    alone = read_html(page(above=head, paragraphs=sent + rest), today=TODAY)
    assert authors(alone) == [("Quay Press", "organization")]
    signed = read_html(page(above=f"{head}<p>By Nora Quist</p>", paragraphs=sent + rest), today=TODAY)
    assert (authors(signed), sources(signed)) == ([("Nora Quist", "person")], ["Quay Press"])


def test_the_graph_says_whence_the_report_came_and_where_it_was_written_with_proof():
    article = pasted("By Nora Quist", "OSLO, March 3 (Quay Press) — ", date="2024-03-03", publisher="Harbour Voice")
    facts = extract(article)
    assert read_facts(write_facts(facts)) == facts
    (agency,) = (entity for entity in facts.entities if entity.name == "Quay Press")
    graph = map_facts(facts)
    (source,) = (triple for triple in graph.facts if triple.predicate == SCHEMA.sourceOrganization)
    assert source.object.endswith(agency.id)
    assert Triple(source.object, SCHEMA.name, Literal("Quay Press")) in graph.facts
    assert not unproved(graph)
    (dateline,) = (triple.object for triple in graph.facts if triple.predicate == SCHEMA.dateline)
    assert dateline == Literal("OSLO, March 3")
    assert validate(graph, load_shapes([own_shapes()])).conforms(Severity.WARNING)
    assert source.object not in [triple.object for triple in graph.facts if triple.predicate == SCHEMA.about]
    assert words(article, "byline") == ["By Nora Quist"]
