"""The year that a text speaks of without naming it: "the end of the year", "later in the year", "by year-end"."""

from ld.extract.dates import periods
from ld.extract.dates.expressions import Expression

BEHIND_ARTICLE = ("end", "rest", "remainder", "start", "beginning", "full", "year")
OPENERS = ("earlier in", "later in", "year")
"""With "the", the words that may begin such an expression."""
PATTERN = r"""
    (?: [Tt]he\s+ (?:end|rest|remainder|start|beginning) \s+ of \s+ the \s+ year     # the end of the year
      | (?P<year_of_account> [Tt]he\s+ (?: full \s+ (?:fiscal\s+)? | fiscal \s+ ) year )   # the full year
      | (?<=\b[Ff]or\s) the \s+ year (?= , | [.]\s )                    # for the year,
      | (?<=\bmonths\sof\s) the \s+ year                                            # nine months of the year
      | (?:[Ee]arlier|[Ll]ater) \s+ in \s+ the \s+ year                              # later in the year
      | (?: (?<=\b[Bb]y\s)|(?<=\b[Aa]t\s)|(?<=\baround\s)|(?<=\bbefore\s)|(?<=\bsince\s)|(?<=\buntil\s) )
        (?: year[\s-]end | year[’']s\s+end )                                         # by year-end
    ) \b (?! [’'-] | \s+ (?:that|which|in|ended|ending|to|before|after|when|19|20)\b | \s+[0-9] )
"""
_REACH = 250


def resolve(expression: Expression) -> str | None:
    """The year of publication, or that of a date in the same sentence; None where one close before has another year."""
    match, published = expression.match, periods.year(expression.anchor.year)
    if match["year_of_account"]:
        return published
    for date in reversed(expression.before):
        between = match.string[date.end : match.start()]
        if len(between) > _REACH:
            break
        if date.value[:4].isdecimal() and date.value[:4] != published:
            return None if ". " in between else date.value[:4]
    return published
