"""The runs of capitalised words that may contain names of a knowledge base, with their keys in it."""

import functools
import re
from collections.abc import Callable, Iterator

import msgspec

from ld.kb.names import words
from ld.text.lexicon import CAPITAL, CAPITALISED_REST, any_of, table, word_set

NO_BEGINNING = word_set("function_words") - {"New"}
"""Words that may be dropped from the beginning of any name in the knowledge base: "The"."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word, the small words *before* it ("of the"), and the *key* of both in names."""

    start: int
    end: int
    text: str
    before: str
    key: str


def name_runs(text: str, may_name: Callable[[str], bool]) -> Iterator[list[Word]]:
    """The runs of capitalised words, with their joiners: "Bank of England and Treasury" is one.

    A single word is left out if it cannot begin a name, or *may_name* rejects it.
    """
    for match in _RUN.finditer(text):
        alone = match[0]
        if " " in alone or "\xa0" in alone:
            yield from _sentences_of(_words_of(alone, match.start()))
            continue
        word = _COMPOUND.sub("", alone) if "-" in alone else alone
        if word not in NO_BEGINNING and may_name(folded := fold(word)):
            start = match.start()
            yield [Word(start, start + len(word), word, "", folded)]


def _words_of(run: str, start: int) -> list[Word]:
    """The words of the *run* that begins at *start*, with only spaces and small words between them."""
    found: list[Word] = []
    before = ""
    for part in run.replace("\xa0", " ").split(" "):
        if part in _SMALL:
            before = f"{before} {part}" if before else part
        else:
            is_owner = part.endswith(_POSSESSIVES)
            word = part[:-2] if is_owner else part
            if "-" in word:
                word = _COMPOUND.sub("", word)
            folded = fold(before) + fold(word) if before else fold(word)
            found.append(Word(start, start + len(word), word, before, folded))
            before = part[-2:] if is_owner else ""
        start += len(part) + 1
    return found


def _sentences_of(run: list[Word]) -> Iterator[list[Word]]:
    """*run* cut after each state whose full stop ends the sentence: "Calif. Nora Quist" is two names."""
    first = 0
    for index, word in enumerate(run, 1):
        if index == len(run) or (word.text.endswith(".") and word.text[1:] in _ENDS_OF_STATES):
            yield run[first:index]
            first = index


@functools.lru_cache(1 << 15)
def fold(word: str) -> str:
    """The key of *word* in names."""
    return "".join(words(word))


_ENDS_OF_STATES = tuple(
    form[1:]
    for row in table("phrases/state_abbreviations")
    for form in row["short"].split("|")
    if form.endswith(".") and form.count(".") == 1
)
"""Abbreviations of states without their first letter."""

# the capital comes first: a pattern finds its first characters faster than a lookbehind
_ONE_WORD = rf"""{CAPITAL} (?<![\w@\#/.-].) (?:
    (?<=,[ ][A-Z]) (?:
        [a-z]{{1,5}}\. (?=[,;)]|[ ][a-z(–—-])             # a state behind its town: "Dover, Del."
      | {any_of(*_ENDS_OF_STATES)} (?=[ ][A-Z“"‘']|\n|$) # … where its full stop ends the sentence, too
    )
  | (?<=[A-Z]) (?:
        \. (?:[A-Z]\.)+     # "U.N."
      | \. (?=[ \xa0][A-Z]) # an initial: "J. Quill"
      | [A-Z]*&[A-Z]+       # "AT&T"
    )
  | {CAPITALISED_REST}
)"""
_SMALL = frozenset(
    (
        *("of", "the", "and", "&", "at", "for", "on", "de", "la", "le", "du", "des", "del", "di", "da", "do", "van"),
        *("von", "y", "et"),
    )
)
_POSSESSIVES = ("’s", "'s")
_JOINER = rf"(?: [’']s )? [ \xa0] (?: (?:{'|'.join(sorted(_SMALL))}) [ \xa0] ){{0,2}}"
_RUN = re.compile(rf"{_ONE_WORD} (?: {_JOINER} {_ONE_WORD} )*", re.VERBOSE)
_COMPOUND = re.compile(r"(?<=..)-(?:[a-z]+ed|led|run|based|born|built|style|wide|area|owned|listed|backed)$")
"""The second part of a compound with a name; "X-rated" says nothing about X."""
