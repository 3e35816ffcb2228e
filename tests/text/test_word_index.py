"""The index of a text's words says where each stands, and rules read on from there as if they had read it all."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ld.text.reading import Reading
from ld.text.word_index import WordIndex, first_words, in_any_case, matches_at

TEXT = "The Harbor Board of Oslo met the board’s 3 members in 2024."
INDEX = WordIndex(TEXT)


def test_words_stand_where_the_text_has_them_as_they_are_written():
    assert INDEX.offsets({"Board"}) == [TEXT.index("Board")]
    assert INDEX.offsets({"board", "Oslo"}) == [TEXT.index("Oslo"), TEXT.index("board")]


def test_a_part_of_a_word_is_no_word():
    assert INDEX.offsets({"Harb", "arbor", "member"}) == []


def test_numbers_stand_where_a_word_begins_with_a_digit():
    assert WordIndex("In 2024 the 3rd of A4 met.").numbers == [3, 12]


def test_entries_begin_with_their_first_word():
    assert first_words(("year-ago", "U.S.", "human rights", "—")) == {"year", "U", "human"}
    assert in_any_case({"human"}) == {"human", "Human", "HUMAN"}


def test_a_phrase_is_found_only_whole():
    assert list(Reading("Quill & Co., not Quill or Quill & Company.").occurrences("Quill & Co")) == [(0, 10)]
    assert list(Reading("AdaQuill, Quill_x and Quill").occurrences("Quill")) == [(22, 27)]


@given(st.text("abA1 .’-_", max_size=60))
def test_reading_at_the_offsets_of_a_first_word_finds_what_reading_everything_finds(text):
    pattern = re.compile(r"(?<!\w)(?:a b|ab|A)(?!\w)")
    found = matches_at(pattern, text, WordIndex(text).offsets(first_words(("a b", "ab", "A"))))
    assert [match.span() for match in found] == [match.span() for match in pattern.finditer(text)]


def test_the_words_are_known_each_once_and_where_one_stands():
    index = WordIndex("Oslo, the port; the quay")
    assert index.words == {"Oslo", "the", "port", "quay"}
    assert (list(index.offsets_of("the")), list(index.offsets_of("Bo"))) == ([6, 16], [])
