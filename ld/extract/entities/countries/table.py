"""The table of countries: the words for each, and an index of these words for reading a text."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.facts import MentionKind
from ld.text.lexicon import table, words
from ld.text.phrase_index import name_index


class Country(NamedTuple):
    """A row of ``data/names.csv``; *code* is ISO 3166-1 alpha-2 (XK for Kosovo)."""

    code: str
    name: str
    official: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    plurals: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The names of the country itself: its name, its official name and the aliases."""
        return (self.name, self.official, *self.aliases)

    def demonyms(self) -> tuple[str, ...]:
        """The words for its people, or for what belongs to it."""
        return (*self.adjectives, *self.nouns, *self.plurals)


class Surface(NamedTuple):
    """Words that a text may contain, and the country that they name.

    *codes* has several for ambiguous words ("Congolese") and none for a longer name of something else; *default* is the
    country to assume if the text gives no hint, if any.
    """

    words: str
    codes: tuple[str, ...]
    kind: MentionKind
    default: str | None


@functools.cache
def countries() -> dict[str, Country]:
    """The 197 countries by code: the members of the UN, its two observer states, Taiwan and Kosovo."""
    return {
        row["iso2"]: Country(
            row["iso2"], row["name"], row["official"], *(listed(cell) for cell in list(row.values())[3:])
        )
        for row in table("countries/names")
    }


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a *cell*, separated by ``|``."""
    return tuple(cell.split("|")) if cell else ()


@functools.cache
def surfaces() -> dict[str, tuple[Surface, ...]]:
    """The index of every surface."""
    return name_index(_all_surfaces())


def _all_surfaces() -> Iterator[Surface]:
    """The ambiguous words first, so that they win over the rows of the table that also have them."""
    plain_names = {name for country in countries().values() for name in country.names()}
    for row in table("countries/ambiguous"):
        kind: MentionKind = "name" if row["surface"] in plain_names else "demonym"
        yield from _spellings(Surface(row["surface"], listed(row["codes"]), kind, row["default"] or None))
    for phrase in words("countries/longer_names"):
        yield from _spellings(Surface(phrase, (), "name", None))
    for country in countries().values():
        for name in country.names():
            yield from _spellings(Surface(name, (country.code,), "short" if _ACRONYM.fullmatch(name) else "name", None))
        for demonym in country.demonyms():
            yield from _spellings(Surface(demonym, (country.code,), "demonym", None))


_ACRONYM = re.compile(r"[A-Z]{2,5}|(?:[A-Z]\.){2,}")


def _spellings(surface: Surface) -> Iterator[Surface]:
    """*surface* as it is; "U.S" before a sentence's own full stop; in capitals, as in headlines and datelines.

    The second word of a name of two may have lost its capital: "United kingdom".
    """
    yield surface
    first, _, second = surface.words.partition(" ")
    if surface.kind == "name" and surface.codes and second.isalpha():
        yield _spelled(surface, f"{first} {second.lower()}")
    if _ACRONYM.fullmatch(surface.words):
        if surface.words.endswith("."):
            yield _spelled(surface, surface.words.removesuffix("."))
    elif len(surface.words) >= _SHORTEST_IN_CAPITALS:
        yield _spelled(surface, surface.words.upper())


def _spelled(surface: Surface, words: str) -> Surface:
    return Surface(words, surface.codes, surface.kind, surface.default)


_SHORTEST_IN_CAPITALS = 4
