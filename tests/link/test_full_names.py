"""Names that tell by their words which organization or place is meant, although nothing else speaks for it."""

import pytest

from ld.kb import Item
from ld.link.full_names import telling


def link_of(facts, name):
    return next(entity.link for entity in facts.entities if entity.name == name)


def of(label: str, *, kind: str = "organization", stated: str = "company", abroad: bool = False) -> float:
    return telling(label, Item(qid="Q2", kind=kind, label=label, type=stated), is_abroad=abroad)


@pytest.mark.parametrize("name", ["Quillby University of Technology", "Norwegian Tidewater Harbor Administration"])
def test_three_words_with_a_rare_one_tell_all_even_abroad(name):
    assert of(name, abroad=True) == 1.0


def test_an_international_body_may_have_its_seat_anywhere():
    assert of("International Harbor Agency", abroad=True) == 1.0


@pytest.mark.parametrize("name", ["Quillby Motors", "Tesslar Veneta"])
def test_two_words_with_a_rare_one_tell_something(name):
    assert 0 < of(name) < 1


@pytest.mark.parametrize(
    "name", ["Quillby", "The Quillby", "Air Force", "Big Quillby", "French Connection", "Rule of Law"]
)
def test_one_word_and_two_ordinary_ones_tell_nothing(name):
    assert of(name) == 0.0


def test_the_name_of_a_person_is_not_that_of_the_house_called_so():
    assert of("Stella Quillby") == 0.0


def test_the_more_ordinary_words_the_more_they_tell_but_nothing_abroad():
    three, four = of("Public Service Commission"), of("Public Water Service Commission")
    assert 0 < three < four
    assert of("Public Water Service Commission", abroad=True) == 0.0


@pytest.mark.parametrize("kind", ["hospital", "police", "political party"])
@pytest.mark.parametrize("name", ["St. Mary's Hospital", "National Unity Party", "Mary's Health Center"])
def test_what_every_town_has_is_not_told_by_ordinary_words_and_saints(name, kind):
    assert of(name, stated=kind) == 0.0


def test_a_party_is_one_of_a_country_that_the_article_names():
    assert of("Quillby Unity Party", stated="political party") == 1.0
    assert of("Quillby Unity Party", stated="political party", abroad=True) == 0.0


def test_a_label_cut_short_is_no_full_name():
    item = Item(qid="Q2", kind="organization", label="Quillby Tide Society of New Norwich", type="foundation")
    assert telling("The Quillby Tide Society", item, is_abroad=False) == 0.0


def test_a_paper_needs_more_than_a_word_for_papers():
    assert of("Quillby Herald", stated="newspaper") == 0.0


def test_of_places_only_those_tell_that_say_what_they_are():
    assert of("Quillby Sound", kind="place", stated="sound") > 0
    assert of("Quillby Springs", kind="place", stated="city") == 0.0
    assert of("Quillby County", kind="place", stated="county") == 0.0
    assert of("Olympic Stadium", kind="place", stated="stadium") == 0.0


def test_a_full_name_that_no_other_has_is_linked_where_nothing_else_speaks_for_it(make_kb, linked):
    kb = make_kb(Item(qid="Q2", kind="organization", label="Quillby Meteorological Administration", renown=4))
    facts = linked(kb, "“It rains,” the Quillby Meteorological Administration said.")
    link = link_of(facts, "Quillby Meteorological Administration")
    assert link.qid == "Q2"
    assert "a full name that no other has" in link.because


def test_a_full_name_that_two_have_tells_nothing(make_kb, linked):
    names = [Item(qid=qid, kind="organization", label="Quillby Harbor Administration") for qid in ("Q2", "Q3")]
    link = link_of(
        linked(make_kb(*names), "The Quillby Harbor Administration said so."), "Quillby Harbor Administration"
    )
    assert "a full name" not in link.because
