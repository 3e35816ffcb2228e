"""How far the body of the article extends: cumulative weights over the blocks of a page."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.read.blocks import Block

_PROSE_MOST = 60
_TEASER_WORDS = 40
_TEASER = 9
_STOP = -25
_STAMP = -15
_CHROME = -6
_LABEL = -3
_TITLE = -8
_TITLE_WORDS = 5
_ENOUGH_WORDS = 120
_ENOUGH_SHARE = 0.3
_BOX_MOST = 10
_PARAGRAPHS = 3
_STAMPS = 3


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
    """How much a block speaks for lying in the body, counted in words of prose."""
    block = blocks[index]
    if block.credit:
        return 0
    if block.kind == "prose":
        weight = max(1, min(block.words, _PROSE_MOST) - 3)
        return weight if block.words > _TEASER_WORDS or not _alone(blocks, index) else min(weight, _TEASER)
    if block.kind == "box" or block.ends:
        return _STOP
    if block.stamp:
        return _STAMP
    if block.kind == "chrome":
        return _CHROME
    return _TITLE if block.words >= _TITLE_WORDS else _LABEL


def _alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether neither neighbour is prose, as with the summary below another story's title."""
    near = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    return not any(block.kind == "prose" or block.credit for block in near)


def cut(blocks: Sequence[Block], body: range) -> range:
    """*body* without what follows a line that ends an article, once enough of the prose stands before it."""
    total = sum(blocks[index].words for index in body if blocks[index].kind == "prose")
    is_list = sum(blocks[index].stamp for index in body) >= _STAMPS
    before = 0
    for index in body:
        block = blocks[index]
        before += block.words if block.kind == "prose" else 0
        is_end = block.ends or (block.stamp and (is_list or not _goes_on(blocks[index + 1 : body.stop])))
        if is_end and (before >= _ENOUGH_WORDS or before >= _ENOUGH_SHARE * total > 0):
            return range(body.start, index)
    return body


def _goes_on(after: Sequence[Block]) -> bool:
    """Whether paragraphs stand one below the other close *after* a line: it was in a box between two of them."""
    near = [block.kind == "prose" for block in after[:_BOX_MOST]]
    first = near.index(True) if True in near else len(near)
    return len(near[first : first + _PARAGRAPHS]) == _PARAGRAPHS and all(near[first : first + _PARAGRAPHS])
