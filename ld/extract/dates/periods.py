"""Days, weeks, months, quarters, seasons and years as text names them, counted from a day.

Values are ISO 8601 if it has a form for them ("2024", "2024-09", "2024-09-10", "2024-W37"), else in the form of TIMEX3:
"2024-Q3", "2024-SU", "2024-W37-WE", "199" for a decade, "19" for a century.
Functions raise OverflowError, as datetime does, for dates outside the years 1 to 9999.
"""

import datetime as dt

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_HALF_A_YEAR_OF_QUARTERS = 2
_HALF_A_YEAR = 6
_LATELY = dt.timedelta(days=45)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year(number: int) -> str:
    """The year *number*."""
    if not dt.MINYEAR <= number <= dt.MAXYEAR:
        raise OverflowError(number)
    return f"{number:04}"


def month(anchor: dt.date, shift: int) -> str:
    """The month *shift* months after that of *anchor*."""
    months = anchor.year * 12 + anchor.month - 1 + shift
    return f"{year(months // 12)}-{months % 12 + 1:02}"


def week(anchor: dt.date, shift: int) -> str:
    """The ISO week *shift* weeks after that of *anchor*."""
    calendar = (anchor + dt.timedelta(weeks=shift)).isocalendar()
    return f"{year(calendar.year)}-W{calendar.week:02}"


def quarter(anchor: dt.date, shift: int) -> str:
    """The quarter *shift* quarters after that of *anchor*."""
    quarters = anchor.year * 4 + (anchor.month - 1) // 3 + shift
    return f"{year(quarters // 4)}-Q{quarters % 4 + 1}"


def quarter_nearest(number: int, anchor: dt.date, *, future: bool) -> str:
    """The current or last quarter *number* (1 to 4); with *future* the nearest, before or after."""
    distance = number - (anchor.month + 2) // 3
    if distance > 0 and not (future and distance <= _HALF_A_YEAR_OF_QUARTERS):
        distance -= 4
    elif future and distance < -_HALF_A_YEAR_OF_QUARTERS:
        distance += 4
    return quarter(anchor, distance)


def season_nearest(name: str, anchor: dt.date, *, future: bool) -> str:
    """The last season *name* that has begun; with *future* the next to begin."""
    if future:
        return season(name, anchor, 1)
    return f"{year(anchor.year - (anchor.month < _SEASON_STARTS[SEASONS[name]]))}-{SEASONS[name]}"


def season(name: str, anchor: dt.date, shift: int) -> str:
    """The season *name* of the year of *anchor*; with *shift* -1 the last that is over, with 1 the next to begin."""
    code = SEASONS[name]
    begins = _SEASON_STARTS[code]
    number = anchor.year
    if shift == -1 and anchor.month < begins + 3:
        number -= 1
    elif shift == 1 and anchor.month >= begins:
        number += 1
    return f"{year(number)}-{code}"


def weekday(number: int, anchor: dt.date, *, future: bool, strictly: bool = False) -> str:
    """The last day of the week *number* (Monday is 0) up to *anchor*, or with *future* the next from it on.

    With *strictly* it is not *anchor* itself.
    """
    distance = (number - anchor.weekday()) % 7 if future else -((anchor.weekday() - number) % 7)
    if strictly and not distance:
        distance = 7 if future else -7
    return (anchor + dt.timedelta(days=distance)).isoformat()


def nth_weekday(month: str, number: int, nth: int | None) -> str:
    """The *nth* day of the week *number* (Monday is 0) in the *month* "2024-09"; the last if *nth* is None."""
    first = dt.date.fromisoformat(f"{month}-01")
    day = first + dt.timedelta(days=(number - first.weekday()) % 7)
    days = [day + dt.timedelta(weeks=weeks) for weeks in range(5)]
    inside = [day for day in days if day.month == first.month]
    return inside[-1 if nth is None else nth - 1].isoformat()


def day_nearest(number: int, day: int, anchor: dt.date, *, future: bool | None) -> str | None:
    """The *day* of the month *number* before *anchor*, with *future* after it; if that is None, the nearer of the two.

    None if there is no such day. A day in the weeks before *anchor* is meant in any case: nobody refers to next year's
    by it alone.
    """
    dates = (calendar_day(f"{year(anchor.year + shift)}-{number:02}-{day:02}") for shift in (-1, 0, 1))
    known = [date for date in dates if date]
    lately = [date for date in known if dt.timedelta(0) < anchor - date < _LATELY]
    fitting = lately or [date for date in known if future is None or date == anchor or (date > anchor) == future]
    return min(fitting, key=lambda date: abs(date - anchor)).isoformat() if fitting else None


def month_nearest(number: int, anchor: dt.date, *, future: bool | None) -> str:
    """The current or last month *number* at *anchor*, or with *future* the next; if that is None, the nearer."""
    distance = number - anchor.month
    if future is None:
        distance = (distance + _HALF_A_YEAR) % 12 - _HALF_A_YEAR
    elif future == (distance < 0) and distance:
        distance += 12 if future else -12
    return month(anchor, distance)


def calendar_day(value: str | None) -> dt.date | None:
    """The day in the first ten characters of *value*; None if there is no such day."""
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
