"""Places named in a text: capitals and seats of government, and whether one means its government."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ld.extract.entities.countries.context import follows_name, is_beside_name, stands_alone
from ld.extract.entities.countries.find import find_countries
from ld.extract.entities.countries.senses import is_namesake_town
from ld.extract.entities.countries.table import listed, surfaces
from ld.extract.entities.places.dateline import FOLLOWS_PLACE
from ld.extract.entities.places.metonyms import is_metonym
from ld.extract.entities.sport import is_of_sport, is_there
from ld.facts import Mention
from ld.text.before import search_before
from ld.text.lexicon import table
from ld.text.phrase_index import name_index, named_in
from ld.text.reading import Reading
from ld.text.spans import Spans


class PlaceMention(NamedTuple):
    """A mention of a place, its usual name, and the ISO 3166-1 alpha-2 code of its country."""

    mention: Mention
    name: str
    code: str


def find_places(text: Reading, taken: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    """The capitals and seats of government named in *text*, in order, except those that overlap a span of *taken*.

    A mention's kind is "metonym" where a capital clearly means its government ("Oslo said"), and where a seat is not
    clearly a building ("at the Kremlin"); otherwise "name".
    A name shared by many places or people counts only in a dateline, or if the text names its country.
    """
    read, others = text.plain, Spans(taken)
    hits = [
        _Hit(start, end, surface)
        for start, end, surface in named_in(text, _places())
        if not others.overlapping(start, end)
    ]
    people = {hit.surface.words for hit in hits if hit.surface.ambiguous and follows_name(read, hit.start)}
    teams = is_of_sport(text)
    kept = [
        hit
        for hit in hits
        if hit.surface.words not in people
        and _is_place(read, hit)
        and (not teams or hit.surface.seat or is_there(read, hit.start, hit.end) or _is_dateline(read, hit))
    ]
    named = {country.code for country in find_countries(text)} if any(hit.surface.ambiguous for hit in kept) else set()
    return [
        PlaceMention(
            Mention.of(text, hit.start, hit.end, kind="metonym" if _is_government(read, hit) else "name"),
            hit.surface.name,
            hit.surface.code,
        )
        for hit in kept
        if not hit.surface.ambiguous or hit.surface.code in named or _is_dateline(read, hit)
    ]


class _Place(NamedTuple):
    words: str
    name: str
    code: str
    ambiguous: bool
    seat: bool


class _Hit(NamedTuple):
    start: int
    end: int
    surface: _Place


@functools.cache
def _places() -> Mapping[str, tuple[_Place, ...]]:
    return name_index(
        (
            *_surfaces("places/capitals"),
            *_surfaces("places/seats_of_government", seat=True),
        )
    )


@functools.cache
def seats() -> frozenset[str]:
    """The names of seats of government: "Kremlin"."""
    return frozenset(place.words for place in _surfaces("places/seats_of_government", seat=True))


@functools.cache
def capitals() -> frozenset[str]:
    """The names of capital cities, also in upper case."""
    return frozenset(place.words for place in _surfaces("places/capitals"))


def _surfaces(rows: str, *, seat: bool = False) -> Iterator[_Place]:
    for row in table(rows):
        for surface in (row["name"], *listed(row["aliases"])):
            place = _Place(surface, row["name"], row["iso2"], surface in listed(row["ambiguous"]), seat)
            yield place
            yield place._replace(words=surface.upper())


def _is_government(text: str, hit: _Hit) -> bool:
    if hit.surface.seat:
        return search_before(_AT, text, hit.start, _NEAR) is None
    return is_metonym(text, hit.start, hit.end)


_AT = re.compile(r"\b(?:at|in|inside|into|near|outside|to|toward|towards|around|behind)\s(?:the\s)?$", re.IGNORECASE)
_NEAR = 16


def _is_place(text: Reading, hit: _Hit) -> bool:
    """Whether the words name the place, unlike "Seoul National University" or "Paris, Texas"."""
    if is_namesake_town(text, hit.end) or _STATE.match(text, hit.end) or _is_half_of_name(text, hit):
        return False
    beside_name = is_beside_name(text, hit.start, hit.end) and not text.is_headline(hit.start, hit.end)
    if hit.surface.ambiguous and beside_name:
        return False
    return _is_dateline(text, hit) or stands_alone(text, hit.start, hit.end, "name")


_STATE = re.compile(r" [Ss]tate\b")


def _is_half_of_name(text: str, hit: _Hit) -> bool:
    """Whether a hyphen joins a name that is neither capital nor country: "Oslo-Arizona", not "Oslo-Paris train"."""
    joined = _JOINED.match(text, hit.end)
    return joined is not None and joined["word"] not in _places() and joined["word"] not in surfaces()


_JOINED = re.compile(r"[-–](?P<word>[A-Z]\w+)")


def _is_dateline(text: str, hit: _Hit) -> bool:
    opens = hit.start == 0 or text[hit.start - 1] == "\n"
    return opens and FOLLOWS_PLACE.match(text, hit.end) is not None
