"""The article that a page shows: its visible text as a reader would copy it, and what its head says of it."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from ld.article import Article
from ld.read.dates import iso_moment
from ld.read.language import normal_tag
from ld.read.text import read_text
from ld.read.urls import is_absolute_url
from ld.web.encoding import Source, opened
from ld.web.markup import Token, scripts, tokens
from ld.web.merging import found_article
from ld.web.page import without

_NOT_READ = frozenset(("aside", "button", "dialog", "footer", "form", "nav", "select", "svg", "template"))
_INLINE = frozenset(
    """
    a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - names of elements read best so
)


def read_page(page: bytes) -> Article:
    """The article of an HTML page, as ``ld.read.read_text`` finds it in the page's visible text.

    Address, day and publisher are those of the page's JSON-LD, else of its ``link`` and ``meta`` elements;
    the language is that of its ``html`` element. A block of ours in the page is not read.
    Raises InputError for a page without an article.
    """
    source = opened(without(page))
    told = _told(source)
    return read_text(
        _visible(source),
        url=_first(told.get("url"), is_absolute_url),
        date=_first(told.get("date"), iso_moment),
        publisher=_first(told.get("publisher"), str.split),
        lang=_first(told.get("lang"), normal_tag),
    )


def _first(values: list[str] | None, is_usable: Callable[[str], object]) -> str | None:
    return next((value for value in values or () if is_usable(value)), None)


def _visible(source: Source) -> str:
    """The words of the body, a line for each block."""
    pieces, hidden, depth = list[str](), "", 0
    for token in tokens(source.markup):
        if hidden:
            depth += (token.name == hidden) * ((token.kind == "start") - (token.kind == "end"))
            hidden = hidden if depth else ""
        elif token.kind == "start" and token.name in _NOT_READ:
            hidden, depth = token.name, 1
        elif token.kind == "text":
            pieces.append(re.sub(r"\s+", " ", html.unescape(source.decoded(token.start, token.end))))
        elif token.name and token.name not in _INLINE:
            pieces.append("\n" if token.name == "br" else "\n\n")
    lines = re.sub(r" *\n[ \n]*\n *", "\n\n", "".join(pieces)).strip()
    return re.sub(r" *(?<!\n)\n(?!\n) *", " ", lines)  # one br breaks a line, two a paragraph


def _told(source: Source) -> dict[str, list[str]]:
    """What the page says of itself, by name, the most trustworthy saying first."""
    told: dict[str, list[str]] = {}
    for name, value in (*_by_json_ld(source), *_by_elements(source)):
        if isinstance(value, str):
            told.setdefault(name, []).append(value.strip())
    return told


def _by_json_ld(source: Source) -> Iterator[tuple[str, Any]]:
    blocks = (script for script in scripts(source.markup) if "ld+json" in script.attributes.get("type", ""))
    found = found_article((source.decoded(block.content, block.content_end) for block in blocks), {})
    article = found.article if found else {}
    publisher = article.get("publisher")
    yield "date", article.get("datePublished")
    yield "publisher", publisher.get("name") if isinstance(publisher, dict) else publisher


def _by_elements(source: Source) -> Iterator[tuple[str, Any]]:
    for token in tokens(source.markup):
        if token.kind == "start":
            yield from _by_element(token, lambda value: html.unescape(_decoded(source, value)))


def _decoded(source: Source, value: str) -> str:
    """An attribute's *value*, which the markup has by code units."""
    return value if source.width > 1 else value.encode("latin-1").decode(source.charset, "replace")


def _by_element(token: Token, decoded: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    given = token.attributes
    if token.name == "html" and "lang" in given:
        yield "lang", decoded(given["lang"])
    if token.name == "link" and "canonical" in given.get("rel", "").lower().split():
        yield "url", decoded(given.get("href", ""))
    if token.name == "meta":
        name = _METAS.get((given.get("property") or given.get("name", "")).lower())
        if name:
            yield name, decoded(given.get("content", ""))


_METAS = {
    "og:url": "url",
    "article:published_time": "date",
    "og:site_name": "publisher",
}
