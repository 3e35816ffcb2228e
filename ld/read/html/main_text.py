"""Which lines of a page are the running text of its article, according to trafilatura."""

import logging
import re
from collections.abc import Iterator, Sequence

from ld.extras import extra
from ld.read.html.visible import Line

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_SHARE = 0.8
_MANY_TAGS = 12_000
_PARAGRAPH = 60
_LINKED = 0.5
_MORE = 1.5
_DEEPER = 2

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # we report the same ourselves


def chosen_lines(markup: str, lines: Sequence[Line]) -> list[bool]:
    """For each of *lines* whether trafilatura takes it for running text of the article in *markup*.

    A line counts if it is one of trafilatura's, or if four fifths of its runs of four words are.
    Raises MissingExtraError if trafilatura is not installed.
    """
    extracted = _extracted(markup)
    whole = {" ".join(_words(line)) for line in extracted.split("\n")} - {""}
    runs = set(_runs(_words(extracted)))
    return _completed(lines, [_is_of(_words(line.text), whole, runs) for line in lines])


def _completed(lines: Sequence[Line], chosen: Sequence[bool]) -> list[bool]:
    """*chosen*, plus later paragraphs in the same elements if these make the text more than half as long again."""
    more, place = list(chosen), None
    for index, line in enumerate(lines):
        if chosen[index]:
            place = line if "p" in line.within else place
        elif place and _is_like(line, place) and len(line.text) >= _PARAGRAPH and line.linked < _LINKED:
            more[index] = True
    lengths = [
        sum(len(line.text) for line, is_text in zip(lines, which, strict=True) if is_text) for which in (chosen, more)
    ]
    return more if lengths[1] > _MORE * lengths[0] else list(chosen)


def _is_like(line: Line, place: Line) -> bool:
    """Whether a line is in the same elements as another, about as deep in the page."""
    return line.within == place.within and abs(len(line.path) - len(place.path)) <= _DEEPER


def _extracted(markup: str) -> str:
    with extra("pages", "reading an HTML page"):
        from trafilatura import bare_extraction  # noqa: PLC0415 - imported late: it takes a fifth of a second
    found = bare_extraction(
        markup,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        fast=markup.count("<") > _MANY_TAGS,  # its fallbacks take seconds there
    )
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_SHINGLE)), strict=False)


def _is_of(words: Sequence[str], whole: set[str], runs: set[tuple[str, ...]]) -> bool:
    if " ".join(words) in whole:
        return bool(words)
    own = set(_runs(words))
    return bool(own) and len(own & runs) >= _SHARE * len(own)
