"""Sets of characters for XML Schema's regular expressions: categories, name characters, case variants."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import TypeAlias

CodePoints: TypeAlias = tuple[tuple[int, int], ...]
"""Ranges of code points, both ends included, sorted and disjoint."""

_LAST = 0x10FFFF
_ASSIGNED = ((0, 0x3347F), (0xE0000, 0xE01FF))
"""All code points that have a category of their own; the others are private or unassigned."""
_NOT_ASSIGNED = ((0x33480, 0xDFFFF), (0xE0200, 0xEFFFF), (0xFFFFE, 0xFFFFF), (0x10FFFE, _LAST))
_PRIVATE = ((0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
_LAST_CASED = 0x1E943

SPACES: CodePoints = ((0x9, 0xA), (0xD, 0xD), (0x20, 0x20))
NAME_STARTS: CodePoints = (
    *((0x3A, 0x3A), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF)),
    *((0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF)),
    *((0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF)),
)
"""NameStartChar (https://www.w3.org/TR/xml/#NT-NameStartChar)."""


def joined(ranges: Iterable[tuple[int, int]]) -> CodePoints:
    """*ranges* in any order, as one set."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def all_but(points: CodePoints) -> CodePoints:
    """All code points that are not among *points*."""
    edges = [-1, *(edge for pair in points for edge in pair), _LAST + 1]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return tuple((before + 1, after - 1) for before, after in gaps if before + 1 < after)


def without(points: CodePoints, others: CodePoints) -> CodePoints:
    """The code points of *points* that are not among *others*."""
    return all_but(joined((*all_but(points), *others)))


NAME_CHARACTERS = joined((*NAME_STARTS, (0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)))
"""NameChar (https://www.w3.org/TR/xml/#NT-NameChar)."""


def of_category(name: str) -> CodePoints:
    """The code points of a Unicode general category, such as ``Lu``, or of all with that prefix; empty if unknown."""
    return joined(pair for category, ranges in _categories().items() if category.startswith(name) for pair in ranges)


@cache
def _categories() -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first, last in _ASSIGNED:
        for category, group in groupby(range(first, last + 1), key=lambda point: unicodedata.category(chr(point))):
            points = list(group)
            found[category].append((points[0], points[-1]))
    found["Cn"] += _NOT_ASSIGNED
    found["Co"] += _PRIVATE
    return dict(found)


def with_case_variants(points: CodePoints) -> CodePoints:
    """*points* and all that have the same lower or upper case, as the flag i requires."""
    if all(end < 0x80 for _, end in points):  # noqa: PLR2004 - ASCII, for which no table is needed
        letters = (chr(point) for start, end in points for point in range(start, end + 1) if chr(point).isalpha())
        more = {ord(variant) for letter in letters for variant in (letter.swapcase(), *_BEYOND.get(letter.lower(), ""))}
    else:
        more = {other for point, others in _variants().items() if _has(points, point) for other in others}
    return joined((*points, *((point, point) for point in more)))


_BEYOND = {"k": "\u212a", "s": "\u017f"}  # the characters outside ASCII that are case variants of letters in it


def _has(points: CodePoints, point: int) -> bool:
    return any(start <= point <= end for start, end in points)


@cache
def _variants() -> dict[int, frozenset[int]]:
    alike: dict[tuple[str, str], set[int]] = defaultdict(set)
    cased = [
        (point, ("lower", sign.lower()), ("upper", sign.upper()))
        for point, sign in enumerate(map(chr, range(_LAST_CASED + 1)))
        if sign.lower() != sign.upper()
    ]
    for point, lower, upper in cased:
        alike[lower].add(point)
        alike[upper].add(point)
    return {point: frozenset(alike[lower] | alike[upper]) for point, lower, upper in cased}


def as_class(points: CodePoints) -> str:
    """*points* as a character class that Python's ``re`` and other dialects read alike."""
    if points and points[-1][1] == _LAST and points[0][0] == 0 and len(points) > 1:  # the shorter form
        return f"[^{_ranges(all_but(points))}]"
    return f"[{_ranges(points)}]" if points else f"[^{_ranges(all_but(()))}]"


def _ranges(points: CodePoints) -> str:
    return "".join(written(start) if start == end else f"{written(start)}-{written(end)}" for start, end in points)


def written(point: int) -> str:
    """A pattern for exactly one character, escaped if necessary."""
    sign = chr(point)
    if sign.isascii() and sign.isalnum():
        return sign
    if point <= 0xFF:  # noqa: PLR2004 - as much as two digits hold
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"  # noqa: PLR2004 - as much as four hold
