"""Holidays and their dates: "Boxing Day", "last Christmas", "Good Friday 2023"."""

import datetime as dt

from ld.extract.dates import periods
from ld.extract.dates.expressions import Expression
from ld.text.lexicon import any_of, table

_DAYS = {row["name"]: row for row in table("dates/holidays")}
_SPELLED = {name.replace("’", "'"): name for name in _DAYS}
NAMES = tuple(_DAYS)


def pattern() -> str:
    """The pattern of a holiday; one that is also a season needs "last" or "this"."""
    seasons = [name for name, row in _DAYS.items() if not row["alone"]]
    alone = any_of(*(name for name in _DAYS if name not in seasons)).replace("’", "[’']")
    return rf"""
        (?<!["“‘]) (?: (?P<holiday_which>[Ll]ast|[Tt]his) \s+ (?P<holiday_season>{any_of(*seasons)}) (?!\s+[A-Z])
          | (?P<holiday_name>{alone}) ) \b (?![’'-]|\s+[Ee]ve\b)
        (?:,?\s+ (?:(?:in|of)\s+)? (?P<holiday_year>(?:19|20)[0-9]{{2}}) \b)?
    """


def resolve(expression: Expression) -> str | None:
    """The day of the holiday in the year stated, else the nearest that the clause allows."""
    match, anchor = expression.match, expression.anchor
    written = " ".join((match["holiday_season"] or match["holiday_name"]).split())
    day, which = _DAYS[_SPELLED[written.replace("’", "'")]]["day"], (match["holiday_which"] or "").lower()
    if match["holiday_year"]:
        return _in_year(day, int(match["holiday_year"])).isoformat()
    days = [_in_year(day, anchor.year + shift) for shift in (-1, 0, 1)]
    if which == "this":
        return days[1].isoformat()
    future = True if expression.is_future else False if which or expression.has_happened() else None
    fitting = [day for day in days if future is None or day == anchor or (day > anchor) == future]
    return min(fitting, key=lambda day: abs(day - anchor)).isoformat()


def _in_year(day: str, year: int) -> dt.date:
    if day.startswith("easter"):
        return _easter(year) + dt.timedelta(days=int(day.split()[1]))
    if "-" in day[:3]:
        return dt.date(year, *map(int, day.split("-")))
    month, weekday, nth, *after = map(int, day.split())
    found = periods.nth_weekday(f"{year:04}-{month:02}", weekday, nth if nth > 0 else None)
    return dt.date.fromisoformat(found) + dt.timedelta(days=sum(after))


def _easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
