"""Which lines of a pasted page are parts of the article: headline, byline, captions, paragraphs, subheadings."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ld.errors import InputError
from ld.read.bios import last_paragraphs, tells_of_author
from ld.read.blocks import Block, is_dated
from ld.read.body import cut, reaches
from ld.read.boxes import foreign_lines
from ld.read.bylines import Byline, find_byline, is_byline
from ld.read.dates import names_day
from ld.read.headline import Headline, find_headline
from ld.read.pictures import Picture, find_pictures
from ld.read.vocabulary import folded
from ld.urls import host_labels

_HANDLE_OR_DATE = re.compile(r"(?:^|\s)@\w|\d{4}|\d:\d\d")
_CLOCK = re.compile(r"\d:\d\d")
_REFERENCE = re.compile(r"\[\s?\d{1,3}\]\s")
"""The number before a note or a source below an article: "[1] Harbour Gazette, 3 May 2024"."""
_HEADER_BLOCKS = 40
_HEADER_PROSE = 3
_TAIL_BLOCKS = 12
_ANCHOR_BLOCKS = 80
_DECKS = 2
_DECK_WORDS = range(5, 46)
_CROSSHEAD_WORDS = 12
_LOOSE_WORDS = 15
_REPEAT_WORDS = 6
_TITLE_WORDS = 20


class Piece(NamedTuple):
    """A part of the article: its kind, and its position in the source."""

    kind: Literal["headline", "subheading", "byline", "paragraph", "caption"]
    start: int
    end: int


class Layout(NamedTuple):
    """The article's *pieces* in the order of the source; *body*, *header* and *paragraphs* are indexes of blocks.

    The *body* is everything after the headline, the *header* its beginning, where the article is signed.
    """

    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]
    byline: Byline | None
    headline: Headline
    body: range
    header: range
    paragraphs: tuple[int, ...]

    @property
    def first_paragraph(self) -> int:
        """The offset in the source of the first paragraph."""
        return next(piece.start for piece in self.pieces if piece.kind == "paragraph")


def lay_out(blocks: Sequence[Block], url: str | None) -> Layout:
    """The parts of the article on a page of *blocks*. Raises InputError without a headline or a paragraph."""
    head, body = _anchor(blocks, url)
    header = _header(blocks, body)
    tail = range(body.stop, min(len(blocks), body.stop + _TAIL_BLOCKS))
    byline = find_byline(blocks, header, tail, host_labels(url) if url else [])
    by = set(_byline_blocks(blocks, byline, range(head.block + 1, tail.stop)))
    taken = {head.block} | by
    pictures = find_pictures(blocks, [index for index in body if index not in taken])
    taken.update(index for picture in pictures for index in picture.blocks)
    decks = find_decks(blocks, header, by, taken)
    pieces = [Piece("headline", head.start, head.end)]
    pieces += [Piece("byline", byline.start, byline.end)] if byline else []
    pieces += [Piece("caption", picture.start, picture.end) for picture in pictures if picture.kept]
    pieces += [Piece("subheading", blocks[index].start, blocks[index].end) for index in decks]
    pieces += _running(blocks, body, taken | decks, _names(byline))
    kept = tuple(picture for picture in pictures if picture.kept)
    starts = {piece.start for piece in pieces if piece.kind == "paragraph"}
    paragraphs = tuple(index for index in body if blocks[index].start in starts)
    if all(blocks[index].words <= _TITLE_WORDS and blocks[index].text.endswith("?") for index in paragraphs):
        raise _no_text()
    return Layout(tuple(sorted(pieces, key=lambda piece: piece.start)), kept, byline, head, body, header, paragraphs)


def _anchor(blocks: Sequence[Block], url: str | None) -> tuple[Headline, range]:
    """The headline, and the indexes of the blocks after it to the last of the body."""
    reach = reaches(blocks)
    head = find_headline(blocks, reach, url)
    if head is None and not any(block.kind == "prose" for block in blocks):
        raise _no_text()
    if head is None:
        raise InputError(
            "no headline found: no line before the paragraphs is like a title",
            "put the headline on a line of its own, a blank line above the first paragraph",
        )
    near = range(head.block + 1, min(len(blocks), head.block + 1 + _ANCHOR_BLOCKS))
    prose = [index for index in near if blocks[index].kind == "prose"] or [
        i for i in range(near.stop, len(blocks)) if blocks[i].kind == "prose"
    ][:1]
    if not prose:
        raise _no_text()
    start = max(prose, key=lambda index: reach[index].weight)
    stop = cut(blocks, range(start, reach[start].stop)).stop
    while stop < len(blocks) and blocks[stop].credit:
        stop += 1
    return head, range(head.block + 1, stop)


def _no_text() -> InputError:
    return InputError(
        "no article text found: no paragraph follows the headline",
        "paste the whole article, not only its teaser or the page's menus",
    )


def _header(blocks: Sequence[Block], body: range) -> range:
    """The blocks below the headline that contain deck, byline and date."""
    prose = [index for index in body if blocks[index].kind == "prose"][:_HEADER_PROSE]
    stop = prose[-1] if len(prose) == _HEADER_PROSE else body.stop
    return range(body.start, min(stop, body.start + _HEADER_BLOCKS))


def _byline_blocks(blocks: Sequence[Block], byline: Byline | None, where: range) -> Iterator[int]:
    if byline:
        yield from (i for i in where if blocks[i].start < byline.end and byline.start < blocks[i].end)


def find_decks(blocks: Sequence[Block], header: range, byline: set[int], taken: set[int]) -> set[int]:
    """The lines between the headline, directly above *header*, and a byline or date: summaries of the article.

    *byline* has the indexes of its lines, *taken* those of lines that are something else.
    """
    title = blocks[header.start - 1].key
    mark = next((index for index in header if index in byline or names_day(blocks[index].text)), None)
    if mark is None:
        first = header.start
        is_one = bool(header) and first not in taken and blocks[first].kind == "fragment"
        return (
            {first}
            if is_one and blocks[first].words > _CROSSHEAD_WORDS and may_be_deck(blocks[first], title)
            else set()
        )
    before = {index for index in range(header.start, mark) if index not in taken}
    decks = {index for index in before if may_be_deck(blocks[index], title)}
    prose = sum(blocks[index].kind == "prose" for index in before)
    return decks if len(decks) <= _DECKS and prose <= len(decks) else set()


def may_be_deck(block: Block, title: str = "") -> bool:
    """Whether a block may be a summary of the article below its *title*, by its length and words."""
    if block.is_page_furniture or block.key == title:
        return False
    if block.kind != "prose" and (is_byline(block.text) or _HANDLE_OR_DATE.search(block.text)):
        return False
    return block.words in _DECK_WORDS


def _names(byline: Byline | None) -> set[str]:
    """The authors' names, folded."""
    return {folded(author.name) for author in byline.authors} if byline else set()


def _running(blocks: Sequence[Block], body: range, taken: set[int], names: set[str]) -> Iterator[Piece]:
    """The paragraphs and crossheads of the body, each once."""
    seen, title = set[str](), blocks[body.start - 1].key
    last, taken = last_paragraphs(blocks, body), taken | foreign_lines(blocks, body)
    for index in body:
        block = blocks[index]
        kind = None if index in taken or block.text in seen or block.key == title else _kind(blocks, index, body)
        if kind is None or tells_of_author(block, names, last=index in last):
            continue
        if block.words >= _REPEAT_WORDS:
            seen.add(block.text)
        yield Piece(kind, block.start, block.end)


def _kind(blocks: Sequence[Block], index: int, body: range) -> Literal["paragraph", "subheading"] | None:
    """The kind of a block of the body: prose, or a line between prose that looks like a part of it."""
    block = blocks[index]
    if _REFERENCE.match(block.text) or (block.kind != "prose" and _signs_or_dates(block)):
        return None
    if block.kind == "prose":
        return "paragraph"
    before = index > body.start and blocks[index - 1].kind == "prose"
    after = index + 1 < body.stop and blocks[index + 1].kind == "prose"
    is_cut_off = block.text.endswith("…") or not block.sentence
    if (not is_cut_off and (before or after)) or (before and after and _opens_quotation(block)):
        return "paragraph"
    if before and after and block.words >= _LOOSE_WORDS and not block.text.istitle():
        return "paragraph"
    return "subheading" if before and after and block.words <= _CROSSHEAD_WORDS else None


def _opens_quotation(block: Block) -> bool:
    """Whether a quotation that begins in a line continues in the next: it has an opening mark and no closing one."""
    return block.text.count("“") > block.text.count("”") or block.text.count('"') % 2 == 1


def _signs_or_dates(block: Block) -> bool:
    """Whether a line belongs to the page, or names the article's author or date."""
    if block.is_page_furniture or is_byline(block.text) or is_dated(block.key, block.words):
        return True
    return names_day(block.text) and _CLOCK.search(block.text) is not None
