"""Lists of titles on a pasted page: contents, more by the same author. None of them is a headline."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ld.read.blocks import Block
from ld.read.vocabulary import phrase_set

_ENTRIES = 2
_LABEL_WORDS = 3
_MORE = ("more by ", "more from ", "more stories by ", "more stories from ")


def listed_titles(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the lines in a list of titles, and of those further below that repeat an entry of the contents."""
    return frozenset((*_of_contents(blocks), *_of_boxes(blocks)))


def _of_contents(blocks: Sequence[Block]) -> Iterator[int]:
    """The crossheads listed below a line such as "Contents", both there and above their paragraphs."""
    known = phrase_set("contents-heads")
    heads = [index for index, block in enumerate(blocks) if block.key in known]
    times = Counter(block.key for block in blocks) if heads else Counter[str]()
    entries = set[str]()
    for head in heads:
        listed = takewhile(lambda block: times[block.key] > 1 or block.words <= _LABEL_WORDS, blocks[head + 1 :])
        crossheads = {block.key for block in listed if times[block.key] > 1 and block.words > 1}
        entries |= crossheads if len(crossheads) >= _ENTRIES else set()
    yield from (index for index, block in enumerate(blocks) if block.key in entries)


def _of_boxes(blocks: Sequence[Block]) -> Iterator[int]:
    """The lines below the heading of a box of more stories, up to a blank line that is not directly below it."""
    for index, head in enumerate(blocks):
        if head.kind == "box" and head.key.startswith(_MORE):
            for below in range(index + 1, len(blocks)):
                if blocks[below].kind == "prose" or (blocks[below].spaced and below > index + 1):
                    break
                yield below
