"""Years and months that a text means without naming them: "the end of the year", "later in the month"."""

from ld.extract.dates import periods
from ld.extract.dates.expressions import Expression

BEHIND_ARTICLE = ("end", "rest", "remainder", "start", "beginning", "full", "year")
OPENERS = ("earlier in", "later in", "year")
"""With "the", the words that may begin such an expression."""
PATTERN = r"""
    (?: [Tt]he\s+ (?:end|rest|remainder|start|beginning|middle) \s+ of \s+ the \s+ (?:year|(?P<month_around>month))
                                                                        # the end of the year
      | (?P<year_of_account> [Tt]he\s+ (?: full \s+ (?:fiscal\s+)? | fiscal \s+ ) year )   # the full year
      | (?<=\b[Ff]or\s) the \s+ year (?= , | [.]\s )                    # for the year,
      | (?<=\bmonths\sof\s) the \s+ year                                            # nine months of the year
      | (?:[Ee]arlier|[Ll]ater) \s+ in \s+ the \s+ (?:year|(?P<month_late>month))       # later in the year
      | (?: (?<=\b[Bb]y\s)|(?<=\b[Aa]t\s)|(?<=\baround\s)|(?<=\bbefore\s)|(?<=\bsince\s)|(?<=\buntil\s) )
        (?: year[\s-]end | year[’']s\s+end )                                         # by year-end
    ) \b (?! [’'-] | \s+ (?:that|which|in|ended|ending|to|before|after|when|19|20)\b | \s+[0-9] )
"""
_REACH = 250


def resolve(expression: Expression) -> str | None:
    """The year or month of publication, or of another date in the sentence; None if an earlier sentence has another."""
    match, anchor = expression.match, expression.anchor
    is_month = match["month_around"] or match["month_late"]
    published = periods.month(anchor, 0) if is_month else periods.year(anchor.year)
    if match["year_of_account"]:
        return published
    for date in reversed(expression.before):
        between = match.string[date.end : match.start()]
        if len(between) > _REACH:
            break
        value = date.value[: len(published)]
        if value.replace("-", "").isdecimal() and len(value) == len(published) and value != published:
            return None if ". " in between else value
    return published
