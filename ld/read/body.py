"""How far the body of the article extends: cumulative weights over the blocks of a page."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from ld.read.author_names import is_person, is_personal
from ld.read.blocks import Block
from ld.read.chrome import is_appeal
from ld.read.dates import names_day

_PROSE_MOST = 60
_TEASER_WORDS = 40
_TEASER = 9
_STOP = -25
_STAMP = -15
_CHROME = -6
_LABEL = -3
_TITLE = -8
_TITLE_WORDS = 5
_ROW = -1
_NUMBERS = 2
_NUMBER_SHARE = 3
_LISTED = 4
_LISTED_WORDS = 10
_ENOUGH_WORDS = 120
_ENOUGH_SHARE = 0.3
_BOX_MOST = 10
_PARAGRAPHS = 3
_STAMPS = 3
_APPEALS = 3
_SIGNED_WORDS = 9
_SIGNED = re.compile(
    r"(?:By )?(?P<name>[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)[ ,|•·–—-]{1,3}(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?!:)[^:]*$"
)
"""Nora Quist February 16, 2024; not with a time of day, as by the entries of a live blog."""


class Reach(NamedTuple):
    """The best body that begins at a block: its *weight* in words of prose, and the index after its last block."""

    weight: float
    stop: int


def reaches(blocks: Sequence[Block]) -> list[Reach]:
    """For each index of *blocks* (and one past the end) the heaviest run of blocks that begins there."""
    result = [Reach(0, len(blocks))]
    for index in range(len(blocks) - 1, -1, -1):
        after = result[-1]
        here = _weight(blocks, index)
        result.append(Reach(here + after.weight, after.stop) if after.weight > 0 else Reach(here, index + 1))
    return result[::-1]


def _weight(blocks: Sequence[Block], index: int) -> float:
    """The evidence that a block belongs to the body, in words of prose."""
    block = blocks[index]
    if block.credit:
        return 0
    if block.kind == "prose":
        return _TITLE if _among_titles(blocks, index) else _prose_weight(blocks, index)
    if block.kind == "box" or block.ends:
        return _STOP
    if block.stamp:
        return _STAMP
    if block.kind == "chrome":
        return _CHROME
    return _ROW if _is_row(block) else _TITLE if block.words >= _TITLE_WORDS else _LABEL


def _prose_weight(blocks: Sequence[Block], index: int) -> float:
    """The words of a paragraph, capped at those of a teaser if it is short and isolated."""
    words = blocks[index].words
    weight = max(1, min(words, _PROSE_MOST) - 3)
    return weight if words > _TEASER_WORDS or not _alone(blocks, index) else min(weight, _TEASER)


def _among_titles(blocks: Sequence[Block], index: int) -> bool:
    """Whether a long line is one of several in a row that are not sentences: a list of titles as long as paragraphs."""
    if blocks[index].sentence:
        return False
    row = 0
    for block in blocks[max(0, index - _LISTED + 1) : index + _LISTED]:
        row = 0 if block.sentence or block.words < _LISTED_WORDS else row + 1
        if row == _LISTED:
            return True
    return False


def _is_row(block: Block) -> bool:
    """Whether a line is a row of a table: two or more numbers among a few words."""
    numbers = sum(word[:1] == "#" for word in block.key.split()) if "#" in block.key else 0
    return numbers >= _NUMBERS and numbers * _NUMBER_SHARE >= block.words


def _alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether neither neighbour is prose, as with the summary below another story's title."""
    near = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    return not any(block.kind == "prose" or block.credit for block in near)


def cut(blocks: Sequence[Block], body: range) -> range:
    """*body* without what follows a line that ends an article, provided that enough of the prose precedes it."""
    total = sum(blocks[index].words for index in body if blocks[index].kind == "prose")
    is_list = sum(blocks[index].stamp for index in body) >= _STAMPS
    others = {index for index in body if _signs_other_story(blocks, index)}
    appeal = _begin_of_appeal(blocks, body)
    before = 0
    for index in body:
        block = blocks[index]
        before += block.words if block.kind == "prose" else 0
        is_end = block.ends or (block.stamp and (is_list or not _goes_on(blocks[index + 1 : body.stop])))
        is_end = is_end or (len(others) >= _STAMPS and index in others) or index == appeal
        if is_end and (before >= _ENOUGH_WORDS or before >= _ENOUGH_SHARE * total > 0):
            return range(body.start, index)
    return body


def _begin_of_appeal(blocks: Sequence[Block], body: range) -> int | None:
    """The start of an appeal of several paragraphs at the end of *body*, at least half of them explicit.

    Lines directly above the first explicit one that hint at it belong to it.
    """
    stop = min(len(blocks), body.stop + _BOX_MOST)
    whole = range(body.start, stop)
    appeals = [i for i in whole if blocks[i].kind == "chrome" and is_appeal(blocks[i].key, blocks[i].words)]
    for place, first in enumerate(appeals[: len(appeals) - _APPEALS + 1]):
        paragraphs = sum(blocks[index].kind == "prose" for index in range(first, stop))
        if paragraphs <= len(appeals) - place:
            hints = takewhile(lambda i: is_appeal(blocks[i].key, blocks[i].words, 1), range(first, body.start, -1))
            return min(hints)
    return None


def _signs_other_story(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is just a name and a day, between a story's title and its summary or the next title."""
    block = blocks[index]
    if block.kind != "fragment" or block.words > _SIGNED_WORDS or not names_day(block.text):
        return False
    named = _SIGNED.match(block.text)
    return named is not None and is_personal(named["name"]) and is_person(named["name"])


def _goes_on(after: Sequence[Block]) -> bool:
    """Whether several consecutive paragraphs come soon *after* a line: it was in a box between two of them."""
    near = [block.kind == "prose" for block in after[:_BOX_MOST]]
    first = near.index(True) if True in near else len(near)
    return len(near[first : first + _PARAGRAPHS]) == _PARAGRAPHS and all(near[first : first + _PARAGRAPHS])
