"""Which rule reads which expression."""

import pytest

from ld.extract.dates.find import find_dates
from ld.extract.dates.rules import RULES
from ld.text.reading import Reading

EXPRESSIONS = {
    "iso": "2024-09-10",
    "mdy": "Tuesday, Sept. 10, 2024",
    "dmy": "10th of September, 2024",
    "dm": "10 September",
    "md": "Sept. 10",
    "nth": "the last Friday of this month",
    "weekday_of": "Tuesday of last week",
    "quarter": "last year's second quarter",
    "period_of": "last year's quarter",
    "same_quarter": "the latest quarter",
    "year_before": "a year earlier",
    "ago": "three days ago",
    "unit": "this past summer",
    "season_of": "late summer 2019",
    "half": "the second half of 2019",
    "season": "the early summer",
    "spelled": "nineteen ninety-six",
    "month_year": "late May 2019",
    "month_of": "November last year",
    "month": "early November",
    "weekday": "last Tuesday",
    "day": "yesterday",
    "earlier": "that year",
    "holiday": "Boxing Day",
    "weekend": "the weekend",
    "year_around": "the end of the year",
    "short_decade": "the ’90s",
    "decade": "the 1990s",
    "century": "the 19th century",
    "year": "1998",
}


def test_each_rule_has_an_expression_here():
    assert list(EXPRESSIONS) == list(RULES)


@pytest.mark.parametrize(("key", "expression"), EXPRESSIONS.items())
def test_an_expression_is_read_whole_by_its_rule(key, expression):
    text = f"In May 2021, {expression}"
    *_, date = find_dates(Reading(text), 0, len(text), "2024-09-11")
    assert (text[date.start : date.end], date.rule) == (expression, RULES[key].name)


@pytest.mark.parametrize(("key", "expression"), EXPRESSIONS.items())
def test_only_an_absolute_rule_needs_no_day_of_publication(key, expression):
    found = find_dates(Reading(expression), 0, len(expression), None)
    assert bool(found) == RULES[key].is_absolute
