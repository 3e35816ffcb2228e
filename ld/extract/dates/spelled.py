"""Years in words, as in transcripts of speech: "May nineteen ninety-six", "the year two thousand"."""

from ld.extract.dates import periods
from ld.extract.dates.expressions import MONTH_NUMBERS, Expression
from ld.text.lexicon import any_of

_CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}
_UNITS = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
}
_TEENS = {
    word: number
    for number, word in enumerate(
        ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        10,
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
OPENERS = (*_CENTURIES, "the year")
"""The words that may begin a year in words."""
PATTERN = rf"""
    (?: (?: (?P<spelled_month>{any_of(*MONTH_NUMBERS)})
          | (?:[Tt]he\s+)? (?P<spelled_season>{any_of(*periods.SEASONS)}) ) \s+ (?:of\s+)? )?
    (?:
        (?P<spelled_century>(?i:{any_of(*_CENTURIES)})) \s+
        (?: (?P<spelled_tens>{any_of(*_TENS)}) (?:[\s-](?P<spelled_unit>{any_of(*_UNITS)}))?
          | (?P<spelled_teen>{any_of(*_TEENS)}) )
      | [Tt]he\s+year\s+ (?P<spelled_thousand>two\s+thousand)
    )
    (?![\w-]) (?!\s+(?:vision|percent|per|dollars|people|years|men|women|thousand|hundred)\b)
"""
"""But not: nineteen twenty-dollar bills; twenty twenty vision."""


def resolve(expression: Expression) -> str | None:
    """The year, or the month or season if one precedes it."""
    match = expression.match
    year = (
        2000 if match["spelled_thousand"] else 100 * _CENTURIES[match["spelled_century"].lower()] + _within(expression)
    )
    if month := match["spelled_month"]:
        return f"{year}-{MONTH_NUMBERS[month]:02}"
    season = match["spelled_season"]
    return f"{year}-{periods.SEASONS[season]}" if season else str(year)


def _within(expression: Expression) -> int:
    """The year within its century."""
    match = expression.match
    if match["spelled_teen"]:
        return _TEENS[match["spelled_teen"]]
    return _TENS[match["spelled_tens"]] + _UNITS.get(match["spelled_unit"], 0)
