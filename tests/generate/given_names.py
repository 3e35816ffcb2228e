"""Write ld/text/data/given_names.txt from the package Faker: ``python tests/generate/given_names.py``.

A name is taken if it is a given name in more countries than it is a family name, except those in
``given_names_left_out.txt``, which in news are words, places or brands more often than people.
"""

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from faker.providers import person

LEFT_OUT = Path(__file__).with_name("given_names_left_out.txt")
TARGET = Path(__file__).resolve().parents[2] / "ld/text/data/given_names.txt"
LATIN_NAME = re.compile(r"[A-Z][a-zà-öø-ÿĀ-ɏ]+(?:[’'-][A-Z]?[a-zà-öø-ÿĀ-ɏ]+)?")
CERTAIN = 4
"""In this many countries a given name cannot be a mistake, however many families have it."""


def given_names() -> str:
    """The list, sorted, with a line that gives its source."""
    given, family = countries("first_name", "given_name"), countries("last_name")
    left_out = {line for line in LEFT_OUT.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    taken = (
        name
        for name, where in given.items()
        if name not in left_out and (len(where) >= CERTAIN or len(where) > 2 * len(family[name]))
    )
    source = f"# Given names: Faker {version('Faker')} (made by tests/generate/given_names.py, never edited)"
    return "\n".join((source, *sorted(taken), ""))


def countries(*kinds: str) -> dict[str, set[str]]:
    """The names of these *kinds*, each with the countries in which Faker has it."""
    found = defaultdict(set)
    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
            for table in (value for key, value in vars(provider).items() if key.startswith(kinds)):
                for name in latin_names(table):
                    found[name].add(module.name)
    return found


def latin_names(table: object) -> Iterator[str]:
    """The names in one of Faker's tables: a sequence, or a mapping to weights; some with their transcription."""
    if isinstance(table, (dict, list, tuple)):
        for entry in table:
            name = entry[-1] if isinstance(entry, tuple) else entry
            if isinstance(name, str) and LATIN_NAME.fullmatch(name):
                yield name


if __name__ == "__main__":
    TARGET.write_text(given_names(), encoding="utf-8")
