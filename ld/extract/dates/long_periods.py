"""Seasons and halves of a named year, decades and centuries: "spring 2019", "the nineties"."""

from ld.extract.dates import periods
from ld.extract.dates.expressions import Expression

DECADES = {"thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
"""The decades of the last century by name; "the twenties" may be those of this century."""
BEHIND_ARTICLE = ("early", "late", "mid", "latter", *periods.SEASONS, *DECADES)


def season_of_year(expression: Expression) -> str | None:
    """The season of "the winter of 1994", "spring 2019"."""
    match = expression.match
    return f"{match['season_of_year']}-{periods.SEASONS[match['season_of_name'].lower()]}"


def half_of_year(expression: Expression) -> str | None:
    """The half of "the second half of 2023", "the first six months of 2023"."""
    match = expression.match
    return f"{match['half_year']}-H{1 if match['half_number'].lower() == 'first' else 2}"


def short_decade(expression: Expression) -> str | None:
    """The decade of "the ’90s", "the nineties"."""
    match = expression.match
    return f"19{match['short_decade_start'] or DECADES[match['short_decade_name']]}"


def decade(expression: Expression) -> str | None:
    """The decade of "the 1990s"."""
    return expression.match["decade_start"]


def century(expression: Expression) -> str | None:
    """The century of "the 19th century"."""
    return f"{int(expression.match['century_number']) - 1:02}"
