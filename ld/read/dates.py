"""Dates: which strings are ISO 8601, and which day a page gives as its day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ld.read.vocabulary import phrases

_ZONE = r"Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)"
_TIME = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T([0-9]{{2}}:[0-9]{{2}})(:[0-9]{{2}}(?:\.[0-9]+)?)?({_ZONE})")
_PARTIAL = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_FOUR_DIGITS = re.compile(r"[0-9][0-9]{3}")
_JOINED_DIGITS = re.compile(r"[0-9][./-][0-9]")
"""The former is in every date with a full year, the latter in every date of numbers only."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CHANGED = re.compile(
    r"(?i)(updated?|modified|edited|aktualisiert|mis à jour|actualizado|수정)\W*(?:on|at|am|le|el)?\W*$"
)
_ISSUED = re.compile(
    r"(?i)(?:\b(?:publi|posted|issued|first|veröffentlicht|erschienen)|입력|게재|등록)(?:(?!updat|modif)[^|]){0,30}$"
)
_NUMBERS = re.compile(r"(?<![0-9./-])([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9/-]|\.[0-9])")
_EAST_ASIAN = re.compile(r"([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")
_AMERICAN_TIME = re.compile(r"\b[0-9]{1,2}:[0-9]{2} ?[APap]\.?[Mm]\.? (?:[ECMP][SD]?T)\b")
_SHORT = 90
_LABEL = 34
_MONTH = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963]){2,13}"
"""A word that may be a month; Devanagari has vowel signs, which are not letters."""
_YEAR_END = r"(?:\b|(?=[0-9]{1,2}:[0-9]{2}\b))"
"""A time of day may be glued to the year: "April 25, 20232:26 PM"."""
_GLUED = re.compile(r".*[a-z](?=[A-Z])")
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{_MONTH})\.?\s{{1,3}}(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y>[0-9]{{4}}){_YEAR_END}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"""
    \b (?P<d>[0-9]{{1,2}}) (?:st|nd|rd|th|er|\.|[º°])?  # 3rd, 3., 1er
    [\s-]{{1,3}} (?:de\s)?
    (?P<m>{_MONTH}) \.? ,?                             # May, Mai, mayo
    [\s-]{{1,3}} (?:de\s)?
    (?P<y>[0-9]{{4}}) {_YEAR_END}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_FIRST = re.compile(rf"\b(?P<y>[0-9]{{4}})\.\s(?P<m>{_MONTH})\s(?P<d>[0-9]{{1,2}})\b", re.IGNORECASE)
"""2024. március 12."""
_CENTURY = 2000
_MONTHS = 12
_LEFT_OUT = "-"
_YEARS = range(1800, 2200)


class Day(NamedTuple):
    """A day that a line names: its ISO date, and the start and end of its words in the line."""

    value: str
    start: int
    end: int


def iso_moment(text: str) -> str | None:
    """*text* as an ISO day, or a date-time with seconds and zone, if it is a real one; otherwise None.

    Zones range from -14:00 to +14:00 (XML Schema 1.1, part 2, dateTimeStamp).
    """
    if _DAY.fullmatch(text):
        return text if _exists(text) else None
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    day, minutes, seconds, zone = match.groups()
    moment = f"{day}T{minutes}{seconds or ':00'}{zone}"
    return moment if _exists(moment) else None


def is_iso_date(text: str) -> bool:
    """Whether *text* is an ISO 8601 year, month, day, or date-time with zone, from the year 1 on."""
    return _PARTIAL.fullmatch(text) is not None or iso_moment(text) is not None


def _exists(moment: str) -> bool:
    try:
        dt.datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def published_day(source: str, start: int, end: int) -> Day | None:
    """The day of publication according to the line ``source[start:end]``, with offsets in *source*.

    Not the day of a later change, nor one with interchangeable day and month.
    """
    days = [Day(day.value, day.start + start, day.end + start) for day in _days(source[start:end])]
    fresh = [day for day in sorted(days, key=lambda day: day.start) if not _follows(_CHANGED, source, day.start)]
    return next((day for day in fresh if is_issued(source, day.start)), fresh[0] if fresh else None)


def is_issued(source: str, start: int) -> bool:
    """Whether a word such as "published" directly precedes the date at *start*."""
    return _follows(_ISSUED, source, start)


def _follows(label: re.Pattern[str], source: str, start: int) -> bool:
    return label.search(source[max(0, start - _LABEL) : start]) is not None


def names_day(line: str) -> bool:
    """Whether a short *line* consists of little more than a date."""
    return len(line) <= _SHORT and bool(_days(line, least=len(line) / 3))


def has_day(line: str) -> bool:
    """Whether *line* names a day with its year, whatever else it contains."""
    return bool(_days(line))


def _days(line: str, least: float = 0) -> list[Day]:
    """The days that *line* names in at least *least* characters."""
    days: list[Day | None] = []
    if _JOINED_DIGITS.search(line):
        days += [_numbered_day(match, line) for match in _matches(_NUMBERS, line, least)]
    if _FOUR_DIGITS.search(line):
        days += [_day(match, *map(int, match.groups())) for match in _matches(_EAST_ASIAN, line, least)]
        for pattern in (_MONTH_FIRST, _DAY_FIRST, _YEAR_FIRST):
            days += [_named_day(match) for match in _matches(pattern, line, least)]
    return [day for day in days if day is not None]


def _matches(pattern: re.Pattern[str], line: str, least: float) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(line) if match.end() - match.start() >= least)


def _numbered_day(match: re.Match[str], line: str) -> Day | None:
    is_american = _AMERICAN_TIME.search(line) is not None
    return _day(match, *_ordered(match[1], match[3], match[4], month_first=is_american))


def _ordered(first: str, second: str, third: str, *, month_first: bool) -> tuple[int, int, int]:
    """Year, month and day of a date in digits; zeros if day and month are interchangeable, unless *month_first*."""
    if len(first) == len("2024"):
        return int(first), int(second), int(third)
    year = int(third) if len(third) == len("2024") else _CENTURY + int(third)
    one, two = int(first), int(second)
    if len(third) not in (2, 4) or (one != two and max(one, two) <= _MONTHS and not month_first):
        return 0, 0, 0
    return (year, two, one) if one > _MONTHS else (year, one, two)


def _day(match: re.Match[str], year: int, month: int, day: int) -> Day | None:
    if year not in _YEARS:
        return None
    value = f"{year:04}-{month:02}-{day:02}"
    return Day(value, match.start(), match.end()) if _exists(value) else None


def _named_day(match: re.Match[str]) -> Day | None:
    """The day in a date with the month's name, which may be glued to the word before it: "readApril 25, 2023"."""
    name = match["m"]
    glued = _GLUED.match(name) if name.lower() not in _months() and match.start("m") == match.start() else None
    number = _months().get((name[glued.end() :] if glued else name).lower())
    day = _day(match, int(match["y"]), number, int(match["d"])) if number else None
    return day._replace(start=day.start + glued.end()) if day and glued else day


def month_number(name: str) -> int | None:
    """The number of the month called *name*, in lower case, in one of the known languages; None if there is none."""
    return _months().get(name)


@cache
def _months() -> dict[str, int]:
    """The number of each month by its name, in all languages of the data file."""
    named = ((name, number) for line in phrases("months") for number, name in enumerate(line.split(), start=1))
    return {name: number for name, number in named if name != _LEFT_OUT}
