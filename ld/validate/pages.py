"""The JSON-LD that stands inside an HTML page."""

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any, NamedTuple

from ld.validate.schema_org import lineage


class Block(NamedTuple):
    """The text of a script, and the offset in the page at which it begins, in code points."""

    text: str
    start: int


class Page(NamedTuple):
    """The JSON-LD *blocks* of a page, and its *address* if it names one.

    That is its ``<base>``, else its canonical link, else its ``og:url``, else what its article says of itself.
    """

    blocks: tuple[Block, ...]
    address: str


def read_page(html: str) -> Page:
    """Find the scripts of type ``application/ld+json`` in *html*; those in comments do not count."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    blocks = tuple(reader.blocks)
    return Page(blocks, reader.base or reader.canonical or reader.told or _address_of_article(blocks))


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.base = self.canonical = self.told = ""
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

        elif tag == "meta" and named.get("property", "").lower() == "og:url":
            self.told = self.told or _absolute(named.get("content", ""))

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


def _address_of_article(blocks: Iterable[Block]) -> str:
    """The first absolute ``url`` or ``mainEntityOfPage`` of an article at the top of a block; empty if none has any."""
    for block in blocks:
        try:
            document = json.loads(block.text)
        except (ValueError, RecursionError):
            continue
        for top in document if isinstance(document, list) else (document,):
            graph = top.get("@graph") if isinstance(top, dict) else None
            for node in (top, *(graph if isinstance(graph, list) else ())):
                address = _told_by(node) if isinstance(node, dict) else ""
                if address:
                    return address
    return ""


def _told_by(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    if not any(isinstance(name, str) and "Article" in lineage(name) for name in names):
        return ""
    values = (node.get("url"), node.get("mainEntityOfPage"))
    said = (value.get("@id") if isinstance(value, dict) else value for value in values)
    return next((address for value in said if isinstance(value, str) and (address := _absolute(value))), "")
