"""An agency's item to an Article: its words combined into one source, from which each value is cited."""

import re
from collections.abc import Iterator
from typing import Literal

from ld.article import Article, Author, Citation, Identity, Image, Stated, sha256
from ld.errors import InputError
from ld.read.agency.item import Item
from ld.read.blocks import split
from ld.read.bylines import find_byline
from ld.read.dates import iso_moment
from ld.read.excerpt import Excerpt, excerpt_of
from ld.read.language import language_of, normal_tag
from ld.read.layout import Piece
from ld.read.options import Options
from ld.read.source import normalised
from ld.urls import is_absolute_url, normal_url

_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/Q[0-9]+")
_BY = "By "


class _Source:
    """The words of an item, one value per line, in the order in which they were added."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._lines: list[str] = []
        self._length = 0

    def add(self, value: str) -> tuple[int, int]:
        """Add *value* as a line. Returns its position."""
        start = self._length
        self._lines.append(value)
        self._length += len(value) + 1
        return start, start + len(value)

    def add_part(self, kind: Literal["headline", "byline", "subheading", "paragraph"], value: str) -> tuple[int, int]:
        """Add *value* as a part of the article's text. Returns its position."""
        place = self.add(value)
        self.pieces.append(Piece(kind, *place))
        return place

    def text(self) -> str:
        return "\n".join(self._lines)


def article_of(item: Item, given: Options) -> Article:
    """The article of *item*; *given* values override its own.

    Its source, which the digest covers, consists of the item's values, one per line: they have no other common text.
    Raises InputError if *item* has no headline or no paragraph.
    """
    if not item.headline:
        raise InputError("the item has no headline", "give an item of text with its headline")
    if not any(block.kind == "paragraph" for block in item.blocks):
        raise InputError("the item has no text of its own", "give an item of type text, with its body")
    source = _Source()
    headline = source.add_part("headline", item.headline)
    byline = source.add_part("byline", item.byline) if item.byline else (0, 0)
    for block in item.blocks:
        source.add_part(block.kind, block.text)
    details = {name: [source.add(value) for value in values] for name, values in _details(item).items()}
    text = normalised(source.text())
    excerpt = excerpt_of(text, source.pieces)
    url = given.url or _address(item.address, details["address"], excerpt)
    return Article(
        text=excerpt.text,
        parts=excerpt.parts,
        headline=excerpt.words(*headline, "headline"),
        language=given.language or _language(item, details["language"], excerpt),
        source_sha256=sha256(text),
        url=url,
        date_published=given.date or _moment(item.published, details["published"], "day of publication", excerpt),
        date_modified=_moment(item.modified, details["modified"], "last version", excerpt),
        publisher=given.publisher or next(_words(details["publisher"], "publisher", excerpt), None),
        authors=tuple(_authors(item, byline[0], details, excerpt)),
        sections=tuple(_words(details["sections"], "section", excerpt)),
        keywords=tuple(_words(details["keywords"], "subject", excerpt)),
        images=tuple(_images(item, details["pictures"], excerpt)),
        identities=tuple(_identities(item, details["named"], excerpt)),
    )


Places = list[tuple[int, int]]


def _details(item: Item) -> dict[str, list[str]]:
    """The metadata of *item*; "creators" and "pictures" have one value for each field to cite."""
    return {
        "address": [item.address],
        "published": [item.published],
        "modified": [item.modified],
        "language": [item.language],
        "publisher": [item.publisher] if item.publisher else [],
        "sections": list(item.sections),
        "keywords": list(item.keywords),
        "creators": [value for creator in item.creators for value in creator],
        "named": [each.address for each in item.named],
        "pictures": [value for picture in item.pictures for value in picture],
    }


def _words(places: Places, rule: str, excerpt: Excerpt) -> Iterator[Stated]:
    return (excerpt.words(*place, rule) for place in places)


def _address(address: str, places: Places, excerpt: Excerpt) -> Stated | None:
    return excerpt.stated(normal_url(address), *places[0], "address of the item") if is_absolute_url(address) else None


def _moment(said: str, places: Places, rule: str, excerpt: Excerpt) -> Stated | None:
    moment = iso_moment(said)
    return excerpt.stated(moment, *places[0], rule) if moment else None


def _language(item: Item, places: Places, excerpt: Excerpt) -> Stated:
    if tag := normal_tag(item.language):
        return excerpt.stated(tag, *places[0], "language of the item")
    paragraphs = [part for part in excerpt.parts if part.kind == "paragraph"]
    first = paragraphs[0]
    tag = language_of(excerpt.text[part.start : part.end] for part in paragraphs)
    return Stated(value=tag, evidence=(Citation.of(excerpt.text, first.start, first.end, rule="language of the text"),))


def _authors(item: Item, start: int, details: dict[str, Places], excerpt: Excerpt) -> Iterator[Author]:
    """The creators, or else the people in the byline, which begins at *start* of the source."""
    places = iter(details["creators"])
    for creator, name, address in zip(item.creators, places, places, strict=True):
        url = _address(creator.address, [address], excerpt)
        yield Author(value=creator.name, evidence=(excerpt.cited(*name, "creator"),), url=url)
    if not item.creators and item.byline:
        introduced = "" if item.byline.lower().startswith(_BY.lower()) else _BY
        found = find_byline(split(f"{introduced}{item.byline}"), range(1), range(0), [item.publisher])
        for author in found.authors if found else ():
            place = (author.start - len(introduced) + start, author.end - len(introduced) + start)
            yield Author(value=author.name, evidence=(excerpt.cited(*place, "byline"),))


def _images(item: Item, places: Places, excerpt: Excerpt) -> Iterator[Image]:
    fields = iter(places)
    for picture, caption, credit, address in zip(item.pictures, fields, fields, fields, strict=True):
        url = _address(picture.address, [address], excerpt)
        if picture.caption or url:
            yield Image(
                caption=excerpt.words(*caption, "caption") if picture.caption else None,
                credit=excerpt.words(*credit, "credit of a picture") if picture.credit else None,
                url=url,
            )


def _identities(item: Item, places: Places, excerpt: Excerpt) -> Iterator[Identity]:
    """The Wikidata items that the agency gives for the article's topics."""
    for each, place in zip(item.named, places, strict=True):
        if _WIKIDATA.fullmatch(each.address):
            proof = (excerpt.cited(*place, "identifier in the item"),)
            yield Identity(value=each.address, evidence=proof, name=each.name, role="topic", type=each.kind)
