"""Dates in running text, resolved from the day of publication, with the precision that the text gives."""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from ld.extract.dates import periods
from ld.extract.dates.tense import is_ahead
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAY, WEEKDAYS
from ld.text.lexicon import any_of
from ld.text.reading import Reading, once
from ld.text.word_index import between, first_words, matches_at


class DateMention(NamedTuple):
    """An expression that names a date: its offsets, the value (see ``ld.extract.dates.periods``), and the rule."""

    start: int
    end: int
    value: str
    rule: str

    @property
    def is_calendar_date(self) -> bool:
        """Whether the value is a day, a month or a year, for which XML Schema has a datatype."""
        return _CALENDAR_DATE.fullmatch(self.value) is not None


_CALENDAR_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def find_dates(text: Reading, start: int, end: int, published: str | None) -> list[DateMention]:
    """The dates named in *text* from *start* to *end*.

    *published* is an ISO 8601 date or None; without it a relative expression ("Tuesday") has no date
    and is left out: none is invented. It lies ahead where its own clause says so ("will meet on Tuesday").
    Durations and plain numbers are left alone; so is what lies outside the years 1 to 9999.
    """
    anchor = periods.calendar_day(published)
    found: list[DateMention] = []
    for match in matches_at(_EXPRESSION, text, between(_beginnings(text), start, end), end):
        rule = _RULES[str(match.lastgroup)]
        if anchor is None and not rule.is_absolute:
            continue
        context = _Context(match, anchor or dt.date.min, found, start, end)
        try:
            value = rule.resolve(match, context)
        except OverflowError:
            continue
        if value is not None:
            found.append(DateMention(match.start(), match.end(), value, rule.name))
    return found


class _Context(NamedTuple):
    """What an expression is read with: the day of publication, and the dates found before it."""

    match: re.Match[str]
    anchor: dt.date
    before: list[DateMention]
    start: int
    end: int

    @property
    def future(self) -> bool:
        return is_ahead(self.match, self.start, self.end)

    def last_quarter(self) -> str | None:
        """The quarter that the text speaks of: the one named last, if that was not long ago."""
        for date in reversed(self.before):
            if self.match.start() - date.end > _REACH:
                return None
            if "-Q" in date.value and date.rule != _YEAR_BEFORE:
                return date.value
        return None

    def has_happened(self) -> bool:
        """Whether a verb just before says that the day lies behind ("met on", "ended")."""
        text = self.match.string[max(self.start, self.match.start() - _NEAR) : self.match.start()]
        return _HAPPENED.search(text) is not None


_REACH = 400
_NEAR = 60
_YEAR_BEFORE = "a year before the quarter named before, else publication"
_HAPPENED = re.compile(
    r"\b(?:(?:[a-z]+ed|met|held|was|were|began|took|came|went|left|won|made|born|fell|rose|set|hit|struck|saw|spoke|gave)"
    r"\s+(?:[^\s.,;:]+\s+){0,4}on|ended|since)\s+$"
)
_Resolve = Callable[[re.Match[str], _Context], str | None]


class _Rule(NamedTuple):
    """How one kind of expression reads. The pattern's groups are named after the rule's key."""

    name: str
    pattern: str
    resolve: _Resolve
    is_absolute: bool = False


def _iso(match: re.Match[str], _: _Context) -> str | None:
    return _day(match["iso"])


def _full_day(form: str) -> _Resolve:
    def resolve(match: re.Match[str], _: _Context) -> str | None:
        month = _MONTH_NUMBERS[match[f"{form}_month"]]
        return _day(f"{match[f'{form}_year']}-{month:02}-{int(match[f'{form}_day']):02}")

    return resolve


def _day_and_month(form: str) -> _Resolve:
    def resolve(match: re.Match[str], context: _Context) -> str | None:
        month, day = _MONTH_NUMBERS[match[f"{form}_month"]], int(match[f"{form}_day"])
        future = True if context.future else False if context.has_happened() else None
        return periods.day_nearest(month, day, context.anchor, future=future)

    return resolve


def _day(value: str) -> str | None:
    day = periods.calendar_day(value)
    return None if day is None else day.isoformat()


def _quarter(match: re.Match[str], context: _Context) -> str | None:
    number = _ORDINALS[match["quarter_number"].lower()]
    shift = _SHIFTS.get((match["quarter_of"] or "").lower())
    if shift is not None:
        return f"{periods.year(context.anchor.year + shift)}-Q{number}"
    if year := match["quarter_year"] or match["quarter_before"]:
        return f"{year}-Q{number}"
    return periods.quarter_nearest(number, context.anchor, future=context.future)


def _same_quarter(_: re.Match[str], context: _Context) -> str | None:
    return context.last_quarter() or periods.quarter(context.anchor, -1)


def _year_before(match: re.Match[str], context: _Context) -> str | None:
    quarter = context.last_quarter()
    if quarter:
        return f"{periods.year(int(quarter[:4]) - 1)}{quarter[4:]}"
    return None if match["year_ago_period"] else periods.year(context.anchor.year - 1)


def _ago(match: re.Match[str], context: _Context) -> str | None:
    written = match["ago_number"].lower()
    number = int(written) if written.isdecimal() else _NUMBERS[written]
    match match["ago_unit"]:
        case "day":
            return (context.anchor - dt.timedelta(days=number)).isoformat()
        case "week":
            return periods.week(context.anchor, -number)
        case "month":
            return periods.month(context.anchor, -number)
        case _:
            return periods.year(context.anchor.year - number)


def _unit(match: re.Match[str], context: _Context) -> str | None:
    shift, unit = _SHIFTS[match["unit_which"].lower()], match["unit_name"]
    match unit:
        case "week":
            return periods.week(context.anchor, shift)
        case "weekend":
            return f"{periods.week(context.anchor, shift)}-WE"
        case "month":
            return periods.month(context.anchor, shift)
        case "quarter":
            return periods.quarter(context.anchor, shift)
        case "year":
            return periods.year(context.anchor.year + shift)
        case _:
            return periods.season(unit, context.anchor, shift)


def _month_with_year(match: re.Match[str], _: _Context) -> str | None:
    return f"{match['month_year_year']}-{_MONTH_NUMBERS[match['month_year_month']]:02}"


def _month_of(match: re.Match[str], context: _Context) -> str | None:
    year = periods.year(context.anchor.year + _SHIFTS[match["month_of_which"].lower()])
    return f"{year}-{_MONTH_NUMBERS[match['month_of_month']]:02}"


def _month(match: re.Match[str], context: _Context) -> str | None:
    number = _MONTH_NUMBERS[match["month_alone"] or match["month_after"]]
    which = (match["month_which"] or "").lower()
    if which == "this":
        return periods.month(context.anchor, number - context.anchor.month)
    if which:
        return periods.month_nearest(number, context.anchor, future=which == "next")
    unsure = match["month_after"] or _LIMIT.search(
        match.string, max(context.start, match.start() - _NEAR), match.start()
    )
    return periods.month_nearest(number, context.anchor, future=context.future or (None if unsure else False))


_LIMIT = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]hrough)\s+\Z")


def _weekday(match: re.Match[str], context: _Context) -> str | None:
    which = (match["weekday_which"] or "").lower()
    future = which in {"next", "coming", "this coming"} or (not which and context.future)
    strictly = which in {"last", "previous", "next"}
    return periods.weekday(WEEKDAYS.index(match["weekday_name"]), context.anchor, future=future, strictly=strictly)


def _deictic(match: re.Match[str], context: _Context) -> str | None:
    distance = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match["deictic"].lower()]
    return (context.anchor + dt.timedelta(days=distance)).isoformat()


def _weekend(_: re.Match[str], context: _Context) -> str | None:
    # on a Monday or later, "the weekend" is the one that is over; on its own days it is this one
    return f"{periods.week(context.anchor, 0 if context.anchor.weekday() > _FRIDAY or context.future else -1)}-WE"


def _year(match: re.Match[str], _: _Context) -> str | None:
    return match["year_number"]


def _decade(match: re.Match[str], _: _Context) -> str | None:
    return match["decade_start"]


def _century(match: re.Match[str], _: _Context) -> str | None:
    return f"{int(match['century_number']) - 1:02}"


_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {f"{name}.": number for name, number in SHORT_MONTHS.items()}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SHIFTS = {"last": -1, "past": -1, "the past": -1, "this past": -1, "this": 0, "the current": 0, "next": 1, "coming": 1}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"one": 1, "20": 20}
_FRIDAY = 4
_MONTH = any_of(*_MONTH_NUMBERS)
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9]"
_LEADING_WEEKDAY = rf"(?:{WEEKDAY},?\s++)?"
_WHICH = r"(?:[Ll]ast|[Tt]his\s+past|[Tt]he\s+past|[Tt]his|[Tt]he\s+current|[Nn]ext|[Cc]oming)"
_RULES = {
    "iso": _Rule("calendar day", rf"{_YEAR}-[01][0-9]-[0-3][0-9]\b", _iso, is_absolute=True),
    "mdy": _Rule(
        "calendar day",
        rf"{_LEADING_WEEKDAY}(?P<mdy_month>{_MONTH})\s+(?P<mdy_day>{_DAY})(?:st|nd|rd|th)?(?:\s*+,\s*+|\s++)"
        rf"(?P<mdy_year>{_YEAR})\b",
        _full_day("mdy"),
        is_absolute=True,
    ),
    "dmy": _Rule(
        "calendar day",
        rf"{_LEADING_WEEKDAY}(?P<dmy_day>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dmy_month>{_MONTH}),?\s+"
        rf"(?P<dmy_year>{_YEAR})\b",
        _full_day("dmy"),
        is_absolute=True,
    ),
    "dm": _Rule(
        "day nearest to publication",
        rf"{_LEADING_WEEKDAY}(?P<dm_day>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm_month>{_MONTH})(?!\w)",
        _day_and_month("dm"),
    ),
    "md": _Rule(
        "day nearest to publication",
        rf"{_LEADING_WEEKDAY}(?P<md_month>{_MONTH})\s+(?P<md_day>{_DAY})(?:st|nd|rd|th)?\b(?!\s*+(?:,\s*+)?\d)",
        _day_and_month("md"),
    ),
    "quarter": _Rule(
        "quarter nearest to publication",
        rf"(?:[Tt]he\s+)?(?:(?P<quarter_of>this|last|next)\s+year[’']s\s+|(?P<quarter_before>{_YEAR})\s+)?"
        r"(?:fiscal[\s-])?(?P<quarter_number>(?i:first|second|third|fourth))[\s-]quarter\b"
        rf"(?:\s+(?:of\s+)?(?:fiscal\s+)?(?P<quarter_year>{_YEAR})\b)?",
        _quarter,
    ),
    "same_quarter": _Rule(
        "quarter named before, else the last",
        r"[Tt]he\s+(?:(?:latest|most\s+recent)\s+(?:quarter|period)|quarter)\b",
        _same_quarter,
    ),
    "year_before": _Rule(
        _YEAR_BEFORE,
        r"(?:(?:[Aa]|[Oo]ne)\s+year\s+(?:ago|earlier)|(?:[Tt]he\s+)?year-(?:ago|earlier)"
        r"(?P<year_ago_period>\s+(?:period|quarter))?)\b",
        _year_before,
    ),
    "ago": _Rule(
        "counted back from publication",
        rf"(?P<ago_number>[0-9]{{1,3}}|(?i:{'|'.join(_NUMBERS)}))\s+(?P<ago_unit>day|week|month|year)s?\s+ago\b",
        _ago,
    ),
    "unit": _Rule(
        "counted from publication",
        rf"(?P<unit_which>{_WHICH})\s+(?P<unit_name>weekend|week|month|quarter|year|{'|'.join(periods.SEASONS)})\b",
        _unit,
    ),
    "month_year": _Rule(
        "month with its year",
        rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<month_year_month>{_MONTH})(?:\s+of)?,?\s+(?P<month_year_year>{_YEAR})\b",
        _month_with_year,
        is_absolute=True,
    ),
    "month_of": _Rule(
        "month of a year counted from publication",
        rf"(?P<month_of_month>{_MONTH})\s+(?:of\s+)?(?P<month_of_which>last|this|next)\s+year\b",
        _month_of,
    ),
    "month": _Rule(
        "month nearest to publication",
        rf"(?:(?:(?P<month_which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past)?)\s+|(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])"
        rf"(?P<month_after>{_MONTH})"
        rf"|(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\bof\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Ff]rom\s)"
        rf"|(?<=\b[Dd]uring\s)|(?<=\b[Tt]hrough\s))(?P<month_alone>{_MONTH}))(?![\w’'-])(?!\s+[A-Z])",
        _month,
    ),
    "weekday": _Rule(
        "weekday nearest to publication",
        rf"(?:(?P<weekday_which>[Ll]ast|[Nn]ext|[Pp]revious|[Tt]his\s+coming|[Cc]oming)\s+)?(?P<weekday_name>{WEEKDAY})\b",
        _weekday,
    ),
    "day": _Rule("day counted from publication", r"(?P<deictic>(?i:today|yesterday|tonight|tomorrow))\b", _deictic),
    "weekend": _Rule("weekend nearest to publication", r"[Tt]he\s+weekend\b", _weekend),
    "decade": _Rule("decade", r"(?:the\s+)?(?P<decade_start>(?:1[6-9]|20)[0-9])0[’']?s\b", _decade, is_absolute=True),
    "century": _Rule(
        "century", r"(?:the\s+)?(?P<century_number>1[0-9]|20|21)(?:st|th)[\s-]century\b", _century, is_absolute=True
    ),
    "year": _Rule(
        "year",
        rf"(?<![$£€#.,-])(?P<year_number>{_YEAR})\b(?![’']?s\b(?<!['’]s))(?!-[0-9]|[.,][0-9]|:[0-9]|/[0-9]|%)"
        r"(?!\s+[a-z]+(?<![eu])s\b(?<!’s))",
        _year,
        is_absolute=True,
    ),
}
_OPENERS = (
    *(*_ORDINALS, *_NUMBERS, "fiscal", "early", "late", "mid", "year", "the", "last", "this", "next", "coming"),
    *("previous", "today", "yesterday", "tonight", "tomorrow"),
)
_FIRST_WORDS = first_words((*_MONTH_NUMBERS, *WEEKDAYS, *_OPENERS, *(word.capitalize() for word in _OPENERS)))
# most articles ("the", "a") begin no date: asking for the word behind spares them the rules
_BEHIND_ARTICLE = any_of(
    *(*_ORDINALS, "fiscal", "this", "last", "next", "latest", "most", "past", "current"),
    *("day", "week", "month", "quarter", "year"),
)
_EXPRESSION = re.compile(
    rf"\b(?!(?:[Tt]he|[Aa])\s+(?![0-9]|(?i:{_BEHIND_ARTICLE})))(?:"
    + "|".join(f"(?P<{key}>{rule.pattern})" for key, rule in _RULES.items())
    + ")"
)


@once
def _beginnings(text: Reading) -> list[int]:
    """Where a date may begin in *text*: at a number, or at a word that begins one."""
    index = text.words
    return sorted([*index.offsets(_FIRST_WORDS), *index.numbers])
