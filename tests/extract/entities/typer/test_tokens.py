"""The words of a text: where each stands, which may be of a name, and what joins them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.extract.entities.typer.tokens import mark, runs, tokens

PIECES = (
    *("Oslo", "Oslo’s", "Oslo's", "Oslo-based", "al-Haddad", "d’Orsi", "eBay", "3M", "U.S.", "J.", "R&D", "Jan", "may"),
    *(
        " ",
        "  ",
        "\xa0",
        "\n\n",
        ". ",
        ", ",
        "’",
        "“",
        "” ",
        " — ",
        "-",
        "é",
        "ß",
        "Ångmarsh",
        "ﬁ",
        "😀",
        "港",
        "5",
        "İ",
    ),
)


def words(text):
    return tokens(text).words


def capitals(text):
    found = tokens(text)
    return [found.words[index] for index in found.capitals]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_each_word_stands_at_its_offsets_and_the_gaps_are_the_rest(text):
    found = tokens(text)
    assert all(text[start : found.end(n)] == found.words[n] for n, start in enumerate(found.starts))
    rebuilt = "".join(gap + word for gap, word in zip(found.gaps, found.words, strict=False)) + found.gaps[-1]
    assert rebuilt == text


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_each_run_is_of_capitalised_words_in_their_order(text):
    found = tokens(text)
    indices = [index for run in runs(found) for index in run.indices]
    assert indices == found.capitals


@pytest.mark.parametrize("end", ["’s", "'s"])
def test_a_possessive_s_is_no_part_of_the_word_and_is_told(end):
    found = tokens(f"In Oslo{end} harbor it rained.")
    assert found.words[1] == "Oslo"
    assert [found.is_possessive(index) for index in range(3)] == [False, True, False]


@pytest.mark.parametrize("end", ["based", "led", "born", "backed", "style", "listed"])
def test_the_end_of_a_compound_is_no_part_of_the_name(end):
    assert words(f"the Oslo-{end} firm") == ["the", "Oslo", "firm"]


@pytest.mark.parametrize("name", ["al-Haddad", "Quist-Marsh", "d’Orsi", "O’Quill", "eBay", "9News", "U.S."])
def test_a_name_with_a_mark_or_a_small_letter_within_is_one_word_of_a_name(name):
    assert capitals(f"it was {name} again") == [name]


@pytest.mark.parametrize("text", ["it was Jan Quill again", "and April Marsh came", "then May Hollow left"])
def test_a_month_before_a_family_name_is_a_given_name(text):
    assert len(capitals(text)) == 2


@pytest.mark.parametrize("text", ["on Jan 5 it rained", "in April it rained", "by May or June", "on Monday morning"])
def test_a_month_or_a_weekday_is_none_elsewhere(text):
    assert capitals(text) == []


@pytest.mark.parametrize("text", ["The port is shut.", "It rained. In the port, too.", "“We wait,” he said."])
def test_a_small_word_that_opens_a_sentence_is_of_no_name(text):
    assert capitals(text) == []


@pytest.mark.parametrize("before", ["", "It rained. ", "Why? ", "“", "It rained.\n\n", "Rain: ", "• "])
def test_a_word_that_opens_a_sentence_is_marked(before):
    found = tokens(f"{before}Oslo slept.")
    assert found.words.index("Oslo") in found.opening


@pytest.mark.parametrize("text", ["it was J. Quill", "they met Dr. Quill", "it was St. Quill"])
def test_the_full_stop_of_an_abbreviation_ends_no_sentence_and_no_name(text):
    found = tokens(text)
    assert found.words.index("Quill") not in found.opening
    assert len(runs(found)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the Bank of Norvik paid", 1),
        ("the Marsh & Quist shop", 1),
        ("met Nora Quist, Jr yesterday", 1),
        ("met Nora Quist, John Marsh yesterday", 2),
        ("met Nora Quist. Marsh left", 2),
        ("met Nora Quist who saw Marsh", 2),
    ],
)
def test_small_words_and_few_marks_join_words_to_a_run(text, count):
    assert len(runs(tokens(text))) == count


def test_words_that_are_skipped_are_in_no_run():
    found = tokens("Nora Quist left Oslo")
    assert [run.indices for run in runs(found, frozenset((0, 1)))] == [(3,)]


@pytest.mark.parametrize(("gap", "seen"), [(" ", ""), (", ", ","), ("’s ", "'s"), ("\n\n", "¶"), (" (", "("), ("", "")])
def test_what_stands_between_words_is_known_by_its_first_mark(gap, seen):
    assert mark(gap) == seen


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("it was McDonald’s again", ["McDonald’s"]),
        ("it was Moody's again", ["Moody's"]),
        ("it was McDonald’s again, said McDonald", ["McDonald", "McDonald"]),
        ("it was Quist’s again", ["Quist"]),
    ],
)
def test_a_maker_that_ends_like_an_owner_is_whole_where_nobody_is_called_so(text, names):
    assert capitals(text) == names
