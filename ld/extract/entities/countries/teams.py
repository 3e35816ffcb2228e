"""Whether a country's name means its team: as one of the sides in a sentence about a match."""

import functools
import re

from ld.text.before import text_before
from ld.text.lexicon import any_of, words


def is_team(text: str, start: int, end: int) -> bool:
    """Whether the name at *start* to *end* means those who play for the country.

    It does before a sporting post ("France captain"); and in a sentence that gives a result ("2-1", "on penalties") or
    is clearly about a game, where it does what a side does, or is the other side ("beat Peru", "a win over Peru").
    The place where they play ("in Peru") remains the country.
    """
    before, after = text_before(text, start, _BESIDE), text[end : end + _BESIDE]
    if _post_of_sport().match(after):
        return True
    acts = _playing().match(after) or _other_side().search(before[-_longest_verb() - len(" x ") :])
    return bool(acts) and _is_of_match(text, start, end)


_BESIDE = 60


@functools.cache
def _post_of_sport() -> re.Pattern[str]:
    """A sporting post directly after: " captain", but not " coach trip"."""
    return re.compile(
        rf"[ ]{any_of(*words('countries/team_posts'))} (?! [\w-] | [ ](?:crash|driver|tours?|trip))",
        re.IGNORECASE | re.VERBOSE,
    )


@functools.cache
def _playing() -> re.Pattern[str]:
    """What a side does, directly after its name: " narrowly beat", " were knocked out"."""
    auxiliary = "(?:has|have|had|was|were|is|are|will|could|must)"
    return re.compile(
        rf"""
          (?:'s(?:[ ][A-Z]\w+){{1,2}})? (?:[ ]{auxiliary})? (?:[ ]\w+ly)?
          [ ]{_verb()} (?![\w-])  # "'s All Blacks narrowly beat"
        | 's[ ] (?:{_SCORE}[ ])? (?:\w+[ ])?
          {_OUTCOME} (?![\w-])    # "'s 2-0 home win"
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@functools.cache
def _other_side() -> re.Pattern[str]:
    """What directly precedes the other side: "beat ", "a win over "."""
    return re.compile(
        rf"(?<![\w-]) (?: {_verb()} | to | over | against | with | past | by | vs?\.? ) [ ]$",
        re.IGNORECASE | re.VERBOSE,
    )


def _is_of_match(text: str, start: int, end: int) -> bool:
    """Whether the sentence around *start* to *end* gives a result, or uses a word of the game."""
    opens = [stop.end() for stop in _STOP.finditer(text, max(0, start - _LONGEST), start)]
    closes = _STOP.search(text, end, end + _LONGEST)
    first, last = opens[-1] if opens else max(0, start - _LONGEST), closes.start() if closes else end + _LONGEST
    return _result().search(text, first, last) is not None


_STOP = re.compile(r"[.!?][\"”)]?\s|\n")
_LONGEST = 200


@functools.cache
def _result() -> re.Pattern[str]:
    """What shows that a sentence is about a match."""
    return re.compile(
        rf"""(?<![\w-]) (?:
            {_verb()}[ ] (?:[\w'’]+[ ]){{0,4}}? {_SCORE}  # "beat their old rivals 2-1"
          | {_SCORE}[ ] (?:\w+[ ]){{0,2}}? {_OUTCOME}     # "3-0 away win"
          | {any_of(*words("countries/team_games"))}      # "stoppage time"
        ) (?![\w-])""",
        re.IGNORECASE | re.VERBOSE,
    )


@functools.cache
def _longest_verb() -> int:
    return max(map(len, words("countries/team_verbs")))


@functools.cache
def _verb() -> str:
    return any_of(*words("countries/team_verbs"))


_SCORE = r"\d{1,3}[-–]\d{1,3}"
_OUTCOME = r"(?:wins?|victory|victories|defeats?|loss|losses|draws?|triumph|thrashing|rout)"
