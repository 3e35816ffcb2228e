"""The runs of capitalised words in which known names can lie."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.extract.entities.known.runs import name_runs
from ld.text.lexicon import CAPITALISED


def runs(text, may_name=lambda _: True):
    return [[(word.before, word.text) for word in run] for run in name_runs(text, may_name)]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("the Bank of England said", [("", "Bank"), ("of", "England")]),
        ("to Oslo’s Harbor Board,", [("", "Oslo"), ("’s", "Harbor"), ("", "Board")]),
        ("by J. Quill.", [("", "J."), ("", "Quill")]),
        ("with U.N. and AT&T staff", [("", "U.N."), ("and", "AT&T")]),
        ("in Dover, Del., on", [("", "Del.")]),
        ("an Oslo-based Okafor-Quill plan", [("", "Oslo"), ("", "Okafor-Quill")]),
        ("an X-rated or Oslo-based plan", [("", "X-rated")]),
        ("in the X-shaped Quay", [("", "X-shaped"), ("", "Quay")]),
        ("in New\xa0York of  the Quay", [("", "New"), ("", "York")]),
    ],
)
def test_a_run_has_its_words_and_what_joins_them(text, run):
    assert run in runs(text)


def test_words_stand_where_the_text_has_them():
    text = "We saw the Bank of England and Oslo-based Quill J. in Dover, Del., today."
    words = [word for run in name_runs(text, lambda _: True) for word in run]
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]


def test_the_key_has_the_small_words_too():
    ((first, second),) = name_runs("the Bank of England", lambda _: True)
    assert (first.key, second.key) == ("bank", "ofengland")


def test_a_word_alone_that_names_nothing_is_left_out_and_a_run_is_kept():
    assert runs("The Quay lies in Oslo, by Harbor Road", lambda key: key == "oslo") == [
        [("", "The"), ("", "Quay")],
        [("", "Oslo")],
        [("", "Harbor"), ("", "Road")],
    ]


def test_no_handle_nor_the_middle_of_a_word_begins_a_run():
    assert runs("see @Quill, #Quay, e-Mail, a/Board, _Foo and iPhone") == []


ONE_BY_ONE = re.compile(
    r"(?<![\w@#/.-])(?:(?<=, )[A-Z][a-z]{1,5}\.(?=[,;)]| [a-z])|(?:[A-Z]\.){2,}|[A-Z]\.(?=[ \xa0][A-Z])|[A-Z]+&[A-Z]+"
    rf"|{CAPITALISED})"
)
PIECES = [
    "Bo",
    "Del.",
    "J.",
    "U.N.",
    "AT&T",
    "Quay-Board",
    "O’Hart",
    "of",
    "the",
    "and",
    "&",
    "’s",
    ", ",
    " ",
    " ",
    " ",
    "\n",
]
PIECES += ["-", ".", "@", "_", "é", "É", "a", "Z", "\xa0", "-led"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_runs_are_made_of_the_words_that_a_search_for_words_alone_finds(text):
    found = [word.start for run in name_runs(f"{text} ", lambda _: True) for word in run]
    assert set(found) <= {match.start() for match in ONE_BY_ONE.finditer(f"{text} ")}
    alone = [match[0] for match in ONE_BY_ONE.finditer(f"{text} ")]
    assert len(found) >= sum(word in {"Bo", "AT&T", "U.N."} for word in alone)
