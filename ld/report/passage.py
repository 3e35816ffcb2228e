"""The article's text with its mentions marked."""

import heapq
from collections.abc import Iterator
from typing import NamedTuple

from ld.article import Part
from ld.facts import Link
from ld.report.markup import Html, closing, element, joined, opening
from ld.report.outline import NumberedMention, Outline, anchor, part_anchor
from ld.text.spans import Spans


def passage(outline: Outline) -> Html:
    """The text, part by part. Every mention is marked, even if mentions are nested or overlap.

    One span of each mention is a link to the entity: the first that is not inside another mention.
    The ``data-start`` of each part is its offset in the text, in code points.
    """
    article = outline.facts.article
    spans = Spans((marked.mention.start, marked.mention.end) for marked in outline.mentions)
    blocks = []
    for number, part in enumerate(article.parts):
        pieces = [_piece(outline.mentions[place], part) for place in spans.overlapping(part.start, part.end)]
        text = _marked(outline, article.text, part.start, part.end, pieces)
        blocks.append(_block(part, text, part_anchor(number), is_title=number == _title(outline)))
    return joined(*blocks, between="\n")


def _title(outline: Outline) -> int | None:
    parts = outline.facts.article.parts
    return next((number for number, part in enumerate(parts) if part.kind == "headline"), None)


def has_title(outline: Outline) -> bool:
    """Whether the text contains the headline, so that the page need not repeat it as its title."""
    return _title(outline) is not None


def _block(part: Part, text: Html, identifier: str, *, is_title: bool) -> Html:
    name = "h1" if is_title else "h2" if part.kind in {"headline", "subheading"} else "p"
    return element(name, text, id=identifier, class_=f"part {part.kind}", dir="auto", data_start=part.start)


class _Piece(NamedTuple):
    """A span of a mention that overlaps no other span in part. Sorted in the order in which elements open."""

    start: int
    minus_end: int
    number: int
    marked: NumberedMention
    is_first: bool

    @property
    def end(self) -> int:
        return -self.minus_end


def _piece(marked: NumberedMention, part: Part) -> _Piece:
    start, end = max(marked.mention.start, part.start), min(marked.mention.end, part.end)
    return _Piece(start, -end, marked.number, marked, start == marked.mention.start)


def _nested(pieces: list[_Piece]) -> Iterator[tuple[_Piece, bool]]:
    """The *pieces* in the order in which they open, cut where they overlap, and whether the next one is inside each."""
    heapq.heapify(pieces)
    ends: list[int] = []
    while pieces:
        piece = heapq.heappop(pieces)
        while ends and ends[-1] <= piece.start:
            ends.pop()
        if ends and ends[-1] < piece.end:
            heapq.heappush(pieces, piece._replace(start=ends[-1], is_first=False))
            piece = piece._replace(minus_end=-ends[-1])
        ends.append(piece.end)
        yield piece, bool(pieces) and pieces[0].start < piece.end


def _marked(outline: Outline, text: str, start: int, end: int, pieces: list[_Piece]) -> Html:
    """``text[start:end]`` as markup."""
    writer = _Writer(outline, text, start)
    for piece, is_parent in _nested(pieces):
        writer.write(piece.start)
        writer.open(piece, is_parent=is_parent)
    writer.write(end)
    return joined(*writer.markup)


class _Writer:
    """Writes text and marks one after another, without recursion: facts.json may nest as deep as it likes."""

    def __init__(self, outline: Outline, text: str, at: int) -> None:
        self.markup: list[str] = []
        self._outline, self._text, self._at = outline, text, at
        self._open: list[tuple[_Piece, str, bool]] = []
        self._linked: set[int] = set()

    def open(self, piece: _Piece, *, is_parent: bool) -> None:
        """Begin a mark. One without others inside is a link itself, of any other a span of its own is."""
        is_link = not is_parent and self._links(piece, self._text[piece.start : piece.end])
        self._open.append((piece, "a" if is_link else "span", is_parent))
        self.markup.append(opening("a" if is_link else "span", **_attributes(self._outline, piece, is_link=is_link)))

    def write(self, until: int) -> None:
        """The text up to an offset, and the ends of the marks that end before it or there."""
        while self._open and self._open[-1][0].end <= until:
            self._own(self._open[-1][0].end)
            self.markup.append(closing(self._open.pop()[1]))
        self._own(until)

    def _own(self, until: int) -> None:
        """The text up to an offset, all inside the innermost open mark."""
        text, self._at = self._text[self._at : until], until
        if self._open:
            piece, _, is_parent = self._open[-1]
            if is_parent and self._links(piece, text):
                whole, target = piece.marked.mention.exact, f"#{anchor(piece.marked.entity.id)}"
                self.markup.append(element("a", text, class_="own", href=target, aria_label=whole))
                return
        self.markup.append(text)

    def _links(self, piece: _Piece, text: str) -> bool:
        """Whether *text* is the first that can be the mention's link; from then on another cannot."""
        is_first = bool(text.strip()) and piece.number not in self._linked
        if is_first:
            self._linked.add(piece.number)
        return is_first


def _attributes(outline: Outline, piece: _Piece, *, is_link: bool) -> dict[str, str | None]:
    entity, mention = piece.marked.entity, piece.marked.mention
    proves = outline.statements_at(mention.start, mention.end)
    return {
        "id": piece.marked.anchor if piece.is_first else None,
        "class_": f"m {entity.kind}" + (" linked" if isinstance(entity.link, Link) else ""),
        "href": f"#{anchor(entity.id)}" if is_link else None,
        "data_entity": anchor(entity.id),
        "data_how": mention.kind,
        "data_proves": " ".join(map(str, proves)) or None,
    }
