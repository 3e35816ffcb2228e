"""A reading knows where its words stand, and so does the same text in plain spelling."""

from ld.text.reading import Reading
from ld.text.word_index import WordIndex

_SPELLED = "Nora\u00a0Quist\u2019s harbour\u2010master said \u2018no\u2019 to snake_case words on 3\u2011May."


def test_the_plain_spelling_has_its_words_where_the_text_has_them():
    plain = Reading(_SPELLED).plain
    afresh = WordIndex(str(plain))
    assert plain != _SPELLED
    assert plain.words.words == afresh.words
    assert {word: list(plain.words.offsets_of(word)) for word in afresh.words} == {
        word: list(afresh.offsets_of(word)) for word in afresh.words
    }


def test_a_reading_is_its_own_plain_spelling_where_it_has_no_other():
    reading = Reading("Nora Quist said no.")
    assert reading.plain is reading
