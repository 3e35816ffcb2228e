"""Quarters, as business reports name them: "the second quarter", "the latest period", "a year earlier"."""

from ld.extract.dates import periods
from ld.extract.dates.expressions import ORDINALS, SHIFTS, Expression

_REACH = 400
YEAR_BEFORE = "a year before the quarter or year named before, else publication"
ANOTHER_YEARS = "quarter named before, of another year"
"""The names of the rules for "a year earlier" and "the 1988 period", which mean another quarter than the last."""


def quarter(expression: Expression) -> str | None:
    """The quarter of "the second quarter", "the second quarter of 2023", "last year's second quarter"."""
    match, anchor = expression.match, expression.anchor
    number = ORDINALS.get(match["quarter_number"].lower(), 4)
    shift = SHIFTS.get((match["quarter_of"] or match["quarter_behind"] or "").lower())
    if shift is not None:
        return f"{periods.year(anchor.year + shift)}-Q{number}"
    if year := match["quarter_year"] or match["quarter_before"]:
        return f"{year}-Q{number}"
    return periods.quarter_nearest(number, anchor, future=expression.is_future)


def period_of_year(expression: Expression) -> str | None:
    """The quarter under discussion, in the year of "the 1988 period", "last year’s quarter"; else the year."""
    which, quarter = expression.match["period_of_which"], last_quarter(expression)
    year = periods.year(expression.anchor.year + SHIFTS[which.lower()]) if which else expression.match["period_of_year"]
    return f"{year}{quarter[4:]}" if quarter else year


def same_quarter(expression: Expression) -> str | None:
    """The quarter of "the latest quarter"."""
    is_latest = not expression.match.group().lower().endswith(("the quarter", "that quarter"))
    return last_quarter(expression, over=is_latest) or periods.quarter(expression.anchor, -1)


def year_before(expression: Expression) -> str | None:
    """The year before the last one named, or its same quarter if a quarter is under discussion: "a year earlier"."""
    match, quarter = expression.match, last_quarter(expression)
    if match["year_ago_period"] and not quarter:
        quarter = periods.quarter(expression.anchor, -1)
    if quarter:
        return f"{periods.year(int(quarter[:4]) - 1)}{quarter[4:]}"
    year = (match["year_before_then"] and expression.last_year()) or expression.anchor.year
    return periods.year(year - 1)


def last_quarter(expression: Expression, *, over: bool = False) -> str | None:
    """The quarter under discussion: the last one named, if it is not far before.

    With *over* rather the last that is not the current one, if there is any.
    """
    named = [
        date.value
        for date in expression.before
        if expression.match.start() - date.end <= _REACH
        and "-Q" in date.value
        and date.rule not in {YEAR_BEFORE, ANOTHER_YEARS}
    ]
    past = [value for value in named if over and value != periods.quarter(expression.anchor, 0)]
    return next(reversed(past or named), None)
