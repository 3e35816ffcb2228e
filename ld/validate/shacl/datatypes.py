"""Literals by their datatype: which are well-formed, and which of two is less.

Lexical forms are those of XML Schema 1.1 part 2. Comparable are the types that SPARQL 1.1 compares (section 17.3), and
dates and times.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from ld.terms import XSD, Iri, Literal
from ld.validate.shacl.code_points import NAME_CHARACTERS, NAME_STARTS, as_class, without

_TWO_TO = {bits: 1 << bits for bits in (7, 8, 15, 16, 31, 32, 63, 64)}
_INTEGERS: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    **{
        name: (-_TWO_TO[bits], _TWO_TO[bits] - 1)
        for name, bits in {"byte": 7, "short": 15, "int": 31, "long": 63}.items()
    },
    **{
        f"unsigned{name}": (0, _TWO_TO[bits] - 1)
        for name, bits in {"Byte": 8, "Short": 16, "Int": 32, "Long": 64}.items()
    },
}
_YEAR = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH, _DAY = r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_DATE = f"{_YEAR}-{_MONTH}-{_DAY}"
_CLOCK = r"(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)"
_TIME = rf"(?:{_CLOCK}|(?P<end>24:00:00(?:\.0+)?))"
_STAMP = r"(?P<zone>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)"
_ZONE = f"{_STAMP}?"
_LONG_PARTS, _SHORT_PARTS = r"[0-9]+D", r"T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?"
_FLOAT = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN"
_FORMS = {
    **dict.fromkeys(_INTEGERS, r"[+-]?[0-9]+"),
    "decimal": r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)",
    "double": _FLOAT,
    "float": _FLOAT,
    "boolean": r"true|false|1|0",
    "dateTime": f"{_DATE}T{_TIME}{_ZONE}",
    "dateTimeStamp": f"{_DATE}T{_TIME}{_STAMP}",
    "date": f"{_DATE}{_ZONE}",
    "gYear": f"{_YEAR}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "time": f"{_TIME}{_ZONE}",
    "duration": rf"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:{_LONG_PARTS})?(?:{_SHORT_PARTS})?",
    "dayTimeDuration": rf"-?P(?=[0-9T])(?:{_LONG_PARTS})?(?:{_SHORT_PARTS})?",
    "yearMonthDuration": r"-?P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}= ?=|(?:[A-Za-z0-9+/] ?){3}=)?",
}
_LEXICAL = {
    "normalizedString": r"[^\t\n\r]*",
    "token": r"(?:[^\t\n\r ]+(?: [^\t\n\r ]+)*)?",
    "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
}
_NAMES = {
    **dict.fromkeys(("NCName", "ID", "IDREF", "ENTITY"), "{start}{part}*"),
    "Name": "{colon_start}{colon_part}*",
    "QName": "(?:{start}{part}*:)?{start}{part}*",
    "NOTATION": "(?:{start}{part}*:)?{start}{part}*",
    "NMTOKEN": "{colon_part}+",
    "NMTOKENS": "{colon_part}+(?: {colon_part}+)*",
    **dict.fromkeys(("IDREFS", "ENTITIES"), "{start}{part}*(?: {start}{part}*)*"),
}
"""Types made of the characters of XML names: *start* may begin one, *part* may follow, with or without colons."""
_LONGEST_YEAR = 20  # digits; longer ones have no order here
_MOMENTS = {"dateTime": "dateTime", "dateTimeStamp": "dateTime", "date": "date", "time": "time"}
"""The ordered types of points in time, by name, with the kind within which they are compared."""
_WITH_DAYS = ("dateTime", "dateTimeStamp", "date", "gMonthDay")
_NUMBERS = frozenset((*_INTEGERS, "decimal", "double", "float"))
Comparable = tuple[str, Any]  # a kind, and a value among those of the kind
_NO_ORDER: Comparable = ("", "")


def is_well_formed(literal: Literal) -> bool:
    """Whether the lexical form of *literal* is one of its datatype; an unknown datatype allows any."""
    return bool(form_of(literal.datatype)(literal.lexical))


@cache
def form_of(datatype: Iri) -> Callable[[str], object]:
    """A function that says (by a true or false value) whether a lexical form is one of *datatype*."""
    name = _name(datatype)
    if name not in _FORMS.keys() | _LEXICAL.keys() | _NAMES.keys():
        return lambda _: True
    form = _pattern(name)
    least, most = _INTEGERS.get(name, (None, None))
    if (least, most) != (None, None):
        return lambda lexical: (
            form.fullmatch(lexical) is not None
            and (least is None or least <= Decimal(lexical))
            and (most is None or Decimal(lexical) <= most)
        )
    if name in _WITH_DAYS:
        return lambda lexical: (match := form.fullmatch(lexical)) is not None and _is_a_day(match)
    return form.fullmatch


@cache
def _pattern(name: str) -> re.Pattern[str]:
    if name not in _NAMES:
        return re.compile(_FORMS.get(name) or _LEXICAL[name])
    start, part, colon = NAME_STARTS, NAME_CHARACTERS, ((ord(":"),) * 2,)
    return re.compile(
        _NAMES[name].format(
            start=as_class(without(start, colon)),
            part=as_class(without(part, colon)),
            colon_start=as_class(start),
            colon_part=as_class(part),
        )
    )


def _is_a_day(match: re.Match[str]) -> bool:
    # the last digits of a year suffice to see whether it is a leap year, and there may be more than int() takes;
    # without a year, the day must exist in some year
    year = match.groupdict().get("year") or "0000"
    return int(match["day"]) <= _days_in(int(year[-4:]), int(match["month"]))


def is_less(first: Literal, second: Literal, *, or_equal: bool = False) -> bool:
    """Whether *first* is less than *second*; False if they cannot be compared.

    Two dates or times can be compared if both have a zone or neither has one.
    """
    return comes_before(comparable(first), comparable(second), or_equal=or_equal)


def has_order(literal: Literal) -> bool:
    """Whether *literal* can be compared with others of its kind."""
    return bool(comparable(literal)[0])


@lru_cache(maxsize=4096)  # offsets recur, within an article and from one to the next
def comparable(literal: Literal) -> Comparable:
    """The kind of *literal*, and its value among those of the kind; both are empty if it has no order."""
    return _reader(literal.datatype)(literal.lexical)


def comes_before(first: Comparable, second: Comparable, *, or_equal: bool = False) -> bool:
    """Whether *first* is less than *second*, as in is_less."""
    (kind, value), (other_kind, other) = first, second
    if not kind or kind != other_kind:
        return False
    return bool(value <= other if or_equal else value < other)


@cache
def _reader(datatype: Iri) -> Callable[[str], Comparable]:
    """A function from a lexical form to a value that can be compared with others of its kind."""
    name, is_form = _name(datatype), form_of(datatype)
    if name == "string":
        return lambda lexical: ("string", lexical)
    if name in _NUMBERS:
        if name in ("double", "float"):
            return lambda lexical: (_float_kind(lexical), float(lexical)) if is_form(lexical) else _NO_ORDER
        # not by int(), which refuses more than 4,300 digits
        return lambda lexical: ("number", Decimal(lexical)) if is_form(lexical) else _NO_ORDER
    if name == "boolean":
        return lambda lexical: ("boolean", lexical in ("true", "1")) if is_form(lexical) else _NO_ORDER
    if name in _MOMENTS:
        return lambda lexical: _moment(name, lexical) if is_form(lexical) else _NO_ORDER
    return lambda _: _NO_ORDER


def _float_kind(lexical: str) -> str:
    """The kind of a float; NaN has its own, since no number is less than NaN or greater."""
    return "NaN" if lexical == "NaN" else "number"


def _moment(name: str, lexical: str) -> Comparable:
    """Seconds since 1 March of the year 0, in UTC if a zone is given."""
    match = _pattern(name).fullmatch(lexical)
    parts = match.groupdict() if match else {}
    if len(parts.get("year") or "") > _LONGEST_YEAR:
        return _NO_ORDER
    days = _days(*(int(parts.get(part) or 1) for part in ("year", "month", "day")))
    clock = (Decimal(parts.get(part) or 0) for part in ("hour", "minute", "second"))
    seconds = sum((unit * count for unit, count in zip((3600, 60, 1), clock, strict=True)), Decimal(86400 * days))
    zone = parts.get("zone") or ""
    offset = 0 if zone in ("", "Z") else int(f"{zone[0]}1") * (int(zone[1:3]) * 60 + int(zone[4:])) * 60
    return f"{_MOMENTS[name]} {'with' if zone else 'without'} zone", seconds + (
        86400 if parts.get("end") else 0
    ) - offset


def _days(year: int, month: int, day: int) -> int:
    """Days since 0000-03-01 in the proleptic Gregorian calendar; years start in March, so that leap days end them."""
    year -= month < 3  # noqa: PLR2004 - January and February
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1


def _days_in(year: int, month: int) -> int:
    return _days(year + month // 12, month % 12 + 1, 1) - _days(year, month, 1)


def _name(datatype: Iri) -> str:
    return datatype.removeprefix(XSD) if datatype.startswith(XSD) else ""
