"""The runs of capitalised words in which names of a knowledge base can lie, with the keys that it knows them by."""

import functools
import re
from collections.abc import Callable, Iterator

import msgspec

from ld.extract.words import CAPITAL, CAPITALISED_REST, word_set
from ld.kb.names import words

NO_BEGINNING = word_set("function_words") - {"New"}
"""No name begins so that the knowledge base does not have without it, too: "The"."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word, the small words *before* it ("of the"), and the *key* of both in names."""

    start: int
    end: int
    text: str
    before: str
    key: str


def name_runs(text: str, may_name: Callable[[str], bool]) -> Iterator[list[Word]]:
    """The runs of capitalised words with what joins them: "Bank of England and Treasury" is one.

    A word that stands alone is left out where it begins no name, or by *may_name* is none.
    """
    for match in _RUN.finditer(text):
        start, end = match.span()
        alone = match[0]
        if " " in alone or "\xa0" in alone:
            yield _words_of(text, start, end)
            continue
        word = _COMPOUND.sub("", alone) if "-" in alone else alone
        if word not in NO_BEGINNING and may_name(folded := fold(word)):
            yield [Word(start, start + len(word), word, "", folded)]


def _words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of the run from *start* to *end*. What stands behind the run tells how the last of them ends."""
    found: list[Word] = []
    reached = start
    for first, last in [match.span() for match in _WORD.finditer(text, start, end)]:
        word = text[first : last if last + 1 < end else end]
        if "-" in word:
            word = _COMPOUND.sub("", word)
        folded = fold(word)
        before = "" if first <= reached + 1 else " ".join(text[reached:first].split())
        if before:
            folded = fold(before) + folded
        found.append(Word(first, first + len(word), word, before, folded))
        reached = last
    return found


@functools.lru_cache(1 << 13)
def fold(word: str) -> str:
    """The key of *word* in names."""
    return "".join(words(word))


_ONE_WORD = (
    rf"{CAPITAL}(?<![\w@#/.-].)(?:"  # a search is fast where it begins with a class of letters
    r"(?<=, [A-Z])[a-z]{1,5}\.(?=[,;)]| [a-z])"  # a state behind its town: "Dover, Del."
    r"|(?<=[A-Z])(?:"
    r"\.(?:[A-Z]\.)+"  # "U.N."
    r"|\.(?=[ \xa0][A-Z])"  # an initial: "J. Quill"
    r"|[A-Z]*&[A-Z]+)"  # "AT&T"
    rf"|{CAPITALISED_REST})"
)
_JOINER = r"(?:[’']s)?[ \xa0](?:(?:of|the|and|&|at|for|on|de|la|le|du|des|del|di|da|do|van|von|y|et)[ \xa0]){0,2}"
_WORD = re.compile(_ONE_WORD)
_RUN = re.compile(rf"{_ONE_WORD}(?:{_JOINER}{_ONE_WORD})*")
_COMPOUND = re.compile(r"-(?:[a-z]+ed|led|run|based|born|built|style|wide|area|owned|listed|backed)$")
