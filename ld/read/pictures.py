"""The pictures of a page, recognised by captions: lines with a credit in or beside them, or printed twice."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.read.blocks import Block
from ld.read.bylines import is_byline
from ld.read.captions import Credit, names_in_brackets, tells_positions
from ld.read.dates import names_day
from ld.read.sign_offs import sign_off

_CAPTION_WORDS = 3
_REPEAT_WORDS = 6
_REPEAT_NEAR = 4
_GROUP = 3
_SPEAKS_TO_READERS = re.compile(r"\b(?:our|we|you|your)\b(?!.*\")")


class Picture(NamedTuple):
    """A caption: its part's position in the source, its words, the words of its credit, and its blocks.

    *kept* is False for repeated captions, for credits without a caption, and for the page's own words to readers.
    """

    start: int
    end: int
    caption: tuple[int, int]
    credit: tuple[int, int] | None
    blocks: tuple[int, ...]
    kept: bool = True


def find_pictures(blocks: Sequence[Block], body: Sequence[int]) -> list[Picture]:
    """The captions among the blocks with the indexes *body*, in order; repeated ones are not kept."""
    found: dict[int, Picture] = {}
    for index in body:
        credit = blocks[index].credit
        if credit and not _is_end_of_story(blocks, index, body):
            picture = _with_credit(blocks, index, credit, found)
            found.update(dict.fromkeys(picture.blocks, picture))
    for index in body:
        block = blocks[index]
        if index not in found and block.kind != "chrome" and tells_positions(block.text):
            found[index] = alone(block, index)
    repeated = [index for index in body if index not in found and _is_repeated(blocks, index)]
    if any(blocks[index].kind == "prose" and index not in found for index in set(body).difference(repeated)):
        for index in repeated:
            block = blocks[index]
            is_caption = not _SPEAKS_TO_READERS.search(block.key)
            found[index] = Picture(block.start, block.end, (block.start, block.end), None, (index,), is_caption)
    return _each_once(blocks, sorted(set(found.values())))


def alone(block: Block, index: int) -> Picture:
    """The picture of a caption on a line of its own, with a credit that only a caption can have at its end."""
    credit = names_in_brackets(block.text)
    caption = (block.start, block.start + credit.caption_end if credit else block.end)
    words = (block.start + credit.start, block.start + credit.end) if credit else None
    return Picture(block.start, block.end, caption, words, (index,))


def _is_end_of_story(blocks: Sequence[Block], index: int, body: Sequence[int]) -> bool:
    """Whether a line is the last paragraph, signed by an agency, and no caption: it is directly below another one."""
    above = blocks[index - 1] if index else None
    is_below = above is not None and above.kind == "prose" and not above.credit
    is_last = not any(blocks[other].kind == "prose" for other in body if other > index)
    return is_below and is_last and sign_off(blocks[index].text) is not None


def _with_credit(blocks: Sequence[Block], index: int, credit: Credit, found: dict[int, Picture]) -> Picture:
    """The caption in a line with a credit, or directly above or below a line with nothing else."""
    block = blocks[index]
    words = (block.start + credit.start, block.start + credit.end)
    if len(block.text[: credit.caption_end].split()) >= _CAPTION_WORDS or (
        credit.caption_end and not block.text.isascii()
    ):
        caption = (block.start + credit.caption_start, block.start + credit.caption_end)
        return Picture(block.start, block.end, caption, words, (index,))
    for other in (index - 1, index + 1):
        if 0 <= other < len(blocks) and other not in found and _is_beside(blocks, index, other):
            near = blocks[other]
            start, end = min(block.start, near.start), max(block.end, near.end)
            return Picture(start, end, (near.start, near.end), words, tuple(sorted((index, other))))
    return Picture(block.start, block.end, (block.start, block.end), None, (index,), kept=False)


def _is_beside(blocks: Sequence[Block], index: int, other: int) -> bool:
    """Whether two blocks form a small group without a blank line between them, and the other may be a caption."""
    near = blocks[other]
    if near.is_page_furniture or near.words < _CAPTION_WORDS:
        return False
    if near.credit or is_byline(near.text) or names_day(near.text):
        return False
    low, high = min(index, other), max(index, other)
    group = [block.spaced for block in blocks[max(0, low - 1) : high + 2]]
    return not blocks[high].spaced and sum(group) >= len(group) - _GROUP + 1 and (blocks[low].spaced or low == 0)


def _is_repeated(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block of prose is repeated nearby, just once."""
    block = blocks[index]
    if block.kind != "prose" or block.words < _REPEAT_WORDS:
        return False
    near = (*blocks[max(0, index - _REPEAT_NEAR) : index], *blocks[index + 1 : index + 1 + _REPEAT_NEAR])
    return sum(other.text == block.text for other in near) == 1


def _each_once(blocks: Sequence[Block], pictures: list[Picture]) -> list[Picture]:
    """*pictures*, with only one of equal captions kept: the first with a credit, else the first."""
    first: dict[str, Picture] = {}
    for picture in pictures:
        if picture.kept:
            key = _key(blocks, picture)
            if key not in first or (first[key].credit is None and picture.credit):
                first[key] = picture
    return [picture._replace(kept=picture.kept and first[_key(blocks, picture)] == picture) for picture in pictures]


def _key(blocks: Sequence[Block], picture: Picture) -> str:
    """The caption's words for comparison."""
    block = next(blocks[i] for i in picture.blocks if blocks[i].start <= picture.caption[0] < blocks[i].end)
    return " ".join(block.text[: picture.caption[1] - block.start].casefold().split())
