"""Machine-readable dates of pages, as ISO 8601 with the precision that they give."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from ld.read.dates import iso_moment, published_day

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?"
)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_LONGEST = 80
_EARLIEST = "1700"


def moment(text: str, today: dt.date) -> str | None:
    """The day in *text*, or the moment if it has a time and a zone; None if there is none, or it is after *today*.

    Because of time zones a day may be one later than *today*. A time without a zone is dropped, since its moment is
    unknown.
    """
    text = text.strip()[:_LONGEST]
    found = _by_iso(text) or _by_digits(text) or _by_mail(text) or _by_words(text)
    if found is None or found < _EARLIEST:
        return None
    return found if found[:10] <= (today + dt.timedelta(days=1)).isoformat() else None


def utc_day(text: str, today: dt.date) -> str | None:
    """The day of ``moment`` in UTC, the same for one moment written in several zones; None if there is none."""
    found = moment(text, today)
    if found is None or "T" not in found:
        return found
    return dt.datetime.fromisoformat(found).astimezone(dt.UTC).date().isoformat()


def _by_iso(text: str) -> str | None:
    match = _ISO.match(text)
    if match is None:
        return None
    day, minutes, seconds, zone = match.groups()
    if minutes and zone:
        whole = iso_moment(f"{day}T{minutes.zfill(5)}{seconds or ':00'}{_zone(zone)}")
        if whole:
            return whole
    return iso_moment(day)


def _zone(zone: str) -> str:
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _by_digits(text: str) -> str | None:
    match = _DIGITS.fullmatch(text)
    return iso_moment("-".join(match.groups())) if match else None


def _by_mail(text: str) -> str | None:
    """A date as in mail and HTTP headers: "Wed, 11 Sep 2024 10:00:00 GMT"."""
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.isoformat(timespec="seconds").replace("+00:00", "Z") if when.tzinfo else when.date().isoformat()


def _by_words(text: str) -> str | None:
    day = published_day(text, 0, len(text))
    return day.value if day else None


def clock(text: str) -> dt.datetime | None:
    """The local date and time that *text* gives without a zone, to the second."""
    match = _ISO.match(text.strip()[:_LONGEST])
    if match is None or match[4] or not match[3]:
        return None
    try:
        return dt.datetime.fromisoformat(f"{match[1]}T{match[2].zfill(5)}{match[3]}")
    except ValueError:
        return None
