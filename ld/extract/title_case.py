"""Lines in which any word may have a capital letter: there capitals tell nothing of names."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from ld.article import Article
from ld.extract.country_context import is_headline
from ld.extract.words import any_of


def title_lines(article: Article) -> list[tuple[int, int]]:
    """Start and end of the headline, of bylines and subheadings, and of other lines written like one, in order."""
    lines = []
    for part in article.parts:
        for line in re.finditer(r"[^\n]+", article.text[part.start : part.end]):
            start, end = part.start + line.start(), part.start + line.end()
            if part.kind in {"headline", "subheading", "byline"} or is_headline(article.text, start, end):
                lines.append((start, end))
    return lines


def apart_from_titles(spans: Iterable[tuple[int, int]], lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of *spans* that begin in none of *lines*, which stand in order."""
    starts = [first for first, _ in lines]
    return [
        (start, end)
        for start, end in spans
        if not (line := bisect.bisect_right(starts, start)) or start >= lines[line - 1][1]
    ]


def named_again(text: str, names: Iterable[str], lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where one of *names*, known from elsewhere in *text*, stands in *lines*."""
    known = tuple(names)
    if known:
        pattern = re.compile(rf"(?<![\w-]){any_of(*known)}(?![\w-])")
        for start, end in lines:
            yield from (match.span() for match in pattern.finditer(text, start, end))
