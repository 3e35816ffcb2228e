"""An expression of time in its context, and the date that each kind of expression means there.

The functions are named after the rules of ``ld.extract.dates.rules`` and return a value as ``ld.extract.dates.periods``
writes it, or None if the expression turns out to name no date.
They raise OverflowError for dates outside the years 1 to 9999.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ld.extract.dates import periods
from ld.extract.dates.mentions import DateMention
from ld.extract.dates.tense import is_ahead, is_behind
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS


class Expression(NamedTuple):
    """The match of a rule, with the day of publication (*anchor*) and the dates found *before* it.

    Its clause is read from *start* to *end* of the text at most.
    """

    match: re.Match[str]
    anchor: dt.date
    before: Sequence[DateMention]
    start: int
    end: int

    @property
    def is_future(self) -> bool:
        """Whether its clause is about the future."""
        return is_ahead(self.match, self.start, self.end)

    @property
    def is_past(self) -> bool:
        """Whether its clause is about the past."""
        return is_behind(self.match, self.start, self.end)

    def last_day(self) -> dt.date | None:
        """The last day named, if it is not far before."""
        for date in reversed(self.before):
            if self.match.start() - date.end > _REACH:
                return None
            if day := periods.calendar_day(date.value):
                return day
        return None

    def last_year(self) -> int | None:
        """The year of the last calendar date named, if it is not far before."""
        for date in reversed(self.before):
            if self.match.start() - date.end > _REACH:
                return None
            if date.is_calendar_date:
                return int(date.value[:4])
        return None

    def has_happened(self) -> bool:
        """Whether a verb puts the day in the past: just before it ("met on"), or in the sentence that it opens."""
        text = self.match.string[max(self.start, self.match.start() - _NEAR) : self.match.start()]
        if _HAPPENED.search(text):
            return True
        opens = _OPENS_SENTENCE.search(text) is not None or self.match.start() == self.start
        return opens and self.is_past

    def is_limit(self) -> bool:
        """Whether the date is the end of a period: "by November"."""
        start = max(self.start, self.match.start() - _NEAR)
        return _LIMIT.search(self.match.string, start, self.match.start()) is not None


Resolve = Callable[[Expression], str | None]
"""The value of the date that an expression names; None if it names none."""

_REACH = 400
_NEAR = 60
_HAPPENED = re.compile(
    r"""
    \b (?:
        (?: [a-z]+ed | met | held | was | were | began | took | came | went | left | won | made | born | fell | rose
          | set | hit | struck | saw | spoke | gave )
        \s+ (?: (?! for\s+(?:an?|the|its|their|his|her)\s+\S+\s+on\b ) [^\s.,;:]+\s+ ){0,6} on     # met Ada Lind on
      | ended | since
    ) \s+ $
    | ,\s[a-z]+ing \s on \s+ $                                                                  # , leaving on
    """,
    re.VERBOSE,
)
"""Not requests, summonses and calls, whose date is in the future: "sent for an event on"."""
_DISASTER = re.compile(
    r"""
    \s+ (?:[a-z]+\s+)?
    (?: attacks? | atrocit(?:y|ies) | bombings? | raids? | crash | shootings? | massacre | killings? | murders?
      | assassination | earthquake | quake | disaster | riots? | coup ) \b
    """,
    re.VERBOSE,
)
"""Events that are in the past if their day identifies them: "the May 5 attacks"."""
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?”\"]\s)\s*On\s\Z")
_LIMIT = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]hrough)\s+(?:at\s+least\s+)?\Z")
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {f"{name}.": number for name, number in SHORT_MONTHS.items()}
"""The number (1 to 12) of each month by its full or abbreviated name."""

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"one": 1}
SHIFTS = {"last": -1, "past": -1, "the past": -1, "this past": -1, "this": 0, "the current": 0, "next": 1, "coming": 1}
"""The distance of "last" from "this", and so on, in weeks, months or years."""
_FRIDAY = 4


def iso_day(expression: Expression) -> str | None:
    """The day of "2024-09-10"."""
    return _day(expression.match["iso"])


def full_day(form: str) -> Resolve:
    """The day of "Sept. 10, 2024" (*form* "mdy") or "10 September 2024" ("dmy"), the first of a span of days.

    The year after a span is that of its last day.
    """
    ends = {"mdy": ("mdy_month", "mdy_last_month"), "dmy": ("dmy_first_month", "dmy_month")}[form]

    def resolve(expression: Expression) -> str | None:
        match = expression.match
        first, last = (MONTH_NUMBERS[match[end] or match[f"{form}_month"]] for end in ends)
        year = int(match[f"{form}_year"] or match["mdy_last_year"]) - (first > last)
        return _day(f"{year}-{first:02}-{int(match[f'{form}_day']):02}")

    return resolve


def _day(value: str) -> str | None:
    day = periods.calendar_day(value)
    return None if day is None else day.isoformat()


def day_and_month(form: str) -> Resolve:
    """The day of "10 September" (*form* "dm") or "September 10" ("md")."""

    def resolve(expression: Expression) -> str | None:
        month, day = MONTH_NUMBERS[expression.match[f"{form}_month"]], int(expression.match[f"{form}_day"])
        future = True if expression.is_future else None
        if _DISASTER.match(expression.match.string, expression.match.end()) or (
            not future and expression.has_happened()
        ):
            future = False
        return periods.day_nearest(month, day, expression.anchor, future=future)

    return resolve


def ago(expression: Expression) -> str | None:
    """The day, week, month or year of "three days ago"."""
    anchor, written = expression.anchor, expression.match["ago_number"].lower()
    number = int(written) if written.isdecimal() else NUMBERS[written]
    match expression.match["ago_unit"]:
        case "day":
            return (anchor - dt.timedelta(days=number)).isoformat()
        case "week":
            return periods.week(anchor, -number)
        case "month":
            return periods.month(anchor, -number)
        case _:
            return periods.year(anchor.year - number)


def unit(expression: Expression) -> str | None:
    """The week, weekend, month, quarter, year or season of "last week", "next spring"."""
    anchor, name = expression.anchor, expression.match["unit_name"]
    shift = SHIFTS[expression.match["unit_which"].lower()]
    match name:
        case "week":
            return periods.week(anchor, shift)
        case "weekend":
            return f"{periods.week(anchor, shift)}-WE"
        case "month":
            return periods.month(anchor, shift)
        case "quarter":
            return periods.quarter(anchor, shift)
        case "year":
            return periods.year(anchor.year + shift)
        case _:
            return periods.season(name, anchor, shift)


def season(expression: Expression) -> str | None:
    """The season of "over the summer"."""
    return periods.season_nearest(expression.match["season_name"], expression.anchor, future=expression.is_future)


def month_with_year(expression: Expression) -> str | None:
    """The month of "May 2019"; the year after a span of months is that of its last one."""
    match = expression.match
    number = MONTH_NUMBERS[match["month_year_month"]]
    if match["month_year_year"]:
        return f"{match['month_year_year']}-{number:02}"
    year = int(match["month_year_last_year"]) - (number > MONTH_NUMBERS[match["month_year_last_month"]])
    return f"{periods.year(year)}-{number:02}"


def month_of_year(expression: Expression) -> str | None:
    """The month of "November last year"."""
    year = periods.year(expression.anchor.year + SHIFTS[expression.match["month_of_which"].lower()])
    return f"{year}-{MONTH_NUMBERS[expression.match['month_of_month']]:02}"


def month(expression: Expression) -> str | None:
    """The month of "in November", "last November", "early November", "a November meeting"."""
    match, anchor = expression.match, expression.anchor
    by_a_noun = match["month_of_noun"] or match["month_possessing"] or match["month_for"]
    number = MONTH_NUMBERS[match["month_alone"] or match["month_after"] or by_a_noun]
    which = (match["month_which"] or "").lower()
    if which == "this":
        return periods.month(anchor, number - anchor.month)
    if which:
        return periods.month_nearest(number, anchor, future=which == "next")
    is_unsure = (
        match["month_after"]
        or by_a_noun
        or expression.is_limit()
        or (_comes_next(number, anchor) and not expression.is_past)
    )
    return periods.month_nearest(number, anchor, future=expression.is_future or (None if is_unsure else False))


def _comes_next(month: int, anchor: dt.date) -> bool:
    """Whether *month* follows that of *anchor*: "in March" seldom means eleven months ago."""
    return (month - anchor.month) % 12 == 1


def weekday(expression: Expression) -> str | None:
    """The day of "Tuesday", "last Tuesday"."""
    which = (expression.match["weekday_which"] or "").lower()
    number = WEEKDAYS.index(expression.match["weekday_name"])
    if which == "previous":
        named = expression.last_day() or dt.date.fromisoformat(periods.weekday(number, expression.anchor, future=False))
        return periods.weekday(number, named, future=False, strictly=True)
    future = which in _AHEAD or (which in {"", "this"} and expression.is_future)
    if not future and (which == "this" or (not which and expression.is_limit())):
        future = not expression.is_past
    strictly = which in {"last", "previous", "next"}
    return periods.weekday(number, expression.anchor, future=future, strictly=strictly)


_AHEAD = frozenset(("next", "coming", "this coming"))


def weekday_of_week(expression: Expression) -> str | None:
    """The day of "Monday last week"; that of "Thursday week" is a week after next Thursday."""
    number = WEEKDAYS.index(expression.match["weekday_of_name"])
    which = expression.match["weekday_of_which"]
    if which is None:
        coming = dt.date.fromisoformat(periods.weekday(number, expression.anchor, future=True))
        return (coming + dt.timedelta(weeks=1)).isoformat()
    monday = expression.anchor - dt.timedelta(days=expression.anchor.weekday())
    return (monday + dt.timedelta(weeks=SHIFTS[which], days=number)).isoformat()


def nth_weekday(expression: Expression) -> str | None:
    """The day of "the last Friday of this month"; None if it names no month ("the last Friday of every month")."""
    match, anchor = expression.match, expression.anchor
    if match["nth_which"]:
        month = periods.month(anchor, SHIFTS[match["nth_which"]])
    elif match["nth_month"]:
        number = MONTH_NUMBERS[match["nth_month"]]
        year = match["nth_year"]
        month = f"{year}-{number:02}" if year else periods.month_nearest(number, anchor, future=expression.is_future)
    else:
        return None
    nth = ORDINALS.get(match["nth_number"].lower())
    return periods.nth_weekday(month, WEEKDAYS.index(match["nth_weekday"]), nth)


def day(expression: Expression) -> str | None:
    """The day of "yesterday", "tonight", "this morning", "last night"."""
    distance = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(expression.match["deictic"].lower().split()[0], 0)
    return (expression.anchor + dt.timedelta(days=distance)).isoformat()


def weekend(expression: Expression) -> str | None:
    """The weekend of "the weekend": the last one, or this week's if that has begun or the clause is in the future."""
    anchor = expression.anchor
    return f"{periods.week(anchor, 0 if anchor.weekday() > _FRIDAY or expression.is_future else -1)}-WE"


def year(expression: Expression) -> str | None:
    """The year of "1998"."""
    return expression.match["year_number"]
