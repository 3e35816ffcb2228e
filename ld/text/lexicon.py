"""The word lists and tables that rules read, one data file each, beside the room that reads it.

The name of a list begins with its room: "roles/state_titles" is ``ld/extract/roles/data/state_titles.txt``.
Lists that many rooms read are beside this module, and their names have no room.
"""

import csv
import functools
from importlib.resources import files

from ld.text import alternatives


@functools.cache
def words(name: str) -> tuple[str, ...]:
    """The lines of the list *name* without blank lines and ``#`` comments, in their order."""
    text = data_text(f"{name}.txt")
    lines = text.splitlines()
    if "#" in text:
        lines = [line.partition("#")[0] if "#" in line else line for line in lines]
    return tuple(filter(None, map(str.strip, lines)))


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """The lines of the list *name* as a set."""
    return frozenset(words(name))


@functools.cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table *name*, a CSV file with a header; lines that begin with ``#`` are comments."""
    lines = data_text(f"{name}.csv").splitlines()
    head, *rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    return tuple(dict(zip(head, row, strict=True)) for row in rows)  # as DictReader has them, in a third of the time


def data_text(name: str) -> str:
    """The contents of the data file of a list or table, by its *name* with suffix."""
    room, _, file = name.rpartition("/")
    return files("ld").joinpath(_ROOMS[room], "data", file).read_text(encoding="utf-8")


_ROOMS = {"": "text", "link": "link"}
_ROOMS |= {room: f"extract/{room}" for room in ("dates", "entities", "events", "phrases", "roles", "speech", "topics")}
_ROOMS |= {room: f"extract/entities/{room}" for room in ("countries", "organizations", "people", "places", "typer")}


def any_of(*entries: str) -> str:
    """A regular expression for any of *entries*, the longest first, with flexible white space."""
    return alternatives.any_of(entries, space=r"\s++")


CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
CAPITALISED_REST = rf"\w*+(?>(?:-\w++|[’'](?={CAPITAL})\w++)*)"
CAPITALISED = CAPITAL + CAPITALISED_REST
"""A capitalised word: with hyphens ("Yong-hyun"), with an inner apostrophe ("O’Brien"), without a possessive s.

Here and elsewhere repeated groups are atomic groups, not possessive: before Python 3.11.5 the latter kept what they
should have given back (gh-106052).
"""
