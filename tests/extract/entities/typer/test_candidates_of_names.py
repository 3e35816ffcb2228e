"""The distinct names that a text may hold, each with its places."""

import pytest

from ld.extract.entities.typer.candidates import candidates, key_of
from ld.extract.entities.typer.tokens import runs, tokens


def found(text, is_cut=lambda *_: False):
    words = tokens(text)
    return candidates(words, runs(words), is_cut)


def test_the_places_of_one_name_are_filed_under_one_candidate():
    names = found("it was Nora Quist. So NORA QUIST left.")
    assert [name.spots for name in names.values()] == [[(2, 3), (5, 6)]]


def test_a_word_with_and_without_capitals_is_two_names():
    assert len(found("they told Us that the US paid")) == 2


def test_a_name_keeps_the_small_words_within():
    (name,) = found("at the Bank of Norvik").values()
    assert (name.name, name.words, name.smalls) == ("Bank of Norvik", ("Bank", "Norvik"), ("", "of"))


def test_a_run_is_cut_where_the_function_says_so_and_the_small_words_there_are_left_out():
    names = found("the Bank of Norvik and Treasury", lambda _, index: index == 1)
    assert [name.name for name in names.values()] == ["Bank of Norvik", "Treasury"]


def test_names_come_in_the_order_of_their_first_mention():
    assert [name.name for name in found("from Oslo to Leeds, from Leeds back, by Norvik").values()] == [
        "Oslo to Leeds", "Leeds", "Norvik",
    ]  # fmt: skip


@pytest.mark.parametrize(("word", "key"), [("US", "US"), ("Us", "Us"), ("Reuters", "reuters"), ("REUTERS", "reuters")])
def test_capitals_tell_short_words_apart_and_no_long_ones(word, key):
    assert key_of(word, (word,)) == key
