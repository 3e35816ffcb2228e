"""Phrases right before a name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.text.before import Before

WHERE = Before("in", "north of", "vs.", may_have_article=True)
NO_INTEREST = Before("in", "north of", may_have_article=True, unless=("faith", "interested"))


@pytest.mark.parametrize(
    "before",
    ["It rained in ", "It rained IN the ", "in ", "(in ", "the sea north of ", "North of the ", "in\xa0", "vs. "],
)
def test_a_phrase_that_stands_right_before_is_found(before):
    assert WHERE.stands(f"{before}Oslo", len(before))


@pytest.mark.parametrize("before", ["", "within ", "south of ", "in", "in a ", "in (", "in, ", "in the the ", "north "])
def test_other_words_and_other_places_are_none(before):
    assert not WHERE.stands(f"{before}Oslo in ", len(before))


def test_an_article_belongs_to_a_phrase_only_where_it_may():
    assert WHERE.stands("in the Oslo", 7)
    assert not Before("in").stands("in the Oslo", 7)


@pytest.mark.parametrize("before", ["interested in ", "Their Faith in the ", "INTERESTED IN ", "faith north of "])
def test_behind_some_words_a_phrase_is_none(before):
    assert not NO_INTEREST.stands(f"{before}Oslo", len(before))


@pytest.mark.parametrize("before", ["in ", "faithful in ", "faith, in ", "interest in the "])
def test_behind_other_words_it_is_one(before):
    assert NO_INTEREST.stands(f"{before}Oslo", len(before))


PIECES = st.sampled_from(
    [
        *("in", "In", "north", "of", "the", "vs.", "faith", "Faith ", " ", " ", " ", "\xa0", "\n", "(", "x", "é", "ſ"),
        "-",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(min_value=0, max_value=40))
def test_what_it_rules_out_at_once_no_search_would_find(text, start):
    start = min(start, len(text))
    searched = re.compile(r"\b(?:in|north of|vs\.)[ \xa0](?:the[ \xa0])?$", re.IGNORECASE)
    assert WHERE.stands(text, start) == (searched.search(text, max(0, start - 30), start) is not None)
    unless = re.compile(r"(?<!faith )(?<!interested )\b(?:in|north of)[ \xa0](?:the[ \xa0])?$", re.IGNORECASE)
    assert NO_INTEREST.stands(text, start) == (unless.search(text, max(0, start - 30), start) is not None)
