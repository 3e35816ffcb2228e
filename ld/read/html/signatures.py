"""The authors of a page's article: the people in its metadata and its byline, and the positions of their names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.read.bylines import Byline, find_byline
from ld.read.html.authors import organization_of, people_of
from ld.read.html.metadata import MetadataValue
from ld.read.html.page import Page
from ld.read.html.publication import of_tables
from ld.read.other_makers import is_introduced
from ld.read.vocabulary import folded
from ld.urls import host_labels

_CROSSHEADS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_ROW = 3
_TAIL_BLOCKS = 12
_ABOVE = 6
_BYLINE_WORDS = 30
_AUTHORS_MOST = 12


class Signer(NamedTuple):
    """An author's name, its position in the source, the rule that read it, and whether it is an organization's."""

    name: str
    start: int
    end: int
    rule: str
    is_organization: bool = False


class Signature(NamedTuple):
    """The *authors*; the position of the byline in the source, None if the page shows none; and its lines."""

    authors: tuple[Signer, ...]
    span: tuple[int, int] | None
    blocks: tuple[int, ...]


def signature_of(page: Page, whole: range, header: range, outlets: frozenset[str], url: str | None) -> Signature:
    """The authors of the article in the lines *whole*, with the byline in *header* or below the text.

    The people of the first claim in the metadata that names any count. A byline that names one of them overrides it,
    since it leaves out mere editors. Without metadata the byline counts. If nobody signs, the metadata may name the
    newsroom or an agency. *outlets* are folded names of the publisher.
    """
    labels = host_labels(url) if url else []
    tail = range(whole.stop, min(len(page.blocks), whole.stop + _TAIL_BLOCKS))
    byline = find_byline(page.blocks, header, tail, labels, captions=_no_bylines(page, header, whole))
    told = [each for each in _told(page.said.of("author"), outlets) if not _edited(page, each[0], tail)]
    shown = [
        Signer(author.name, author.start, author.end, "byline")
        for author in (byline.authors if byline else ())
        if any(True for _ in people_of(author.name, outlets))
    ]
    names = {folded(name) for name, _ in told}
    if shown and (not told or any(folded(author.name) in names for author in shown)):
        return _signed(page, shown, byline)
    near = (*range(max(0, header.start - _ABOVE), max(0, header.start - 1)), *header, *tail)  # without the headline
    authors = [_stood(page, name, claim, near) for name, claim in told]
    if not authors:
        authors = [_stood(page, *each, near)._replace(is_organization=True) for each in _newsroom(page)]
    return _signed(page, authors, byline if shown else None)


def _no_bylines(page: Page, where: range, whole: range) -> frozenset[int]:
    """The lines *where* that belong to a picture, in which a "by" names its maker, or to a table of facts.

    Also those of several similar headings in one box among the lines *whole*, and items of a list of links beside the
    story: none of these is an author's name.
    """
    captions = {i for i in where if {"a", "aside", "li"} <= page.lines[i].within}
    captions |= {i for i in where if page.lines[i].is_caption or "figure" in page.lines[i].within}
    heads = [i for i in whole if page.lines[i].within & _CROSSHEADS]
    alike = Counter((page.lines[i].path, page.lines[i].within) for i in heads)
    crossheads = {i for i in heads if alike[page.lines[i].path, page.lines[i].within] >= _ROW}
    return frozenset(captions | crossheads) | of_tables(page)


def _edited(page: Page, name: str, tail: range) -> bool:
    """Whether a line of the *tail* states that the person called *name* edited the page."""
    return any(is_introduced(page.blocks[index].text, name) for index in tail)


def _told(claims: Sequence[MetadataValue], outlets: frozenset[str]) -> Iterator[tuple[str, MetadataValue]]:
    """The people of the first source that names any, each once."""
    where, seen = "", set[str]()
    for claim in claims:
        if (where and claim.where != where) or claim.kind.endswith("Organization"):
            continue
        for name in people_of(claim.value, outlets):
            where = claim.where
            if folded(name) not in seen and len(seen) < _AUTHORS_MOST:
                seen.add(folded(name))
                yield name, claim


def _newsroom(page: Page) -> list[tuple[str, MetadataValue]]:
    """The first author in the metadata that is an organization by its type, or an agency by its name."""
    for claim in page.said.of("author"):
        name = organization_of(claim.value, claim.kind)
        if name:
            return [(name, claim)]
    return []


def _stood(page: Page, name: str, claim: MetadataValue, near: Sequence[int]) -> Signer:
    """The author *name* of a claim, positioned in a line *near* the text if one shows it."""
    key = name.casefold()
    for index in near:
        block = page.blocks[index]
        may_sign = not (block.kind == "prose" or block.credit) and block.words <= _BYLINE_WORDS
        place = block.text.casefold().find(key) if may_sign else -1
        if place >= 0 and block.text[place : place + len(name)].casefold() == key:
            return Signer(name, block.start + place, block.start + place + len(name), f"author: {claim.where}")
    return Signer(name, *page.place(claim, name), f"author: {claim.where}")


def _signed(page: Page, authors: Sequence[Signer], byline: Byline | None) -> Signature:
    """The signature of *authors*, with their *byline*, or else the first line that contains one of them."""
    visible = page.blocks[0].start
    spans = [(byline.start, byline.end)] if byline else [(a.start, a.end) for a in authors if a.start >= visible][:1]
    touched = (i for i, b in enumerate(page.blocks) if spans and b.start < spans[0][1] and spans[0][0] < b.end)
    blocks = tuple(touched)
    if not blocks:
        return Signature(tuple(authors), None, ())
    start = min(page.blocks[blocks[0]].start, spans[0][0]) if byline is None else spans[0][0]
    end = page.blocks[blocks[-1]].end if byline is None else spans[0][1]
    return Signature(tuple(authors), (start, end), blocks)
