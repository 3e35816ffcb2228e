"""Months and weekdays are known in one place, and each of them wherever one is."""

import ast
import re

import pytest
from modules import MODULES

from ld.text.calendar_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAY, WEEKDAYS

# May, March and Sunday are words, and "Jan", "April", "May", "June" and "August" names: what has a second meaning
# may be spelt out for it
_ONE_MEANING = sorted({*WEEKDAYS, "January", "February", "September", "October", "November", "December"})


@pytest.mark.parametrize("short", [*SHORT_MONTHS, *SHORT_WEEKDAYS])
def test_a_short_form_begins_one_name_alone(short):
    assert len([name for name in (*MONTHS, *WEEKDAYS) if name.startswith(short.removesuffix("s"))]) == 1


def test_every_month_but_may_has_a_short_form():
    assert {MONTHS[number - 1] for number in SHORT_MONTHS.values()} == set(MONTHS) - {"May"}


@pytest.mark.parametrize("day", WEEKDAYS)
def test_the_pattern_takes_each_weekday(day):
    assert re.fullmatch(WEEKDAY, day)


@pytest.mark.parametrize("path", sorted(MODULES), ids=str)
def test_no_other_module_spells_them_out(path):
    if path.name == "calendar_words.py":
        return
    spelt = _strings(MODULES[path])
    halves = "|".join(name.removesuffix("day") for name in WEEKDAYS)
    assert [name for name in _ONE_MEANING if re.search(rf"\b{name}\b", spelt, re.IGNORECASE)] == []
    assert re.search(rf"\b(?:{halves})\|(?:{halves})\b", spelt, re.IGNORECASE) is None


def _strings(module: ast.Module) -> str:
    """The strings of *module* apart from its docstrings and from comments in patterns, one a line."""
    prose = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in prose)
    return re.sub(r" # .*", "", "\n".join(node.value for node in constants if isinstance(node.value, str)))
