"""The limits of the clause around a word that reports an event."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.text.lexicon import any_of, words
from ld.text.reading import Reading, once
from ld.text.sentences import Sentence


class Span(NamedTuple):
    """The offsets of a few words."""

    start: int
    end: int


class Limit(NamedTuple):
    """Words or a mark between two clauses; *opener* is the word, if it is one."""

    start: int
    end: int
    opener: str


class ClauseLimits(NamedTuple):
    """The limits of a clause, from *left* to *right*, and the word that opens it (*opener*), if any.

    An earlier verb that reports another event moves *left* to that verb; *outer_left* is where the clause begins
    regardless, and *verb_before* is where that verb ends (0 if there is none).
    """

    left: int
    right: int
    opener: str
    outer_left: int
    verb_before: int


def clause_limits(text: Reading, sentence: Sentence, word: Span, verbs: Sequence[Span]) -> ClauseLimits:
    """The limits of the clause around *word*; *verbs* are the verbs of the sentence that report other events."""
    limits = sentence_limits(text, sentence)
    opening = next((limit for limit in reversed(limits) if limit.end <= word.start), None)
    closing = next((limit for limit in limits if limit.start >= word.end and limit.opener != "as"), None)
    outer_left = opening.end if opening else sentence.start
    right = closing.start if closing else sentence.end
    phrase = _NEW_PHRASE.search(text, word.end, right)
    right = min([phrase.start() if phrase else right, *(verb.start for verb in verbs if verb.start > word.end)])
    before = [verb for verb in verbs if outer_left <= verb.start < word.start]
    return ClauseLimits(
        left=before[-1].start if before else outer_left,
        right=right,
        opener=opening.opener if opening else "",
        outer_left=outer_left,
        verb_before=before[-1].end if before else 0,
    )


@once
def sentence_limits(text: Reading, sentence: Sentence) -> tuple[Limit, ...]:
    """The limits of all clauses of *sentence*, in order."""
    return tuple(
        Limit(match.start(), match.end(), match["opener"] or "")
        for match in _limit().finditer(text, sentence.start, sentence.end)
    )


@functools.cache
def _limit() -> re.Pattern[str]:
    return re.compile(
        rf"""
        [;:!?—–“”"()\[\]]
        | (?<=\s) --? (?=\s)
        | ,? \s
          (?! than\s (?: \d | an?\b | half\b | one\b | two\b | three\b | four\b | five\b | six\b | seven\b | eight\b
                        | nine\b | ten\b | dozens?\b ) )
          (?P<opener> {any_of(*words("events/clause_openers"))} ) (?=\s)      # but not: more than two
        | , \s (?:[\w’'.-]+\s){{1,6}}? (?: said | says | told | reported | added | wrote | announced | confirmed )\b
        """,
        re.VERBOSE,
    )


_NEW_PHRASE = re.compile(
    r", \s (?! (?:in|on|at|near|about|just|early|late|during|from|outside)\b | [A-Z\d] )", re.VERBOSE
)
"""A comma, but not one before a day or a place."""


def opens_clause(text: str, start: int, end: int) -> bool:
    """Whether the date at *start* to *end* opens another clause: "held a hearing in May, today the trial begins"."""
    return _COMMA.search(text, max(0, start - _NEAR), start) is not None and _SUBJECT.match(text, end) is not None


_NEAR = 12
_COMMA = re.compile(r",\s(?:on\s|in\s|but\s|and\s)?\Z")
_SUBJECT = re.compile(r"\s(?:the|an?|its|his|her|their|it|he|she|they|we|I)\s")
