"""Lines in which any word may be capitalised, so that capitals say nothing about names."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ld.article import Part


def title_lines(text: str, parts: Iterable[Part]) -> list[tuple[int, int]]:
    """Start and end of the headline, of bylines and subheadings, and of other lines written like one, in order."""
    lines = []
    for part in parts:
        for line in re.finditer(r"[^\n]+", text[part.start : part.end]):
            start, end = part.start + line.start(), part.start + line.end()
            if part.kind in {"headline", "subheading", "byline"} or _is_headline(text, start, end):
                lines.append((start, end))
    return lines


def _is_headline(text: str, start: int, end: int) -> bool:
    line = line_around(text, start, end)
    return line is not None and is_title_case(text, *line)


def line_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The line that contains *start* to *end*, if it is short enough for a headline."""
    floor, ceiling = max(0, start - _LONGEST_HEADLINE - 1), end + _LONGEST_HEADLINE + 1
    first = max(floor, text.rfind("\n", floor, start) + 1)
    last = text.find("\n", end, ceiling)
    last = min(len(text), ceiling) if last < 0 else last
    return (first, last) if last - first <= _LONGEST_HEADLINE else None


def is_title_case(text: str, first: int, last: int) -> bool:
    """Whether the line from *first* to *last* has no final full stop, and nearly all its long words are capitalised.

    Fewer words suffice if every letter is a capital.
    """
    if text[first:last].rstrip().endswith("."):
        return False
    long_words = _LONG_WORD.findall(text, first, last)
    capitalised = sum(word[0].isupper() for word in long_words)
    fewest = _FEWEST_IN_CAPITALS if text[first:last].isupper() else _FEWEST_WORDS
    return len(long_words) >= fewest and capitalised >= _SHARE * len(long_words)


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADLINE = 160
_FEWEST_WORDS = 4
_FEWEST_IN_CAPITALS = 2
_SHARE = 0.8


def apart_from_titles(spans: Iterable[tuple[int, int]], lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The *spans* that do not begin in one of *lines*, which are sorted."""
    starts = [first for first, _ in lines]
    return [
        (start, end)
        for start, end in spans
        if not (line := bisect.bisect_right(starts, start)) or start >= lines[line - 1][1]
    ]


def named_again(text: str, names: Iterable[str], lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in *lines* of *names* known from elsewhere in *text*: the longest that begins at a word."""
    known = _tree(names)
    for start, end in lines if known else ():
        tokens = list(_TOKEN.finditer(text, start, end))
        index = 0
        while index < len(tokens):
            length = 0 if _goes_on(text, tokens[index].start() - 1) else _length(text, tokens, index, known)
            if length:
                yield tokens[index].start(), tokens[index + length - 1].end()
            index += length or 1


_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 100
"""Longer names are not searched for."""

_Tree = dict[str, Any]
"""A tree of tokens: each with those that may follow it; "" marks the end of a name."""


def _tree(names: Iterable[str]) -> _Tree:
    tree: _Tree = {}
    for name in names:
        tokens = _TOKEN.findall(name)
        branch = tree
        for token in tokens if len(tokens) <= _MOST_TOKENS else ():
            branch = branch.setdefault(_spaced(token), {})
        if branch is not tree:
            branch[""] = {}
    return tree


def _length(text: str, tokens: Sequence[re.Match[str]], index: int, known: _Tree) -> int:
    """The number of *tokens* from *index* on that the longest *known* name covers; 0 if none does."""
    length, branch = 0, known
    for last in range(index, len(tokens)):
        following = branch.get(_spaced(tokens[last].group()))
        if following is None:
            break
        branch = following
        if "" in branch and not _goes_on(text, tokens[last].end()):
            length = last + 1 - index
    return length


def _spaced(token: str) -> str:
    return " " if token.isspace() else token


def _goes_on(text: str, offset: int) -> bool:
    """Whether the code point at *offset* belongs to a word, so that no name can begin after it or end before it."""
    return 0 <= offset < len(text) and (text[offset] in "-_" or text[offset].isalnum())
