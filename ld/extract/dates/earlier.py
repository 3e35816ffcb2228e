"""Dates counted from one named earlier in the text: "later that year", "the next morning", "two days later"."""

import datetime as dt
import re

from ld.extract.dates import periods
from ld.extract.dates.expressions import NUMBERS, Expression
from ld.extract.dates.mentions import DateMention

UNITS = ("day", "week", "month", "year", "morning", "afternoon", "evening", "night", "same")
BEHIND_ARTICLE = ("following", "previous", "same", "next")
OPENERS = ("that",)
"""With "the" and the numbers, the words that may begin such an expression."""

_UNIT = "day|month|year|morning|afternoon|evening|night"
PATTERN = rf"""
    (?: [Tt]hat \s+ (?:same\s+)? | [Tt]he \s+ same \s+ ) (?P<earlier_same>{_UNIT}) \b (?![’'-])    # that year
  | (?<!\b(?:[Oo]ver|from|with)\s) (?<!\b(?:in|on|of|by)\s) (?<!\bfor\s) (?<!\b(?:within|during)\s)
    [Tt]he \s+ (?P<earlier_which>next|following|previous) \s+
    (?P<earlier_next>day|morning|afternoon|evening|night|(?<=following\s)(?:month|year)) \b (?![’'-])
  | (?P<earlier_number>(?i:{"|".join(NUMBERS)})|[0-9]{{1,2}}) \s+ (?P<earlier_unit>day|month|year)s? \s+
    (?: later | (?P<earlier_back>earlier) ) \b
  | [Tt]he \s+ (?P<earlier_before>day|night|month|year) \s+ (?:after | (?P<earlier_was>before))
    (?= \s* [.,;)] )                                                                            # the day before,
"""
_REACH = 250
_NARRATED = 400
"""The reach of a narrative before "the following month", in code points."""
_SAID = re.compile(r"\b(?:said|says|told|reported|announced|added|wrote)\s(?:[a-z]+\s)?(?:on\s)?\Z")
_NEAR = 30
_LENGTHS = {"year": len("2024"), "month": len("2024-09")}


def resolve(expression: Expression) -> str | None:
    """The day, month or year meant; None if no date shortly before is that precise."""
    match = expression.match
    unit = match["earlier_same"] or match["earlier_next"] or match["earlier_unit"] or match["earlier_before"]
    length = _LENGTHS.get(unit, len("2024-09-11"))
    date = _date_before(expression)
    if date is None or len(date.value) < length:
        return None
    value = _shifted(date.value[:length], unit, _distance(match))
    return value if expression.is_future or value <= expression.anchor.isoformat() else None


def _date_before(expression: Expression) -> DateMention | None:
    """The last calendar date named before, except the day of a statement ("said on Friday")."""
    text, start = expression.match.string, expression.match.start()
    reach = _NARRATED if expression.match["earlier_which"] == "following" else _REACH
    for date in reversed(expression.before):
        if start - date.end > reach:
            return None
        if date.is_calendar_date and not _SAID.search(text, max(0, date.start - _NEAR), date.start):
            return date
    return None


def _distance(match: re.Match[str]) -> int:
    if match["earlier_same"]:
        return 0
    if match["earlier_which"]:
        return -1 if match["earlier_which"] == "previous" else 1
    if match["earlier_before"]:
        return -1 if match["earlier_was"] else 1
    number = match["earlier_number"].lower()
    distance = int(number) if number.isdecimal() else NUMBERS[number]
    return -distance if match["earlier_back"] else distance


def _shifted(value: str, unit: str, distance: int) -> str:
    if unit == "year":
        return periods.year(int(value) + distance)
    if unit == "month":
        return periods.month(dt.date.fromisoformat(f"{value}-01"), distance)
    return (dt.date.fromisoformat(value) + dt.timedelta(days=distance)).isoformat()
