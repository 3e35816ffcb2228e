"""An article's text, cut into sentences."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ld.article import Part
from ld.text.before import text_before
from ld.text.lexicon import word_set


class Sentence(NamedTuple):
    """A sentence: offsets in the article's text (code points, half-open) and the part that contains it."""

    start: int
    end: int
    part: Part


def split_sentences(text: str, parts: Iterable[Part]) -> tuple[Sentence, ...]:
    """The sentences of the *parts* of a *text*, in order. A quotation is never cut in two."""
    return tuple(
        Sentence(part.start + start, part.start + end, part)
        for part in parts
        for start, end in _spans(text[part.start : part.end])
    )


_END = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"”’')\]]*+(?=(?P<space>\s++)[\"“‘'`(\[]*+[^\W_a-zß-öø-ÿ])")
_LAST_WORD = re.compile(r"(?<![\w.’'-])[\w.’'-]++\Z")
_INITIALS = re.compile(r"(?:\w\.)*[A-Z]")
_QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"]*+(?:(?<=[.!?…] )\"(?=[A-Z][^\"]*+(?<=\S)\")[^\"]*+)*+\"|``(?:[^`']|`(?!`)|'(?!'))*+''"
)
"""A quotation; a straight mark behind a full stop goes on with it where its own closing mark follows."""


def _spans(text: str) -> list[tuple[int, int]]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    spans: list[tuple[int, int]] = []
    start = quote = 0
    for match in _END.finditer(text):
        while quote < len(quoted) and quoted[quote][1] < match.end():
            quote += 1
        inside = quote < len(quoted) and quoted[quote][0] < match.start() and match.end() < quoted[quote][1]
        if inside or _is_abbreviation(text, match):
            continue
        spans.append((start, match.end()))
        start = match.end("space")
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    before = text_before(text, match.start(), 24).rpartition(" ")[2]
    if before.isalpha() and len(before) > 1 and before not in word_set("abbreviations"):
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if word is None:
        return False
    return word.group() in word_set("abbreviations") or _INITIALS.fullmatch(word.group()) is not None
