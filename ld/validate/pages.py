"""Finds the JSON-LD inside an HTML page."""

from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from ld.json_slips import read_mended
from ld.schema_org import lineage

if TYPE_CHECKING:
    from ld.read.html.markup import Script, Token


class Block(NamedTuple):
    """The text of a script, and the offset in the page at which it begins, in code points."""

    text: str
    start: int


class Page(NamedTuple):
    """The JSON-LD *blocks* of a page, its *address* if it names one, and the tokens of its *markup*.

    The address is its ``<base>``, else its canonical link, else its ``og:url``, else the one given by its article.
    """

    blocks: tuple[Block, ...]
    address: str
    markup: "tuple[Token, ...]"


def read_page(html: str) -> Page:
    """Find the scripts of type ``application/ld+json`` in *html*; those in comments and templates do not count.

    An unclosed script goes on to the end of the page. Takes time in proportion to the length of the page.
    """
    from ld.read.html.markup import Script, page_parts, tokens  # noqa: PLC0415 - nothing but a page may wait for it

    blocks: list[Block] = []
    bases: list[str] = []
    canonicals: list[str] = []
    told: list[str] = []
    markup = tuple(tokens(html))
    for part in page_parts(html, markup):
        if isinstance(part, Script):
            if _value(part, "type").partition(";")[0].strip().lower() == "application/ld+json":
                blocks.append(Block(html[part.content : part.content_end], part.content))
        elif part.name == "base":
            bases.append(_value(part, "href"))
        elif part.name == "link" and "canonical" in _value(part, "rel").lower().split():
            canonicals.append(_value(part, "href"))
        elif part.name == "meta" and _value(part, "property").lower() == "og:url":
            told.append(_value(part, "content"))
    address = next(filter(None, map(_absolute, [*bases, *canonicals, *told])), "")
    return Page(tuple(blocks), address or _address_of_article(blocks), markup)


def _value(part: "Script | Token", name: str) -> str:
    return unescape(part.attributes.get(name, ""))


def _absolute(address: str) -> str:
    return address.strip() if address.strip().startswith(("http://", "https://")) else ""


def _address_of_article(blocks: Iterable[Block]) -> str:
    """The first absolute ``url`` or ``mainEntityOfPage`` of an article at the top of a block; empty if none has any."""
    for block in blocks:
        try:
            document = read_mended(block.text).document
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
