"""A value of structured data as schema.org's vocabulary requires it: a literal of the right datatype, or an address."""

import datetime as dt
import re
from typing import NamedTuple

from ld.read.dates import is_iso_date
from ld.read.html.imprint import truth
from ld.read.html.json_ld import plain_text
from ld.read.html.metadata import Typed
from ld.read.html.moments import moment
from ld.schema_org import lineage
from ld.urls import is_absolute_url, whole_url

_ADDRESS = re.compile(r"(?i)https?://|\.{0,2}/")
_NUMBER = re.compile(r"-?[0-9]{1,18}(?P<fraction>\.[0-9]{1,18})?")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z]+);")
_TEXTS = frozenset(("Text", "CssSelectorType", "XPathType", "Duration", "Distance", "Energy", "Mass", "Time"))
_DATES = frozenset(("Date", "DateTime"))
_NUMBERS = frozenset(("Integer", "Number", "Distance"))
_TEXT_MOST = 5_000
_ADDRESS_MOST = 2_000
_NO_END = dt.date(9998, 12, 31)


class Unfit(NamedTuple):
    """Why a value cannot be used."""

    because: str


def typed(raw: str | float, ranges: frozenset[str], base: str) -> Typed | Unfit:
    """*raw* as a property with these *ranges* requires it; relative addresses are resolved against *base*."""
    words = _words(raw)
    if not words:
        return Unfit("is blank")
    if len(words) > (_ADDRESS_MOST if _ADDRESS.match(words) else _TEXT_MOST):
        return Unfit("is too long")
    found = _boolean(words, ranges) or _date(words, ranges) or _number(words, ranges) or _address(words, ranges, base)
    if found:
        return found
    if ranges & _TEXTS:
        return Unfit("holds markup") if _MARKUP.search(words) else Typed(words, "Text", words)
    if "URL" in ranges and _ADDRESS.match(words):
        return Unfit("is a broken address")
    return Unfit(f"is no {wanted(ranges)}")


def wanted(ranges: frozenset[str]) -> str:
    """What schema.org requires, for people: "ImageObject or URL"."""
    return " or ".join(sorted(ranges))


def _words(raw: str | float) -> str:
    if isinstance(raw, bool):
        return str(raw).lower()
    return plain_text(raw[: _TEXT_MOST * 2]) if isinstance(raw, str) else repr(raw)


def _boolean(words: str, ranges: frozenset[str]) -> Typed | None:
    value = truth(words) if "Boolean" in ranges else None
    return Typed(value, "Boolean", words) if value else None


def _date(words: str, ranges: frozenset[str]) -> Typed | None:
    if not ranges & _DATES:
        return None
    value = words if is_iso_date(words) else moment(words, _NO_END)
    return Typed(value, "Date", words) if value else None


def _number(words: str, ranges: frozenset[str]) -> Typed | None:
    match = _NUMBER.fullmatch(words) if ranges & _NUMBERS else None
    if match is None or (match["fraction"] and not ranges & (_NUMBERS - {"Integer"})):
        return None
    return Typed(words, "Number", words) if match["fraction"] else Typed(str(int(words)), "Integer", words)


def _address(words: str, ranges: frozenset[str], base: str) -> Typed | None:
    """An address, if schema.org requires one, or an enumeration's value; a relative one only if no text is allowed."""
    is_reference = "URL" in ranges and not ranges & _TEXTS and _ADDRESS.match(words)
    if not is_reference and not (is_absolute_url(words) and any(map(_is_addressed, ranges))):
        return None
    url = whole_url(words, base)
    return Typed(url, "URL", words) if url else None


def _is_addressed(range_: str) -> bool:
    """Whether an address is a valid value of *range_*; for other classes it does not describe the thing."""
    return range_ == "URL" or "Enumeration" in lineage(range_)
