"""Full names that are written otherwise than most."""

import pytest

from ld.extract.entities.people.full_names import called_by_one_name, full_names, plain_name
from ld.text.reading import Reading


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They buried Nell “Sunny” Marsh on Friday.", "Nell “Sunny” Marsh"),
        ("Then Rik 'the Wolf' Hollow won.", "Rik 'the Wolf' Hollow"),
        ("“Never,” said NORA QUIST.", "NORA QUIST"),
        ("Then NORA J. QUIST-MARSH said no.", "NORA J. QUIST-MARSH"),
        ("It was JOHN MARSH, 42, of Leeds.", "JOHN MARSH"),
        ("“We wait,” Will Hollow said.", "Will Hollow"),
        ("Will Hollow, the port director, left.", "Will Hollow"),
    ],
)
def test_a_name_in_capitals_with_a_nickname_or_that_begins_with_will_is_found_whole(text, name):
    assert [text[start:end] for start, end in full_names(Reading(text))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Will Hollow say so?",
        "Will Norvik wait for the ferry?",
        "She called it “clean” Nora said.",
        "The song “Sunny” Marsh wrote is old.",
        "NORVIK PORT said no.",
        "NORA QUIST SAID NO TO THE PORT",
    ],
)
def test_questions_quotations_and_other_capitals_are_no_names(text):
    assert full_names(Reading(text)) == []


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("NORA QUIST-MARSH", "Nora Quist-Marsh"),
        ("Nell “Sunny” Marsh", "Nell Marsh"),
        ("Nora Quist", "Nora Quist"),
        ("PSG", "PSG"),
    ],
)
def test_a_name_is_given_as_it_is_mostly_written(written, plain):
    assert plain_name(written) == plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They have a daughter named Nora, 1.", "Nora"),
        ("A boy called Odd waved.", "Odd"),
        ("His wife, a woman named Quist, left.", "Quist"),
    ],
)
def test_an_only_name_stands_behind_named_or_called(text, name):
    assert [text[start:end] for start, end in called_by_one_name(Reading(text))] == [name]


@pytest.mark.parametrize(
    "text", ["A boy called Nora Quist waved.", "A son named after Nora left.", "A dog named Nora barked."]
)
def test_a_full_name_a_namesake_and_an_animal_are_no_only_name(text):
    assert list(called_by_one_name(Reading(text))) == []


def test_a_nickname_shows_a_name_that_no_list_has_where_an_age_follows():
    text = "They charged Avik “Shorty” Quistram, 24, and another man."
    assert [text[start:end] for start, end in full_names(Reading(text))] == ["Avik “Shorty” Quistram"]


def test_single_marks_in_a_title_are_those_of_a_quotation():
    assert full_names(Reading("Quist Family Gives Montana 'Moderate' Jon Harbour Early Support")) == []
