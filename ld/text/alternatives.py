"""One regular expression for any of many entries: a tree of their beginnings, in which each is looked at once."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def any_of(entries: Iterable[str], *, space: str = " ") -> str:
    """A regular expression for any of *entries*, the longest if several match; *space* replaces each space.

    It takes a fraction of the time of a plain alternation, which tries one entry after another.
    """
    ordered = sorted(set(entries))
    return _pattern(ordered, 0, space) if ordered else ""


def _pattern(entries: Sequence[str], start: int, space: str) -> str:
    """That for what stands in *entries* from *start* on; they are sorted, each is there once, and all begin alike."""
    first, last = entries[0], entries[-1]
    end = start
    while end < len(first) and first[end] == last[end]:
        end += 1
    ends = end == len(first)
    longer = entries[1:] if ends else entries
    following = [_pattern(list(alike), end, space) for _, alike in groupby(longer, key=lambda entry: entry[end])]
    optional = f"(?:{'|'.join(following)}){'?' if ends else ''}" if following else ""
    return _escaped(first[start:end], space) + optional


def _escaped(text: str, space: str) -> str:
    return text if text.isalnum() else re.escape(text).replace("\\ ", space)
