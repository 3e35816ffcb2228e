"""Every pattern of the rules has examples: ``tests/**/patterns.toml``.

A table is headed by a pattern's module and name. Each example shows in ‹ › what the pattern finds first in it; one
without marks is a counter-example, in which it finds nothing.
"""

import importlib
import inspect
import pkgutil
import re
import tomllib

import pytest
from modules import ROOT

TABLES = {
    name: examples
    for path in sorted((ROOT / "tests").rglob("patterns.toml"))
    for name, examples in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
PACKAGES = ("ld.extract", "ld.text")


def patterns():
    """The compiled patterns of the packages by their full name; those that a function without arguments makes, too."""
    for package in PACKAGES:
        root = importlib.import_module(package)
        for info in pkgutil.walk_packages(root.__path__, f"{package}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and f"import {name}" not in inspect.getsource(module):
                    yield f"{info.name}.{name}", value
                elif getattr(value, "__module__", "") == info.name and _makes_pattern(value):
                    yield f"{info.name}.{name}", value()


def _makes_pattern(value):
    function = inspect.unwrap(value) if callable(value) else None
    if not inspect.isfunction(function) or inspect.signature(function).parameters:
        return False
    return function.__annotations__.get("return") == re.Pattern[str]


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_has_an_example_and_a_counter_example(name):
    examples = TABLES.get(name, [])
    assert any("‹" in example for example in examples)
    assert any("‹" not in example for example in examples)


@pytest.mark.parametrize(("name", "example"), [(name, each) for name, examples in TABLES.items() for each in examples])
def test_a_pattern_finds_what_its_example_marks(name, example):
    before, marked, rest = example.partition("‹")
    inside, _, after = rest.partition("›")
    found = PATTERNS[name].search(f"{before}{inside}{after}")
    expected = (len(before), len(before) + len(inside)) if marked else None
    assert (found.span() if found else None) == expected


@pytest.mark.parametrize("name", PATTERNS)
def test_a_long_pattern_is_written_in_verbose_mode(name):
    pattern = PATTERNS[name]
    assert pattern.flags & re.VERBOSE or len(re.sub(r"\(\?:[^()]*(?:\|[^()]*){9,}\)", "LIST", pattern.pattern)) <= 120
