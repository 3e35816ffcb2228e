"""The JSON-LD that stands inside an HTML page."""

from html import unescape
from typing import NamedTuple

from ld.read.html.markup import Script, Token, page_parts


class Block(NamedTuple):
    """The text of a script, and the offset in the page at which it begins, in code points."""

    text: str
    start: int


class Page(NamedTuple):
    """The JSON-LD *blocks* of a page, and its *address* if it names one (``<base>``, else its canonical link)."""

    blocks: tuple[Block, ...]
    address: str


def read_page(html: str) -> Page:
    """Find the scripts of type ``application/ld+json`` in *html*; those in comments and templates do not count.

    One that is never closed goes on to the end of the page. The time is in proportion to the page, whatever it holds.
    """
    blocks: list[Block] = []
    bases: list[str] = []
    canonicals: list[str] = []
    for part in page_parts(html):
        if isinstance(part, Script):
            if _value(part, "type").partition(";")[0].strip().lower() == "application/ld+json":
                blocks.append(Block(html[part.content : part.content_end], part.content))
        elif part.name == "base":
            bases.append(_value(part, "href"))
        elif part.name == "link" and "canonical" in _value(part, "rel").lower().split():
            canonicals.append(_value(part, "href"))
    return Page(tuple(blocks), next(filter(None, map(_absolute, [*bases, *canonicals])), ""))


def _value(part: Script | Token, name: str) -> str:
    return unescape(part.attributes.get(name, ""))


def _absolute(address: str) -> str:
    return address.strip() if address.strip().startswith(("http://", "https://")) else ""
