"""Dates in running text, resolved from the day of publication, with the precision that the text gives."""

import datetime as dt
import re

from ld.extract.dates import earlier, holidays, long_periods, periods, spelled, years
from ld.extract.dates.expressions import MONTH_NUMBERS, NUMBERS, ORDINALS, Expression
from ld.extract.dates.mentions import DateMention
from ld.extract.dates.rules import RULES
from ld.text.calendar_words import WEEKDAYS
from ld.text.lexicon import any_of
from ld.text.reading import Reading, once
from ld.text.word_index import between, first_words, matches_at


def find_dates(text: Reading, start: int, end: int, published: str | None) -> list[DateMention]:
    """The dates named in *text* from *start* to *end*.

    *published* is an ISO 8601 date or None; without it a relative expression ("Tuesday") is left out, for its date
    would be a guess. A date is in the future if its own clause says so ("will meet on Tuesday"). Durations, plain
    numbers and dates outside the years 1 to 9999 are ignored.
    """
    anchor = periods.calendar_day(published)
    found: list[DateMention] = []
    for match in matches_at(_EXPRESSION, text, between(_beginnings(text), start, end), end):
        rule = RULES[str(match.lastgroup)]
        if anchor is None and not rule.is_absolute:
            continue
        try:
            value = rule.resolve(Expression(match, anchor or dt.date.min, found, start, end))
        except OverflowError:
            continue
        if value is not None:
            if len(value) == _DAY and _WEEK_OF.search(text, max(start, match.start() - _NEAR), match.start()):
                value = periods.week(dt.date.fromisoformat(value), 0)
            found.append(DateMention(match.start(), match.end(), value, rule.name))
    return found


_DAY = len("2024-09-10")
_NEAR = 20
_WEEK_OF = re.compile(r"\bweek\s+(?:of|beginning|commencing|starting)\s+\Z")
"""Words that turn the day after them into a week."""
# most articles ("the", "a") begin no date: looking at the next word first saves running the rules
_BEHIND_ARTICLE = any_of(
    *(*ORDINALS, "fiscal", "final", "this", "last", "next", "latest", "most", "past", "current"),
    *(
        *long_periods.BEHIND_ARTICLE,
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "weekend",
        *earlier.BEHIND_ARTICLE,
        *years.BEHIND_ARTICLE,
    ),
)
_ALTERNATIVES = "|".join(f"(?P<{key}>{rule.pattern})" for key, rule in RULES.items())
_EXPRESSION = re.compile(
    rf"""
    \b (?! (?:[Tt]he|[Aa])\s+ (?![0-9]|[’'‘][3-9]0s|(?i:{_BEHIND_ARTICLE})) )
    (?! [Tt]hat\s+ (?!{any_of("quarter", *earlier.UNITS)}) )
    (?:{_ALTERNATIVES})
    """,
    re.VERBOSE,
)
"""Everything that the rules read: the group that closes last is named after the rule."""


@once
def _beginnings(text: Reading) -> list[int]:
    """The offsets in *text* where a date may begin: at a number, or at a word that begins one."""
    index = text.words
    return sorted([*index.offsets(_FIRST_WORDS), *index.numbers])


_OPENERS = (
    *(
        *ORDINALS,
        "final",
        *earlier.OPENERS,
        *spelled.OPENERS,
        *years.OPENERS,
        *NUMBERS,
        *long_periods.BEHIND_ARTICLE,
        "fiscal",
        "year",
        "the",
        "last",
        "this",
        "next",
        "coming",
    ),
    *("previous", "today", "yesterday", "tonight", "tomorrow"),
)
_FIRST_WORDS = first_words(
    (*MONTH_NUMBERS, *WEEKDAYS, *holidays.NAMES, *_OPENERS, *(word.capitalize() for word in _OPENERS))
)
