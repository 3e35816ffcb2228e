"""A block of JSON-LD put into a page's bytes, and taken out again."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ld.read.html.encoding import Source, opened
from ld.read.html.markup import Script, Token, scripts, tokens
from ld.web.descriptions import Side
from ld.web.merging import merged
from ld.web.published import described_again, found_article, is_article
from ld.web.script import MAKER, MARK, element

_JSON_LD = "application/ld+json"
_MAY_DESCRIBE = re.compile("(?i)itemtype|typeof")
_ASIDE = "data-article-ld-was"
_TYPE = re.compile(r"""(?i)[\t\n\f\r /"']type[\t\n\f\r ]*=[\t\n\f\r "']*(application/ld\+json)""")
_IN_HEAD = frozenset(
    "base basefont bgsound head html link meta noframes noscript script style template title".split()  # noqa: SIM905 - names of elements read best so
)
_HEAD_ENDS = frozenset(("head", "body", "html", "br"))
_BYTE_ORDER_MARK = re.compile("(?:\u00ef\u00bb\u00bf|\ufeff)?")  # as bytes of UTF-8, as a unit of UTF-16
_WRITTEN = re.compile(r"[^\t\n\f\r ]")


class Embedded(NamedTuple):
    """A *page* with its block. *merged*: the publisher's own description of the article went into it.

    *beside* counts other people's blocks that stay as they are. *again* are the locations of other descriptions of the
    article that stay.
    """

    page: bytes
    merged: bool = False
    beside: int = 0
    again: tuple["Again", ...] = ()


class Again(NamedTuple):
    """Where else a page describes its article: the *line*, from 1, and the *syntax*: JSON-LD, microdata or RDFa."""

    line: int
    syntax: str


class _BarePage(NamedTuple):
    """A page as it was without us, and where our block stood in it, in bytes; -1 if nowhere."""

    page: bytes
    place: int


def embed(
    page: bytes,
    document: Mapping[str, Any],
    *,
    prefer: Side = "theirs",
    nonce: str | None = None,
    charset: str | None = None,
) -> Embedded:
    """*page* with *document*, a web profile, in one ``script`` element; all other bytes stay as they are.

    An earlier element of ours is replaced in place; a new one goes to the end of the head.
    If the publisher describes the article in blocks that can be merged, their scripts are disabled (only the start tag
    changes, and keeps its old content), and the new one combines everything; where they differ, the *preferred* side
    wins.
    A block whose bytes are not all characters in the page's encoding is left as it is.
    *charset* is that of the HTTP header, if there is one.
    The same page and document give the same bytes, even if the page already contains them.
    Raises InputError for an invalid *nonce*, and for bytes that no browser reads as a page.
    """
    restored = _restored(page, charset)
    source = opened(restored.page, charset)
    blocks = [script for script in scripts(source.markup) if _type(script) == _JSON_LD]
    texts = tuple(source.understood(block.content, block.content_end) or "" for block in blocks)
    found = found_article(texts, document)
    taken = found.blocks if found else ()
    whole = document if found is None else merged(found, document, prefer)
    place = restored.place if restored.place >= 0 else _place(source.markup) * source.width
    edits = [(place, place, source.encoded(element(whole, nonce)))]
    edits += [edit for number in taken for edit in _aside(source, blocks[number])]
    again = [(blocks[number].start, "JSON-LD") for number in described_again(texts, found, document)]
    again += _in_attributes(source.markup)
    return Embedded(
        page=_edited(restored.page, edits),
        merged=found is not None,
        beside=len(blocks) - len(taken),
        again=tuple(Again(source.markup.count("\n", 0, start) + 1, syntax) for start, syntax in sorted(again)),
    )


def _in_attributes(markup: str) -> list[tuple[int, str]]:
    """The location in *markup* of its only article in microdata or RDFa; of several, none need be the page's own."""
    found: dict[str, list[int]] = {"microdata": [], "RDFa": []}
    for token in tokens(markup) if _MAY_DESCRIBE.search(markup) else ():
        if token.kind == "start" and token.attributes.get("itemprop", "mainEntity") == "mainEntity":
            for attribute, syntax in (("itemtype", "microdata"), ("typeof", "RDFa")):
                if any(map(is_article, token.attributes.get(attribute, "").split())):
                    found[syntax].append(token.start)
    return [(starts[0], syntax) for syntax, starts in found.items() if len(starts) == 1]


def without(page: bytes, *, charset: str | None = None) -> bytes:
    """*page* as it was before ``embed``."""
    return _restored(page, charset).page


def _restored(page: bytes, charset: str | None) -> _BarePage:
    source = opened(page, charset)
    place, edits = -1, list[tuple[int, int, bytes]]()
    for script in scripts(source.markup):
        start, end = script.start * source.width, script.end * source.width
        if script.attributes.get(MARK) == MAKER and _type(script) == _JSON_LD:
            if place < 0:
                place = start + sum(len(new) - (stop - begin) for begin, stop, new in edits)
            edits.append((start, end, b""))
        elif was := _start_tag_before(script):
            edits.append((start, script.content * source.width, was))
    return _BarePage(_edited(page, edits), place)


def _type(script: Script) -> str:
    return script.attributes.get("type", "").partition(";")[0].strip().lower()


def _aside(source: Source, script: Script) -> Iterator[tuple[int, int, bytes]]:
    """The edits by which readers of JSON-LD pass over *script*; the page's own scripts find it as before."""
    name = script.start + len("<script")
    was = base64.b64encode(source.bytes_of(script.start, script.content)).decode()
    yield name * source.width, name * source.width, source.encoded(f' {_ASIDE}="{was}"')
    kind = _TYPE.search(source.markup, name, script.content)
    if kind:
        yield kind.start(1) * source.width, kind.end(1) * source.width, source.encoded("application/json")


def _start_tag_before(script: Script) -> bytes:
    """The start tag that a script had before it was set aside; empty if it was not."""
    try:
        return base64.b64decode(script.attributes.get(_ASIDE, ""), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _edited(page: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """*page* with each span (start, end, new bytes) replaced; no two overlap."""
    return b"".join(_pieces(page, sorted(edits)))


def _pieces(page: bytes, edits: list[tuple[int, int, bytes]]) -> Iterator[bytes]:
    at = 0
    for start, end, new in edits:
        yield page[at:start]
        yield new
        at = end
    yield page[at:]


def _place(markup: str) -> int:
    """The end of the head, explicit or implied: before the first thing that cannot be in it (HTML, 13.2.6.4.4).

    A script inserted there changes no other node of the page in a browser.
    """
    templates, outermost = 0, 0
    for token in tokens(markup):
        if not templates:
            place = token.start if token.kind == "unclosed" else _leaving_head(markup, token)
            if place is not None:
                return place
        if token.name == "template":
            outermost = outermost if templates else token.start
            templates = max(0, templates + (1 if token.kind == "start" else -1))
    return outermost if templates else len(markup)


def _leaving_head(markup: str, token: Token) -> int | None:
    """Where in *token* the head ends, if it does."""
    if token.kind == "text":
        start = _BYTE_ORDER_MARK.match(markup).end() if token.start == 0 else token.start  # type: ignore[union-attr]
        written = _WRITTEN.search(markup, start, token.end)
        return written.start() if written else None
    leaves = token.name not in _IN_HEAD if token.kind == "start" else token.name in _HEAD_ENDS
    return token.start if leaves and token.kind in ("start", "end") else None
