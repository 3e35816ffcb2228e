"""Lines among the paragraphs of a pasted article that are not part of it: teasers in boxes, offers, questions."""

from collections.abc import Iterator, Sequence

from ld.read.blocks import Block

_TEASER_WORDS = 25
_TITLE_WORDS = 4
_RUN = 2
_APART = 4
_OFFERS = 8
_QUOTES = "\"'“‘«„"
_OFFER = ("for subscribers", "subscribers only", "subscribe", "unlock", "sign in", "register")


def foreign_lines(blocks: Sequence[Block], body: range) -> set[int]:
    """The indexes of these lines in *body*; only lines that read like a sentence could be taken for paragraphs.

    Each is short. It is in a box, which its heading opens and the next paragraph closes; ends a run of titles; is an
    offer between two lines for subscribers; or is the only paragraph far below all others.
    """
    return {*_in_boxes(blocks, body), *_in_runs(blocks, body), *_offers(blocks, body), *_far_below(blocks, body)}


def _is_short(block: Block) -> bool:
    return block.words <= _TEASER_WORDS


def _in_boxes(blocks: Sequence[Block], body: range) -> Iterator[int]:
    """The short lines below the heading of a box, if they are questions or other titles follow them."""
    is_open = False
    for index in body:
        block = blocks[index]
        is_open = block.kind == "box" or (is_open and _is_short(block))
        after = blocks[index + 1] if index + 1 < body.stop else None
        if is_open and block.kind == "prose" and block.text[0] not in _QUOTES:
            is_open = block.text.endswith("?") or (after is not None and after.kind != "prose")
            if is_open:
                yield index


def _in_runs(blocks: Sequence[Block], body: range) -> Iterator[int]:
    """The questions and calls that end a run of titles: teasers whose titles end in a mark."""
    run, is_begun = 0, False
    for index in body:
        block = blocks[index]
        is_call = block.kind == "prose" and _is_short(block) and block.text.endswith(("?", "!"))
        if is_begun and is_call and run >= _RUN:
            yield index
        is_begun = is_begun or block.kind == "prose"
        run = run + 1 if block.kind == "fragment" and block.words > _TITLE_WORDS else 0


def _offers(blocks: Sequence[Block], body: range) -> Iterator[int]:
    """The short lines between two that mention subscribing, without longer ones among them."""
    opened: int | None = None
    for index in body:
        block = blocks[index]
        if block.kind != "prose" and _is_short(block) and any(word in block.key for word in _OFFER):
            if opened is not None and index - opened <= _OFFERS:
                yield from range(opened + 1, index)
            opened = index
        elif not _is_short(block):
            opened = None


def _far_below(blocks: Sequence[Block], body: range) -> Iterator[int]:
    """The last paragraph, if it is short and far from the one before it."""
    prose = [index for index in body if blocks[index].kind == "prose"]
    if len(prose) > 1 and prose[-1] - prose[-2] > _APART and _is_short(blocks[prose[-1]]):
        yield prose[-1]
