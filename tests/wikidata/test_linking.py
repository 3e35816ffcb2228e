"""The linker with live Wikidata: whom it asks for, and what becomes of people when nobody answers."""

import pytest
from loopback import Reply

from ld.extract import extract
from ld.facts import Link, Nil
from ld.kb import Layers
from ld.link import link
from ld.link.corrections import Correction

SAID = "French Senator Ada Quill said the harbor would stay open. “It will,” Quill said."


@pytest.fixture
def linked(make_article, live):
    """The links of the people in an article with these paragraphs, by their names."""

    def read(*paragraphs, corrections=(), kb=live):
        facts = link(extract(make_article(*paragraphs, date="2024-09-11")), kb, corrections)
        return {person.name: person.link for person in facts.of_kind("person")}

    return read


@pytest.fixture
def senator(wikibase):
    wikibase.add("Q2", "Ada Quill", claims={"P31": ["Q5"], "P27": ["Q142"], "P39": ["Q30"]})
    wikibase.add("Q30", "member of the Senate", claims={"P279": ["Q83307"], "P1001": ["Q142"]})


@pytest.mark.usefixtures("senator")
def test_a_person_who_agrees_with_the_article_is_linked_and_the_revision_told(linked):
    found = linked(SAID)["Ada Quill"]
    assert isinstance(found, Link)
    assert (found.qid, found.source) == ("Q2", "Wikidata: revision 1002")
    assert "the post agrees: Senator; in office on 2024-09-11" in found.because


def test_somebody_of_the_name_and_no_more_stays_unlinked(linked, wikibase):
    wikibase.add("Q2", "Ada Quill", claims={"P31": ["Q5"], "P27": ["Q183"]})
    assert linked(SAID)["Ada Quill"].because.startswith("named like Q2 (Ada Quill), but the score")


def test_nobody_of_the_name_is_no_candidate(linked):
    assert linked(SAID)["Ada Quill"] == Nil(because="no candidate: Wikidata knows no person called 'Ada Quill'")


@pytest.mark.usefixtures("senator")
def test_when_nobody_answers_people_are_unlinked_and_say_so(linked, wikibase):
    wikibase.first = [Reply("<html>Too many requests", 429, (("Retry-After", "3600"),))]
    found = linked(SAID, "“So be it,” said French Senator Bo Hart.")
    assert {name: person.because for name, person in found.items()} == dict.fromkeys(
        ("Ada Quill", "Bo Hart"),
        "unlinked: service unavailable: Wikidata answered 429 Too Many Requests: Too many requests",
    )
    assert len(wikibase.requests) == 1


def test_that_nobody_answers_is_told_even_where_a_file_has_a_reason(linked, wikibase, live, make_kb, person):
    wikibase.first = [Reply("robot policy", 403)]
    known = person("Q7747", "Vladimir Putin", ("President of Russia", "RU", "2012-05-07", None))
    kb = Layers((make_kb(known), live))
    found = linked("Canadian Mayor Vladimir Putin opened the harbor.", kb=kb)["Vladimir Putin"]
    assert found.because.startswith("unlinked: service unavailable")


def test_nobody_is_asked_for_whom_a_file_links(linked, wikibase, live, make_kb, person):
    kb = Layers((make_kb(person("Q3", "Ada Quill", ("member of the Senate", "FR", "2020-01-01", None))), live))
    assert linked(SAID, kb=kb)["Ada Quill"].qid == "Q3"
    assert wikibase.requests == []


def test_a_surname_alone_is_not_looked_up(linked, wikibase):
    found = linked("French Senator Quill said the harbor would stay open.")["Quill"]
    assert found == Nil(because="unlinked: Wikidata cannot be asked for a surname alone")
    assert wikibase.requests == []


def test_a_correction_stands_though_nobody_answers(linked, wikibase):
    wikibase.first = [Reply("robot policy", 403)]
    row = Correction("Ada Quill", "", "Q2", "the desk", "", "links.csv, line 2")
    assert (linked(SAID, corrections=[row])["Ada Quill"].qid, len(wikibase.requests)) == ("Q2", 1)
