"""What each name of an article may be: the linker's own candidates, scores and reasons."""

import math

import pytest

from ld.extract import extract
from ld.facts import Link
from ld.kb import Item
from ld.link import link
from ld.link.choices import choices
from ld.link.corrections import UNLINKED, Correction
from ld.link.weights import MARGIN, THRESHOLD

SENATOR = ("member of the Senate", "FR", "2020-01-01", None)
SAID = "French Senator Ada Quill said the harbor would stay open. “It will,” Quill said."


@pytest.fixture
def chosen(make_article):
    """The choice for Ada Quill in an article with the paragraph SAID, in which *kb* knows whom it knows."""

    def read(kb, corrections=(), threshold=THRESHOLD):
        facts = extract(make_article(SAID, date="2024-09-11"), kb)
        found = choices(facts, kb, corrections, threshold)
        return next(each for each in found.entities if each.name == "Ada Quill")

    return read


@pytest.fixture
def kb(make_kb, person):
    """Two of one name: who sits in the Senate, and who died long ago."""
    return make_kb(
        person("Q2", "Ada Quill", ("member of the Senate", "FR", "1990-01-01", "1999-12-31"), death="2001-02-03"),
        person("Q3", "Ada Quill", SENATOR, description="a senator"),
    )


def test_candidates_come_with_the_best_first_and_the_chosen_one_marked(kb, chosen):
    found = chosen(kb).candidates
    assert [(each.item, each.is_chosen) for each in found] == [("Q3", True), ("Q2", False)]
    assert found[0].score > found[1].score


def test_the_scores_and_the_link_are_those_of_the_linker(kb, make_article):
    facts = extract(make_article(SAID, date="2024-09-11"), kb)
    found = next(each for each in choices(facts, kb).entities if each.name == "Ada Quill")
    made = next(each.link for each in link(facts, kb).entities if each.name == "Ada Quill")
    assert isinstance(made, Link)
    assert found.link == made
    assert (found.candidates[0].score, found.candidates[1].item) == (made.score, made.runner_up)
    assert made.because.startswith("; ".join(found.candidates[0].told))


def test_a_score_is_the_sum_of_what_its_features_are_worth(kb, chosen):
    for option in chosen(kb).candidates:
        total = sum(feature.worth for feature in option.features)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(option.score, abs=0.001)


def test_features_come_with_the_weightiest_first_and_none_that_is_worth_nothing(kb, chosen):
    worths = [abs(feature.worth) for feature in chosen(kb).candidates[0].features]
    assert worths == sorted(worths, reverse=True)
    assert all(worths)


def test_the_description_is_that_of_the_base_or_else_what_it_knows(kb, chosen):
    described = [each.description for each in chosen(kb).candidates]
    assert described == ["a senator", "person, member of the Senate, –2001-02-03"]


def test_below_the_threshold_nobody_is_chosen_and_the_reason_is_told(kb, chosen):
    found = chosen(kb, threshold=1.0)
    assert not any(each.is_chosen for each in found.candidates)
    assert "is below 1" in found.link.because


def test_threshold_and_margin_are_told(kb, make_article):
    found = choices(extract(make_article(SAID), kb), kb, threshold=0.8)
    assert (found.threshold, found.margin) == (0.8, MARGIN)


def test_a_name_that_nobody_has_comes_with_no_candidates_and_the_reason(make_kb, person, chosen):
    found = chosen(make_kb(person("Q4", "Bo Hart")))
    assert found.candidates == ()
    assert found.link.because == "no candidate: items knows no person called 'Ada Quill'"


@pytest.mark.parametrize(("decision", "marked"), [(UNLINKED, [False, False]), ("Q2", [False, True])])
def test_a_correction_decides_and_the_candidates_stay_to_be_seen(kb, chosen, decision, marked):
    found = chosen(kb, corrections=[Correction("Ada Quill", "", decision, "", "", "links.csv, line 2")])
    assert [(each.item, each.is_chosen) for each in found.candidates] == list(zip(("Q3", "Q2"), marked, strict=True))


def test_what_facts_have_decided_stays_and_its_candidates_can_be_seen(kb, make_article):
    decided = link(extract(make_article(SAID), kb), kb, [Correction("Ada Quill", "", UNLINKED, "", "", "links.csv")])
    found = next(each for each in choices(decided, kb).entities if each.name == "Ada Quill")
    assert found.link.because == "corrected in links.csv by somebody unnamed"
    assert {each.item for each in found.candidates} == {"Q2", "Q3"}


def test_an_item_of_the_house_is_named_by_its_iri(make_kb, chosen):
    iri = "https://id.harbor-news.example/people/7"
    found = chosen(make_kb(Item(iri=iri, kind="person", label="Ada Quill")))
    assert [(each.qid, each.iri, each.item) for each in found.candidates] == [(None, iri, iri)]


def test_countries_come_with_their_link_and_without_candidates(kb, make_article):
    found = choices(extract(make_article(SAID), kb), kb).entities
    assert [(each.link.qid, each.candidates) for each in found if each.kind == "country"] == [("Q142", ())]
