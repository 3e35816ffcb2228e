"""Why words of an article name nobody and nothing."""

import pytest

from ld.errors import InputError
from ld.extract import extract
from ld.extract.entities.why_not import why_not
from ld.kb import bundled_kb


@pytest.fixture
def said(make_article):
    def of(words, *paragraphs):
        facts = extract(make_article(*paragraphs, date="2024-09-11"), bundled_kb())
        return list(why_not(facts, words, bundled_kb()))

    return of


def test_words_that_name_somebody_are_told_to_do_so(said):
    assert "Nora Marsh: is Nora Marsh (person)" in said("Marsh", "They met Nora Marsh in Leeds.")


def test_a_name_of_no_kind_is_told_with_what_speaks_for_that(said):
    (line,) = said("Quennish", "It was the Quennish way.")
    assert line.startswith(("Quennish: rather no name (0.", "Quennish: rather the name of a work"))


def test_a_name_that_is_not_sure_enough_is_told_with_what_is_needed(said, monkeypatch):
    monkeypatch.setattr(
        "ld.extract.entities.why_not.thresholds", lambda: dict.fromkeys(("person", "unknown_person"), 1.1)
    )
    told = said("Nora Marsh", "They met Nora Marsh in Leeds.")
    assert told[-1].startswith("Nora Marsh: person (")
    assert told[-1].endswith("; at least 1.10 is needed")


def test_words_without_a_capital_are_told_to_be_looked_at_nowhere(said):
    assert said("harbour", "It was in the harbour.") == [
        "harbour: no name is looked for there: in a title line, or without a capital"
    ]


@pytest.mark.parametrize("words", ["Sunderby", "", " "])
def test_words_that_the_article_does_not_have_are_refused(said, words):
    with pytest.raises(InputError, match="does not say"):
        said(words, "It was in the harbour.")
