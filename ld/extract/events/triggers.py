"""The words of a text that may report an event."""

import functools
import re
from typing import NamedTuple

from ld.extract.events.kinds import Noun, Verb, nouns, verbs
from ld.text.lexicon import any_of
from ld.text.reading import Reading
from ld.text.word_index import first_words, in_any_case


class Trigger(NamedTuple):
    """One or more words that may report an event: as a *verb*, as a *noun*, or as either."""

    start: int
    end: int
    verb: Verb | None
    nouns: tuple[Noun, ...]

    @property
    def is_surely_verb(self) -> bool:
        """Whether it is neither a noun for an event nor a form that is also a noun ("shells")."""
        return bool(self.verb and not self.nouns and self.verb.forms & {"past", "participle", "progressive"})


def triggers_in(text: Reading) -> list[Trigger]:
    """All words of *text* that may report an event, in order, without overlaps."""
    found: list[Trigger] = []
    reached = 0
    for start, word in text.words.occurrences(_beginnings()):
        if start < reached:
            continue
        if _PART_OF_A_WORD.search(text, max(0, start - _REACH), start):
            continue
        noun, verb = _noun().match(text, start), verbs().get(word.lower())
        if _rows(noun) or verb:
            reached = noun.end() if noun else start + len(word)
            is_word = reached == start + len(word)
            found.append(Trigger(start, reached, verb if is_word else None, _rows(noun)))
    return found


def _rows(match: re.Match[str] | None) -> tuple[Noun, ...]:
    if match is None:
        return ()
    word = " ".join(match.group().split())
    return nouns().get(word) or nouns().get(word.lower(), ())


_REACH = 20
_PART_OF_A_WORD = re.compile(r"\w-(?<!\bre-)(?<!\bco-)$")
"""Before part of a longer word: "the most-visited page", but not "re-arrested"."""


@functools.cache
def _beginnings() -> frozenset[str]:
    return in_any_case((*verbs(), *first_words(nouns())))


@functools.cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"{any_of(*nouns())} (?![\w-])", re.VERBOSE | re.IGNORECASE)
