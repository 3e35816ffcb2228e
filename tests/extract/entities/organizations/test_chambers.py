"""Chambers of a legislature by one word."""

import pytest

from ld.extract.entities.organizations.chambers import chambers
from ld.text.reading import Reading


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lawmakers met. The bill goes to the Senate.", ["Senate"]),
        ("The House and Senate votes came late; the bill passed.", ["House", "Senate"]),
        ("Republicans hope for a cheap Senate race.", ["Senate"]),
        ("Lawmakers left, after Quistland’s Parliament met.", ["Parliament"]),
        ("The state Assembly passed the bill.", ["Assembly"]),
    ],
)
def test_a_chamber_is_named_by_its_word_among_words_of_lawmaking(text, names):
    assert [text[start:end] for start, end in chambers(Reading(text))] == names


def test_a_chamber_named_in_full_needs_no_such_words():
    text = "The House of Assembly rose at noon. The House of Lords Band played."
    assert [text[start:end] for start, end in chambers(Reading(text))] == ["House of Assembly"]


@pytest.mark.parametrize(
    "text",
    [
        "We left the House at noon.",
        "The bill went to the House of Quist.",
        "Lawmakers like the Senate Hotel.",
        "The Senators won, and lawmakers cheered.",
        "Lawmakers Fear The House Will Vote Again Soon",
    ],
)
def test_a_house_a_longer_name_and_a_headline_name_none(text):
    assert list(chambers(Reading(text))) == []
