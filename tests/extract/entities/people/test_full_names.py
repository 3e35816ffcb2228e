"""Full names that are written otherwise than most."""

import pytest

from ld.extract.entities.people.full_names import full_names, plain_name


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
    assert [text[start:end] for start, end in full_names(text)] == [name]


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
    assert full_names(text) == []


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
