"""Finding the names of a table in a text: an index by first word, and the longest match at each capitalised word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from ld.text.reading import Reading


class Worded(Protocol):
    """Anything that a text can name."""

    @property
    def words(self) -> str:
        """The words under which a text names it; the first begins with a capital letter."""


S = TypeVar("S", bound=Worded)


def name_index(surfaces: Iterable[S]) -> dict[str, tuple[S, ...]]:
    """*surfaces* by their first word, the longest first; of those with the same words, the first one given."""
    index: dict[str, dict[str, S]] = {}
    for surface in surfaces:
        word = _CAPITALISED.match(surface.words)
        if word is None:
            raise ValueError(f"{surface.words!r} does not begin with a capital letter")
        index.setdefault(word.group(), {}).setdefault(surface.words, surface)
    return {
        word: tuple(sorted(found.values(), key=lambda surface: (-len(surface.words), surface.words)))
        for word, found in index.items()
    }


_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W_]*")


def named_in(text: Reading, index: Mapping[str, tuple[S, ...]]) -> Iterator[tuple[int, int, S]]:
    """Start, end and surface of each name in *text*, from left to right, without overlaps.

    A name may cross the end of a line, and matches only as a whole.
    """
    flat = text.plain.replace("\n", " ")
    end = 0
    for start, word in text.words.occurrences(index.keys()):
        if start < end or _JOINED_BEFORE.match(flat, start):
            continue
        for surface in index[word]:
            stop = start + len(surface.words)
            if flat.startswith(surface.words, start) and not _GOES_ON.match(flat, stop):
                end = stop
                yield start, end, surface
                break


_JOINED_BEFORE = re.compile(r"(?<=[@#])|(?<=[A-Z]\.)")
"""Precedes the rest of a handle, of a hashtag or of a longer acronym."""

_GOES_ON = re.compile(r"[^\W_]|[_$@]|\.[a-z]")
"""The continuation of a word, a currency ("US$") or an address ("China.example")."""
