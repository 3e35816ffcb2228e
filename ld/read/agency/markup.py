"""The paragraphs and subheadings of a body in XHTML, NITF or plain text."""

import re
from html.parser import HTMLParser

from ld.read.agency.item import Block, BlockKind

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"))
_BLOCKS = _HEADINGS | {"p", "li", "blockquote", "div", "body", "body.content", "ul", "ol", "table", "tr", "br", "td"}
_LEFT_OUT = frozenset(("head", "style", "script", "figure", "media", "table", "aside", "body.head", "body.end"))
_BLANK_LINE = re.compile(r"\n\s*\n")


def blocks_of_markup(markup: str) -> tuple[Block, ...]:
    """The blocks of *markup*, a fragment or a document; pictures, tables and heads are left out."""
    parser = _BlockParser()
    parser.feed(markup)
    parser.close()
    parser.end_block()
    return tuple(parser.blocks)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """The paragraphs of *text*, separated by blank lines, or by line ends if there are no blank lines."""
    pieces = _BLANK_LINE.split(text) if _BLANK_LINE.search(text.strip()) else text.split("\n")
    return tuple(Block("paragraph", " ".join(piece.split())) for piece in pieces if piece.strip())


class _BlockParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as HTMLParser calls it
        if tag in _BLOCKS:
            self.end_block()
            self._kind = "subheading" if tag in _HEADINGS else "paragraph"
        if tag in _LEFT_OUT:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            self._kind = "paragraph"
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self._words.append(data)

    def end_block(self) -> None:
        """End the block that has been read so far."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.blocks.append(Block(self._kind, text))
