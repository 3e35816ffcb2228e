"""The JSON-LD that stands inside an HTML page."""

from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple


class Block(NamedTuple):
    """The text of a script, and the offset in the page at which it begins, in code points."""

    text: str
    start: int


class Page(NamedTuple):
    """The JSON-LD *blocks* of a page, and its *address* if it names one (``<base>``, else its canonical link)."""

    blocks: tuple[Block, ...]
    address: str


def read_page(html: str) -> Page:
    """Find the scripts of type ``application/ld+json`` in *html*; those in comments do not count."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return Page(tuple(reader.blocks), reader.base or reader.canonical)


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.base = self.canonical = ""
        self._html = html
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]  # as HTMLParser counts them
        self._start = -1

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if tag == "script" and named.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
            self._start = self._offset() + len(self.get_starttag_text() or "")
        elif tag == "base":
            self.base = self.base or _absolute(named.get("href", ""))
        elif tag == "link" and "canonical" in named.get("rel", "").lower().split():
            self.canonical = self.canonical or _absolute(named.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._start >= 0:
            self.blocks.append(Block(self._html[self._start : self._offset()], self._start))
            self._start = -1

    def close(self) -> None:
        super().close()
        if self._start >= 0:  # the script was never closed: browsers read it to the end of the page
            self.blocks.append(Block(self._html[self._start :], self._start))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _absolute(address: str) -> str:
    return address.strip() if address.strip().startswith(("http://", "https://")) else ""
