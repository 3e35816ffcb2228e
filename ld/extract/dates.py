"""Dates in running text, resolved from the day of publication, with the precision that the text gives."""

import datetime as dt
import functools
import re
from typing import NamedTuple

from ld.extract.words import any_of, words

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DateMention(NamedTuple):
    """An expression that names a date: its offsets, the ISO 8601 value, and the rule that resolved it."""

    start: int
    end: int
    value: str
    rule: str


def find_dates(text: str, start: int, end: int, published: str | None) -> list[DateMention]:
    """The dates named in *text* from *start* to *end*.

    *published* is an ISO 8601 date or None; without it a relative expression ("Tuesday") has no date
    and is left out: none is invented. It lies ahead where its own clause says so ("will meet on Tuesday").
    Durations and plain numbers are left alone; so is what lies outside the years 1 to 9999.
    """
    anchor = _day(published)
    found = []
    for match in _EXPRESSION.finditer(text, start, end):
        resolved = _absolute(match.groupdict())
        if resolved is None and anchor is not None:
            resolved = _on_calendar(match.groupdict(), anchor, future=_is_ahead(match, start, end))
        if resolved is not None:
            found.append(DateMention(match.start(), match.end(), *resolved))
    return found


_MONTH_FORMS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_FORMS |= {f"{name[:3]}.": number for name, number in _MONTH_FORMS.items() if name != "May"} | {"Sept.": 9}
_MONTH = any_of(*_MONTH_FORMS)
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9]"
_FUTURE = re.compile(
    r"\b(?=[aeinpsuw])(?:will|shall|is set to|are set to|is due to|plans? to|is to|are to|upcoming|next"
    r"|(?:is|are) (?:expected|scheduled)|expires?|effective|would)\b"
)
_EXPRESSION = re.compile(
    rf"""\b(?=[0-9A-Zilnty])(?:
        (?P<iso>{_YEAR}-[01][0-9]-[0-3][0-9])\b
      | (?P<mdy_month>{_MONTH})\s+(?P<mdy_day>{_DAY})(?:st|nd|rd|th)?(?:\s*+,\s*+|\s++)(?P<mdy_year>{_YEAR})\b
      | (?P<dmy_day>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dmy_month>{_MONTH})(?:,?\s+(?P<dmy_year>{_YEAR}))?(?!\w)
      | (?P<md_month>{_MONTH})\s+(?P<md_day>{_DAY})(?:st|nd|rd|th)?\b(?!\s*+(?:,\s*+)?\d)
      | (?P<my_month>{_MONTH})(?:\s+of)?,?\s+(?P<my_year>{_YEAR})\b
      | (?P<month>{_MONTH})\s+(?P<month_of>last|this|next)\s+year\b
      | (?P<last_month_of>last|next|this\s+past)\s+(?P<named_month>{_MONTH})(?!\w)
      | (?P<weekday>{any_of(*WEEKDAYS)})\b
      | (?P<day>today|yesterday|tomorrow)\b
      | (?P<which>last|this|next)\s+(?P<unit>month|year)\b
      | (?<=\b[Ii]n\s)(?P<in_year>{_YEAR})\b(?!\s*-)
      | (?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s))(?P<in_month>{_MONTH})(?!\w)
    )""",
    re.VERBOSE,
)


def _is_ahead(match: re.Match[str], start: int, end: int) -> bool:
    """Whether the clause of the date *match* speaks of the future; the text is read from *start* to *end*."""
    text = match.string
    limits = list(_limit().finditer(text, max(start, match.start() - _REACH), match.start()))
    if limits and limits[-1].group().strip() == "," and _LEADS_TO_DATE.fullmatch(text, limits[-1].end(), match.start()):
        del limits[-2:]
    first = limits[-1].end() if limits else max(start, match.start() - _REACH)
    end = min(end, match.end() + _REACH)
    alone = _LEADS_TO_DATE.fullmatch(text, first, match.start()) is not None
    if alone and limits and limits[-1].group().isalpha() and limits[-1].group() != "that":
        return False
    following = _limit().search(text, match.end(), end)
    if following and alone and following.group() == ",":
        following = _limit().search(text, following.end(), end)
    return _FUTURE.search(text, first, following.start() if following else end) is not None


_REACH = 400
_LEADS_TO_DATE = re.compile(r"\s*(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ll]ate|[Ee]arly|[Ff]rom|[Uu]ntil)\s+)*")


@functools.cache
def _limit() -> re.Pattern[str]:
    """Where a clause ends: a stop, a comma that joins no names, "that", a verb of saying (but not "be told")."""
    return re.compile(
        r"[;:?!](?=\s)|[.](?=\s|[\"”’])(?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)|[“”\"]"
        r"|,(?!\s+(?:and\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:,|\sand\s))"
        rf"|\b(?=[a-z])(?<!\bbe\s)(?:that|{any_of(*words('speech_verbs'))})\b"
    )


def _absolute(part: dict[str, str | None]) -> tuple[str, str] | None:
    if part["iso"]:
        return _valid_day(part["iso"])
    for form in ("mdy", "dmy"):
        if part[f"{form}_year"]:
            month = _MONTH_FORMS[str(part[f"{form}_month"])]
            return _valid_day(f"{part[f'{form}_year']}-{month:02}-{int(str(part[f'{form}_day'])):02}")
    if part["my_year"]:
        return f"{part['my_year']}-{_MONTH_FORMS[str(part['my_month'])]:02}", "month with its year"
    if part["in_year"]:
        return str(part["in_year"]), "year"
    return None


def _on_calendar(part: dict[str, str | None], anchor: dt.date, *, future: bool) -> tuple[str, str] | None:
    try:
        return _relative(part, anchor, future=future)
    except OverflowError:
        return None


def _relative(part: dict[str, str | None], anchor: dt.date, *, future: bool) -> tuple[str, str] | None:
    if part["weekday"]:
        return _weekday(WEEKDAYS.index(str(part["weekday"])), anchor, future=future), "weekday nearest to publication"
    if part["day"]:
        distance = {"yesterday": -1, "today": 0, "tomorrow": 1}[str(part["day"])]
        return (anchor + dt.timedelta(days=distance)).isoformat(), "day counted from publication"
    if part["which"]:
        return _unit(str(part["which"]), str(part["unit"]), anchor), "month or year counted from publication"
    if part["month"]:
        year = _year(anchor.year + {"last": -1, "this": 0, "next": 1}[str(part["month_of"])])
        return f"{year}-{_MONTH_FORMS[str(part['month'])]:02}", "month of a year counted from publication"
    for form in ("dmy", "md"):
        if part[f"{form}_month"]:
            month, day = _MONTH_FORMS[str(part[f"{form}_month"])], int(str(part[f"{form}_day"]))
            year = _year(anchor.year + _year_shift((month, day), (anchor.month, anchor.day), future=future))
            return _valid_day(f"{year}-{month:02}-{day:02}")
    name = part["in_month"] or part["named_month"]
    month = _MONTH_FORMS[str(name)]
    future = future or part["last_month_of"] == "next"
    year = _year(anchor.year + _year_shift((month, 0), (anchor.month, 0), future=future))
    return f"{year}-{month:02}", "month nearest to publication"


def _weekday(weekday: int, anchor: dt.date, *, future: bool) -> str:
    distance = (weekday - anchor.weekday()) % 7 if future else -((anchor.weekday() - weekday) % 7)
    return (anchor + dt.timedelta(days=distance)).isoformat()


def _unit(which: str, unit: str, anchor: dt.date) -> str:
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return _year(anchor.year + shift)
    months = anchor.year * 12 + anchor.month - 1 + shift
    return f"{_year(months // 12)}-{months % 12 + 1:02}"


def _year(number: int) -> str:
    """The year as ISO 8601 writes it. OverflowError, as of datetime, for one that its calendar does not hold."""
    if not dt.MINYEAR <= number <= dt.MAXYEAR:
        raise OverflowError(number)
    return f"{number:04}"


def _year_shift(named: tuple[int, int], anchor: tuple[int, int], *, future: bool) -> int:
    if future:
        return 1 if named < anchor else 0
    return -1 if named > anchor else 0


def _valid_day(value: str) -> tuple[str, str] | None:
    day = _day(value)
    return None if day is None else (day.isoformat(), "calendar day")


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
