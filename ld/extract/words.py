"""The word lists that rules read, one data file a list."""

import functools
from importlib.resources import files
from importlib.resources.abc import Traversable

from ld import alternatives


@functools.cache
def words(name: str) -> tuple[str, ...]:
    """The lines of ``data/NAME.txt`` without blank lines and ``#`` comments, in their order."""
    text = _file(name).read_text(encoding="utf-8")
    lines = text.splitlines()
    if "#" in text:
        lines = [line.partition("#")[0] if "#" in line else line for line in lines]
    return tuple(filter(None, map(str.strip, lines)))


def _file(name: str) -> Traversable:
    """The file of a list: those of the typer of names lie beside it."""
    own = files("ld.extract.entities") / "data" / f"{name}.txt"
    return own if own.is_file() else files("ld.extract") / "data" / f"{name}.txt"


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """The lines of ``data/NAME.txt`` as a set."""
    return frozenset(words(name))


def any_of(*entries: str) -> str:
    """A regular expression for any of *entries*, the longest first, with flexible white space."""
    return alternatives.any_of(entries, space=r"\s++")


CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
CAPITALISED_REST = rf"\w*+(?>(?:-\w++|[’'](?={CAPITAL})\w++)*)"
CAPITALISED = CAPITAL + CAPITALISED_REST
"""A capitalised word: with hyphens ("Yong-hyun"), with an inner apostrophe ("O’Brien"), without a possessive s.

Here and elsewhere a group is repeated in an atomic group, not possessively: before Python 3.11.5 the latter kept
what it should have given back (gh-106052).
"""
