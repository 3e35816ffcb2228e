"""Runs of capitalised words and the small words that join them, of which the names of bodies and documents consist."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.text.before import text_before
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS
from ld.text.lexicon import CAPITALISED, word_set
from ld.text.reading import Reading


class Word(NamedTuple):
    """A capitalised word and its offsets in the text."""

    start: int
    end: int
    text: str


class Phrase(NamedTuple):
    """Capitalised words with nothing but spaces between them, and the small words *before* them: "of the"."""

    before: str
    words: tuple[Word, ...]

    def indices_of(self, heads: frozenset[str]) -> list[int]:
        """The indices of the words that are among *heads*."""
        return [index for index, word in enumerate(self.words) if word.text in heads]


def runs(text: Reading, heads: frozenset[str]) -> Iterator[tuple[Phrase, ...]]:
    """The runs of *text* with a word in *heads*, in order: "Harbor Institute for the Arts" is one of two phrases."""
    for run in _runs_in_lines(text, text.words.offsets(heads)):
        if heads.isdisjoint(run.group().split()):
            continue
        yield tuple(
            Phrase(
                phrase["before"].strip(),
                tuple(
                    Word(*word.span(), word.group())
                    for word in _word().finditer(text, phrase.start("words"), phrase.end())
                ),
            )
            for phrase in _phrase().finditer(text, run.start(), run.end())
        )


def _runs_in_lines(text: str, offsets: Iterable[int]) -> Iterator[re.Match[str]]:
    """The runs in the lines of *text* that contain the *offsets*, which are in ascending order."""
    end = -1
    for offset in offsets:
        if offset > end:
            start = text.rfind("\n", 0, offset) + 1
            end = text.find("\n", offset)
            end = len(text) if end < 0 else end
            yield from _run().finditer(text, start, end)


CAPITALISED_WORD = re.compile(CAPITALISED)
"""A capitalised word, without a possessive s: "Quist", "O’Brien"."""

_SPACE = r"[ \t\xa0]++"
_SMALL = r"(?:of|and|&|for|on|the|an?|in|against)"


@functools.cache
def _word() -> re.Pattern[str]:
    """A capitalised word, an initial before another word, or a plural possessive: "Harbor", "J.", "Children’s"."""
    return re.compile(_WORD, re.VERBOSE)


@functools.cache
def _phrase() -> re.Pattern[str]:
    """Capitalised words with the small ones before them: " of the Northern Board"."""
    return re.compile(rf"(?P<before> (?: {_SPACE} {_SMALL} )* {_SPACE} | ) (?P<words>{_WORDS})", re.VERBOSE)


@functools.cache
def _run() -> re.Pattern[str]:
    """Capitalised words, and further ones joined to them by small words: "Board of the Harbor"."""
    return re.compile(
        rf"(?<![\w-]) (?<![^\W\d_]\.) {_WORDS} (?: {_SPACE} (?: {_SMALL} {_SPACE} ){{1,3}} {_WORDS} )*", re.VERBOSE
    )


_MOST_WORDS = 30
"""More capitalised words in a row than any name has."""

_WORD = rf"""(?:
    St\.                                                                    # "St."
  | [A-Z]\. (?={_SPACE}[A-Z])                                               # "J."
  | (?: [A-Z][a-z]*(?:ren|men)[’']s | [A-Z][a-z]+s[’'] ) (?={_SPACE}[A-Z])  # "Children’s", "Workers’"
  | {CAPITALISED}                                                           # "Harbor"
)"""
_WORDS = rf"{_WORD} (?: {_SPACE} {_WORD} ){{0,{_MOST_WORDS - 1}}}"


def own_words(text: str, run: Sequence[Word]) -> Sequence[Word]:
    """The words of *run* from where a name can begin: after titles, days and words that only open the sentence."""
    first = 0
    for index, word in enumerate(run):
        following = run[index + 1].text if index + 1 < len(run) else ""
        if word.text in word_set("function_words"):
            kept = word.text == "New" and (
                following in word_set("phrases/place_new_names") or _is_inside(text, word.start)
            )
        else:
            kept = not (is_title(word.text) or is_calendar(word.text) or _COMPOUND.search(word.text))
        if not kept:
            first = index + 1
    return run[first:]


def _is_inside(text: str, start: int) -> bool:
    return re.search(r"[a-z,]\s+$", text_before(text, start, 4)) is not None


def is_title(word: str) -> bool:
    """Whether *word* ends a person's title, other than those that occur in names of bodies ("King")."""
    return word.lower() in _titles() and word.lower() not in word_set("phrases/organization_titles_within")


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(title.rsplit(" ", 1)[-1].lower() for title in word_set("phrases/post_titles"))


def is_calendar(word: str) -> bool:
    """Whether *word* is a month or a weekday."""
    return word in _CALENDAR


_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))

_COMPOUND = re.compile(r"-(?:[a-z]+ed|led|run|based|born|built|style|wide)$")
"""The end of a compound that describes a body and is not part of its name: "Oslo-based"."""


def without_compound(word: Word) -> Word:
    """*word* without an ending like "-based"."""
    compound = _COMPOUND.search(word.text)
    return (
        word if compound is None else Word(word.start, word.end - len(compound.group()), word.text[: compound.start()])
    )


def follows_a_name(behind: Sequence[Word]) -> bool:
    """Whether a name is complete before *behind*, the words right after it: a title, a day, a function word."""
    if not behind:
        return True
    first = behind[0].text
    return (
        first.lower() in _titles()
        or first.lower() in word_set("phrases/title_modifiers")
        or first in word_set("honorifics")
        or first in word_set("function_words")
        or is_calendar(first)
    )
