"""The table of rules for dates: the pattern of each kind of expression, and the function that finds its value.

Patterns are in verbose mode; their groups are named after the rule's key.
If several match, the first in the table wins.
"""

from typing import NamedTuple

from ld.extract.dates import earlier, expressions, holidays, long_periods, periods, quarters, spelled, years
from ld.extract.dates.expressions import MONTH_NUMBERS, NUMBERS, Resolve
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of


class Rule(NamedTuple):
    """The pattern and meaning of one kind of expression; an absolute one needs no day of publication."""

    name: str
    pattern: str
    resolve: Resolve
    is_absolute: bool = False


_MONTH = any_of(*MONTH_NUMBERS)
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9]"
_ORDINAL_END = r"(?:st|nd|rd|th)?"
_LEADING_WEEKDAY = rf"(?:{WEEKDAY},?\s++)?"
_WHICH = r"(?:[Ll]ast|[Tt]his\s+past|[Tt]he\s+past|[Tt]his|[Tt]he\s+current|[Nn]ext|[Cc]oming)"
_PART = r"(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]"
_PREPOSITION = r"(?:of|on|in|at|to|for|by|from|with|and|or|through|against|was|is|has|will)"
_NO_NAMES = any_of(
    *(name for name in MONTH_NUMBERS if name not in {"April", "May", "June", "August"} and name[-1] != ".")
)
"""The months that are not also given names."""
_TO = r"(?:\s*[-–]\s*|\s+(?:to|and|through|until)\s+)"
"""Between the two ends of a span of days, the first of which is meant."""

RULES = {
    "iso": Rule(
        "calendar day",
        rf"{_YEAR}-[01][0-9]-[0-3][0-9](?:\b|(?=T[0-9]{{2}}:[0-9]{{2}}))",  # 2024-09-10; 2024-09-10T14:00Z
        expressions.iso_day,
        is_absolute=True,
    ),
    "mdy": Rule(
        "calendar day",  # Tuesday, Sept. 10, 2024; June 3-5, 2018; June 30 of: June 30 and July 2, 2018
        rf"""
        {_LEADING_WEEKDAY} (?P<mdy_month>{_MONTH}) \s+ (?P<mdy_day>{_DAY}){_ORDINAL_END}
        (?:
            (?:{_TO} {_DAY}{_ORDINAL_END})? (?:\s*+,\s*+|\s++) (?P<mdy_year>{_YEAR})\b
          | (?= {_TO} (?P<mdy_last_month>{_MONTH}) \s+ {_DAY}{_ORDINAL_END},?\s+ (?P<mdy_last_year>{_YEAR})\b )
        )
        """,
        expressions.full_day("mdy"),
        is_absolute=True,
    ),
    "dmy": Rule(
        "calendar day",  # Tuesday, 10 September 2024; the 10th day of September, 2024; 3 to 5 June 2018
        rf"""
        {_LEADING_WEEKDAY} (?P<dmy_day>{_DAY}){_ORDINAL_END}
        (?:(?:\s+(?P<dmy_first_month>{_MONTH}))? {_TO} {_DAY}{_ORDINAL_END} | \s+day(?=\s+of\b))?
        \s+(?:of\s+)? (?P<dmy_month>{_MONTH}) ,?\s+ (?P<dmy_year>{_YEAR})\b
        """,
        expressions.full_day("dmy"),
        is_absolute=True,
    ),
    "dm": Rule(
        "day nearest to publication",  # Tuesday, 10 September; 3-5 June
        rf"""
        {_LEADING_WEEKDAY} (?P<dm_day>{_DAY}){_ORDINAL_END} (?:{_TO} {_DAY}{_ORDINAL_END} | \s+day(?=\s+of\b))?
        \s+(?:of\s+)? (?P<dm_month>{_MONTH})(?!\w)
        """,
        expressions.day_and_month("dm"),
    ),
    "md": Rule(
        "day nearest to publication",  # Tuesday, September 10; but not of: September 10,000
        rf"""
        {_LEADING_WEEKDAY} (?P<md_month>{_MONTH}) \s+ (?P<md_day>{_DAY}){_ORDINAL_END}\b
        (?!\s*+(?:,\s*+)?\d)
        """,
        expressions.day_and_month("md"),
    ),
    "nth": Rule(
        "weekday of a month",  # the last Friday of this month; the first Tuesday in August 2023
        rf"""
        (?:[Tt]he\s+)? (?P<nth_number>(?i:first|second|third|fourth|last)) \s+ (?P<nth_weekday>{WEEKDAY})
        \s+ (?:of|in) \s+
        (?:
            (?P<nth_which>this|last|next) \s+ month
          | (?:each|every|the|a) \s+ month                                     # in general, so that no day is meant
          | (?P<nth_month>{_MONTH}) (?:,?\s+(?P<nth_year>{_YEAR}))?
        ) \b
        """,
        expressions.nth_weekday,
    ),
    "weekday_of": Rule(
        "weekday of a week",  # Monday last week; Tuesday of next week; Thursday week
        rf"""
        (?P<weekday_of_name>{WEEKDAY}) \s+
        (?: (?:of\s+)? (?P<weekday_of_which>last|this|next) \s+ week\b | week (?=[.,;]|\s+(?:at|in|when)\b) )
        """,
        expressions.weekday_of_week,
    ),
    "quarter": Rule(
        "quarter nearest to publication",
        rf"""
        (?:[Tt]he\s+)?
        (?:
            (?P<quarter_of>this|last|next) \s+year[’']s\s+      # last year's second quarter
          | (?P<quarter_before>{_YEAR}) \s+                     # the 2023 second quarter
        )?
        (?:fiscal[\s-])?
        (?P<quarter_number>
            (?i:first|second|third|fourth)
          | (?i:last|final) (?= [\s-]quarter\s+of\s+(?:(?:last|this|next)\s+year|(?:fiscal\s+)?{_YEAR})\b )
        )
        [\s-]quarter\b
        (?:\s+(?:of\s+)?(?:fiscal\s+)? (?P<quarter_year>{_YEAR})\b      # second quarter of fiscal 2023
         | \s+of\s+ (?P<quarter_behind>this|last|next) \s+year\b)?       # second quarter of last year
        """,
        quarters.quarter,
    ),
    "period_of": Rule(
        quarters.ANOTHER_YEARS,  # the 1988 period; last year's quarter
        rf"""
        (?: [Tt]he\s+ (?P<period_of_year>{_YEAR}) | (?P<period_of_which>[Ll]ast|[Nn]ext)\s+year[’']s )
        \s+ (?:quarter|period)\b
        """,
        quarters.period_of_year,
    ),
    "same_quarter": Rule(
        "quarter named before, else the last",  # the latest period; the quarter; that quarter
        r"(?: [Tt]he\s+(?:(?:latest|most\s+recent)\s+(?:quarter|period)|quarter) | [Tt]hat\s+quarter ) \b",
        quarters.same_quarter,
    ),
    "year_before": Rule(
        quarters.YEAR_BEFORE,
        r"""
        (?:
            (?:[Aa]|[Oo]ne)\s+year\s+(?: ago | (?P<year_before_then>earlier) )      # a year earlier
          | (?:[Tt]he\s+year|[Yy]ear)-(?:ago|earlier)
            (?!\s+(?:[a-z]+|[0-9]+)\s+(?:weeks|months)\b)                # but not: the year-ago nine months
            (?P<year_ago_period>\s+(?:period|quarter))?                 # the year-ago quarter
        )\b
        """,
        quarters.year_before,
    ),
    "ago": Rule(
        "counted back from publication",  # 3 days ago; two weeks ago
        rf"""
        (?P<ago_number>[0-9]{{1,3}}|(?i:{"|".join(NUMBERS)})) \s+ (?P<ago_unit>day|week|month|year)s? \s+ago\b
        """,
        expressions.ago,
    ),
    "unit": Rule(
        "counted from publication",  # last week; this past summer
        rf"""
        (?P<unit_which>{_WHICH}) \s+
        (?:(?:fiscal|financial|calendar)\s+(?=year))?
        (?P<unit_name>weekend|week|month|quarter|year|{"|".join(periods.SEASONS)})\b
        """,
        expressions.unit,
    ),
    "season_of": Rule(
        "season of a year",  # the winter of 1994; late summer 2019
        rf"""
        (?:[Tt]he\s+)? (?:(?:early|late|mid)[\s-])? (?P<season_of_name>(?i:{"|".join(periods.SEASONS)}))
        \s+(?:of\s+)? (?P<season_of_year>{_YEAR})\b
        """,
        long_periods.season_of_year,
        is_absolute=True,
    ),
    "half": Rule(
        "half of a year",  # the second half of 2023; the first six months of 2023
        rf"""
        (?:[Tt]he\s+)? (?P<half_number>(?i:first|second|last|latter)) \s+ (?:half|six\s+months|two\s+quarters) \s+of\s+
        (?:fiscal\s+)? (?P<half_year>{_YEAR})\b
        """,
        long_periods.half_of_year,
        is_absolute=True,
    ),
    "season": Rule(
        "season nearest to publication",  # over the summer; the early summer
        rf"""
        (?: (?:(?<=\b[Oo]ver\s)|(?<=\binto\s)) the | [Tt]he\s+(?:early|late) ) \s+
        (?P<season_name>{"|".join(periods.SEASONS)}) \b
        (?![’'-]|\s+(?:of|months|holidays?|season)\b)
        """,
        expressions.season,
    ),
    "spelled": Rule("year in words", spelled.PATTERN, spelled.resolve, is_absolute=True),  # May nineteen ninety-six
    "month_year": Rule(
        "month with its year",  # late May 2019; May of 2019; July of: from July to November 2019
        rf"""
        (?:{_PART})? (?P<month_year_month>{_MONTH})
        (?: (?:\s+of)?,?\s+ (?P<month_year_year>{_YEAR})\b
          | (?= {_TO} (?P<month_year_last_month>{_MONTH}) (?:\s+of)?,?\s+ (?P<month_year_last_year>{_YEAR})\b ) )
        """,
        expressions.month_with_year,
        is_absolute=True,
    ),
    "month_of": Rule(
        "month of a year counted from publication",  # November last year; November of next year
        rf"(?P<month_of_month>{_MONTH}) \s+(?:of\s+)? (?P<month_of_which>last|this|next) \s+year\b",
        expressions.month_of_year,
    ),
    "month": Rule(
        "month nearest to publication",
        rf"""
        (?:
            (?:(?P<month_which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past)?) \s+ | {_PART})
            (?P<month_after>{_MONTH})                                   # last November; early November
          | (?:
                (?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\bof\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Ff]rom\s)
              | (?<=\b[Dd]uring\s)|(?<=\b[Tt]hrough\s)
            )
            (?P<month_alone>{_MONTH})                                   # in November
          | (?<=\b[Ff]or\s) (?P<month_for>{_MONTH})                     # figures for November
          | (?: (?<=\b[Aa]\s)|(?<=\b[Aa]n\s)|(?<=\b[Tt]he\s)|(?<=\b[Ii]ts\s)|(?<=\b[Tt]heir\s) )
            (?P<month_of_noun>{_MONTH}) (?= \s+ (?!{_PREPOSITION}\b) [a-z] )      # a June agreement
          | (?P<month_possessing>{_NO_NAMES}) (?= [’']s \s+ [a-z] )                # December's figures
        )
        (?![\w-])(?!\s+[A-Z])                                          # but not: by April Quist
        (?: (?![’']) | (?<=[a-z]) (?=[’']s\s+[a-z]) (?<!April)(?<!May)(?<!June)(?<!August) )
        """,
        expressions.month,
    ),
    "weekday": Rule(
        "weekday nearest to publication",  # Tuesday; last Tuesday
        rf"""
        (?:(?P<weekday_which>[Ll]ast|[Nn]ext|[Pp]revious|[Tt]his\s+coming|[Cc]oming|[Tt]his) \s+)?
        (?<!\b[Ee]ach\s)(?<!\b[Ee]very\s) (?P<weekday_name>{WEEKDAY})\b
        (?!\s+the\s+[0-9])                                                         # but not: Friday the 13th
        (?! (?:\s+and\s+{WEEKDAY})? \s+ (?:morning|afternoon|evening|night)s\b )     # but not: Tuesday nights
        """,
        expressions.weekday,
    ),
    "day": Rule(
        "day counted from publication",
        r"""
        (?P<deictic>
            (?i:today|yesterday|tonight|tomorrow) | [Tt]his\s+(?:morning|afternoon|evening)
          | (?<!\b[Tt]he\s)(?<!\b[Hh]is\s)(?<!\b[Hh]er\s)(?<!\b[Oo]ne\s)(?<!\b[Tt]heir\s) [Ll]ast\s+night (?!\s+of\b)
        )\b
        (?<!\bof\stomorrow)(?<!\bof\syesterday)                     # but not: the readers of tomorrow
        (?<![A-Z]{2}\sToday)                                        # but not: USA Today
        (?<!\b[Mm]any\sof\stoday)(?<!\b[Mm]ost\sof\stoday)(?<!\b[Ss]ome\sof\stoday)   # but not: many of today’s ships
        (?![’']s\s+(?:world|society|youth|generation|children)\b)    # but not: today’s world
        """,
        expressions.day,
    ),
    "earlier": Rule(
        "counted from the date named before",  # that year; the next morning; two days later
        earlier.PATTERN,
        earlier.resolve,
    ),
    "holiday": Rule("holiday", holidays.pattern(), holidays.resolve),  # Boxing Day; last Christmas
    "weekend": Rule("weekend nearest to publication", r"[Tt]he\s+weekend\b", expressions.weekend),
    "year_around": Rule("year spoken of", years.PATTERN, years.resolve),  # the end of the year; by year-end
    "short_decade": Rule(
        "decade",  # the ’90s; the nineties
        rf"""
        [Tt]he\s+
        (?: [’'‘] (?P<short_decade_start>[3-9]) 0s | (?P<short_decade_name>{any_of(*long_periods.DECADES)}) )\b
        """,
        long_periods.short_decade,
        is_absolute=True,
    ),
    "decade": Rule(
        "decade",  # the 1990s
        r"(?:the\s+)? (?P<decade_start>(?:1[6-9]|20)[0-9]) 0[’']?s\b",
        long_periods.decade,
        is_absolute=True,
    ),
    "century": Rule(
        "century",  # the 19th century
        r"(?:the\s+)? (?P<century_number>1[0-9]|20|21)(?:st|th) [\s-]century\b",
        long_periods.century,
        is_absolute=True,
    ),
    "year": Rule(
        "year",
        rf"""
        (?: (?:[Mm]id|[Ee]arly|[Ll]ate)- | (?<![$£€#.,-]) ) (?P<year_number>{_YEAR})\b         # mid-1996
        (?![’']?s\b(?<!['’]s))                              # but not: 1998s
        (?!-[0-9]|[.,][0-9]|:[0-9]|/[0-9]|%)                # 1998-99; 1998.5
        (?!\s+(?!(?:as|is|was|has|this|his|its|across|versus|plus|towards|perhaps|always)\b)[a-z]+(?<![eu])s\b(?<!’s))
                                                            # 1998 containers
        """,
        expressions.year,
        is_absolute=True,
    ),
}
"""Each rule by its key."""
