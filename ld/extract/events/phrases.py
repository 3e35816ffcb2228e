"""The noun phrase that names an event: "the second meeting of the board", with its ordinal and its determiner."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ld.text.calendar_words import MONTHS, WEEKDAYS
from ld.text.lexicon import word_set


class EventPhrase(NamedTuple):
    """The noun phrase before its head: where it starts, and where the name in it starts."""

    start: int
    name_start: int
    ordinal: str | None
    indefinite: bool


def event_phrase(text: str, head: int, floor: int) -> EventPhrase | None:
    """The noun phrase that ends in the head at *head*; None for one with no determiner, possessor or capital."""
    tokens = list(_TOKEN.finditer(text, max(floor, head - _LONGEST_PHRASE), head))[-_MOST_WORDS:]
    first = next((number for number in range(len(tokens), 0, -1) if _ends_modifiers(tokens[number - 1][0])), 0)
    before, modifiers = tokens[:first], tokens[first:]
    opener = _opener(before)
    if opener is None and not (any(token[0][0].isupper() for token in modifiers) and not _has_verb(modifiers)):
        return None
    name_start = modifiers[0].start() if modifiers else head
    start = opener.start() if opener else name_start
    for no_name in (_LEFT_OVER, _PARTICIPLES):
        match = no_name.match(text, name_start, head)
        name_start = match.end() if match else name_start
    ordinals = (token[0].lower() for token in reversed(modifiers) if _ORDINAL.fullmatch(token[0]))
    indefinite = bool(before) and before[-1][0].lower() in _INDEFINITE
    return EventPhrase(start, name_start, next(ordinals, None), indefinite)


def _has_verb(modifiers: Sequence[re.Match[str]]) -> bool:
    """Whether the words before a head tell of it what a name did: "Norway ruled out any | talks"."""
    pairs = pairwise(token[0] for token in modifiers)
    told = word_set("events/irregular_verbs")
    return any(one[0].isupper() and (_PAST.fullmatch(other) or other in told) for one, other in pairs)


def _ends_modifiers(word: str) -> bool:
    """Whether *word* cannot be in the name after it: a determiner, a possessor, the end of another phrase."""
    return (
        word.lower() in _DETERMINERS
        or _is_possessor(word)
        or _PHRASE_END.search(word) is not None
        or word.lower() in _FUNCTION
        or word == "whose"
    )


def _is_possessor(word: str) -> bool:
    """Whether *word* can be the possessor of an event: "Norway’s summit", "the Tuesday meeting"."""
    return _POSSESSIVE.search(word) is not None or word in _CALENDAR


def _opener(tokens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The last of *tokens* if it opens a noun phrase; for "the board’s" the determiner of the possessor."""
    if not tokens:
        return None
    if tokens[-1][0].lower() in _DETERMINERS:
        return tokens[-1]
    if not _is_possessor(tokens[-1][0]):
        return None
    has_determiner = len(tokens) > 1 and tokens[-2][0].lower() in _DETERMINERS
    return tokens[-2] if has_determiner else tokens[-1]


_MOST_WORDS = 9
_LONGEST_PHRASE = 400
_TOKEN = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_PHRASE_END = re.compile(r"[,.;:!?)”\"]\Z")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"(?:{'|'.join(_ORDINALS)}|[0-9]+(?:st|nd|rd|th))", re.IGNORECASE)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "his", "her", "another", "such"))
_INDEFINITE = frozenset(("a", "an", "another"))
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_FUNCTION = word_set("phrases/phrase_breaks")
_PAST = re.compile(r"(?!red\b|united\b|combined\b|led\b|armed\b)[a-z]+ed")
_PARTICIPLES = re.compile(r"(?:(?:[a-z]+ly[\s-]+)?(?!red\b|united\b|combined\b)[a-z]+ed\s+)+")
"""Words for the state of an event, which are not part of its name: "previously planned summit"."""

_LEFT_OVER = re.compile(r"(?:[0-9]{1,2}|morning|afternoon|evening|night)\s+")
"""The rest of a date before the head: "July 16 press conference", "Friday night rally"."""
