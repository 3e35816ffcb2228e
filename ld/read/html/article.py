"""A page and its lines of running text to an Article: its parts, and each value with its evidence."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ld.article import Article, Author, Identity, Role, Stated, sha256
from ld.errors import InputError
from ld.read.bios import last_paragraphs, tells_of_author
from ld.read.bylines import is_byline
from ld.read.dates import names_day
from ld.read.excerpt import Excerpt, excerpt_of
from ld.read.html.citations import citations_of
from ld.read.html.description import description_of
from ld.read.html.images import images_of
from ld.read.html.imprint import access_told, address_of, keywords_told, language_told, last_change, with_runner_up
from ld.read.html.live.blog import headings_of
from ld.read.html.live.entries import Entry
from ld.read.html.live.updates import Around, updates_of
from ld.read.html.metadata import Field
from ld.read.html.metas import TIME
from ld.read.html.moments import moment, utc_day
from ld.read.html.page import Page
from ld.read.html.publication import day_of
from ld.read.html.shown_pictures import pictures_of
from ld.read.html.signatures import Signature, Signer, signature_of
from ld.read.html.titles import cleaned, find_title, site_in_title
from ld.read.html.visible import Line
from ld.read.layout import Piece, find_decks, may_be_deck
from ld.read.options import Options
from ld.read.page import day_in_address, find_publisher, find_sections, owners_of
from ld.read.pictures import Picture
from ld.read.senders import Sender, find_sender
from ld.read.source_organization import sending_author, with_source
from ld.read.vocabulary import folded
from ld.urls import is_absolute_url, normal_url

_HEADER_BLOCKS = 40
_HEADER_PARAGRAPHS = 3
_LINKED = 0.9
_MOSTLY_LINKED = 0.5
_LABEL = re.compile(r"\W?(?:[^\W\d][^\s:：]{0,15}\s?){1,3}[:：]\s")
_LOOSE = frozenset(("p", "li", "h2", "h3", "h4", "blockquote", "dd", "td", "pre"))
_CROSSHEADS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SECTIONS_MOST = 5
_SECTION_WORDS = 6
_NO_DECK = frozenset(("aside", "figcaption", "figure", "footer", "li", "table"))
_DECK_LINKED = 0.5
_FEW = 3
_DECK_WORDS = 8
_READS_ON = 20


class _Lie(NamedTuple):
    """The article's position on its page, as indexes of lines: *title* (or None), lines of *body*, the *header*."""

    title: int | None
    body: list[int]
    header: range

    @property
    def whole(self) -> range:
        """The lines from the one below the headline to the last of the body."""
        return range(self.header.start, self.body[-1] + 1)


def article_of(  # noqa: PLR0913 - what a page was found to be
    page: Page, chosen: Sequence[bool], entries: Sequence[Entry], given: Options, *, address: str | None, today: dt.date
) -> Article:
    """The article whose running text is the *chosen* lines of *page*, which was fetched from *address*.

    A live blog has *entries*. *given* values override those of the page.
    Raises InputError if no headline or no text is left.
    """
    outlets = _outlets(page, given)
    lie = _lie(page, chosen, outlets, entries)
    url = given.url or address_of(page, address)
    signature = signature_of(page, lie.whole, lie.header, outlets, url.value if url else None)
    pictures = pictures_of(page, [index for index in lie.whole if index not in signature.blocks])
    excerpt = excerpt_of(page.text, _pieces(page, lie, signature, pictures, headings_of(entries, page.lines)))
    published = given.date or _day(page, lie, excerpt, url, today)
    publisher = given.publisher or _publisher(page, lie, excerpt, url.value if url else None)
    authors, sender = _authors(page, lie, excerpt, signature)
    told = description_of(page, excerpt, authors, publisher)
    around = Around(page, excerpt, url.value if url else "", outlets, today)
    return Article(
        text=excerpt.text,
        parts=excerpt.parts,
        headline=_headline(page, lie, excerpt, outlets),
        language=given.language or language_told(page, excerpt),
        source_sha256=sha256(page.text),
        url=url,
        date_published=published,
        date_modified=last_change(page, excerpt, published, today),
        publisher=publisher,
        authors=authors,
        sections=tuple(_sections(page, lie, excerpt)),
        keywords=tuple(keywords_told(page, excerpt)),
        accessible_for_free=access_told(page, excerpt),
        images=images_of(page, excerpt, pictures),
        identities=tuple(_identities(page, excerpt)),
        description=with_source(told.description, excerpt, sender, publisher),
        left_out=told.left_out,
        updates=updates_of(entries, around),
        citations=citations_of(page, excerpt, around.url),
    )


def _authors(page: Page, lie: _Lie, excerpt: Excerpt, signature: Signature) -> tuple[tuple[Author, ...], Sender | None]:
    """The signers of the article, else the agency or newsroom that sent it; and the sender, if people sign."""
    sender = find_sender(page.blocks, lie.header, lie.body)
    signed = tuple(_author(page, excerpt, author) for author in signature.authors)
    has_person = any(author.kind == "person" for author in signed)
    return signed or sending_author(excerpt, sender), sender if has_person else None


def _identities(page: Page, excerpt: Excerpt) -> Iterator[Identity]:
    """The Wikidata items that the metadata gives for people and things it names, each with its words there."""
    roles: tuple[tuple[Field, Role], ...] = (
        ("author item", "author"),
        ("publisher item", "publisher"),
        ("topic item", "topic"),
    )
    for field, role in roles:
        for claim in page.said.of(field):
            if claim.of:
                stated = excerpt.stated(claim.value, *page.place(claim, claim.value), claim.where)
                yield Identity(value=claim.value, evidence=stated.evidence, name=claim.of, role=role, type=claim.kind)


def _author(page: Page, excerpt: Excerpt, signer: Signer) -> Author:
    """The author, with the address of the author's page if the metadata names exactly one for this name."""
    pages = {
        claim.value: claim
        for claim in page.said.of("author page")
        if folded(claim.of) == folded(signer.name) and is_absolute_url(claim.value)
    }
    url = None
    if len(pages) == 1:
        ((address, claim),) = pages.items()
        url = excerpt.stated(normal_url(address), *page.place(claim, address), claim.where)
    evidence = (excerpt.cited(signer.start, signer.end, signer.rule),)
    kind: Literal["person", "organization"] = "organization" if signer.is_organization else "person"
    return Author(value=signer.name, evidence=evidence, url=url, kind=kind)


def _outlets(page: Page, given: Options) -> frozenset[str]:
    """The names of the site, folded."""
    names = [claim.value for claim in page.said.of("publisher")]
    names += [given.publisher.value] if given.publisher else []
    return frozenset(plain for name in names for plain in (folded(name), folded(name).removeprefix("the ")) if plain)


def _lie(page: Page, chosen: Sequence[bool], outlets: frozenset[str], entries: Sequence[Entry]) -> _Lie:
    title = find_title(page.lines, page.said.of("headline"), outlets)
    key = page.blocks[title].key if title is not None else ""
    body = [i for i, is_text in enumerate(chosen) if is_text and page.blocks[i].key != key and _is_running(page, i)]
    below = [index for index in body if title is None or index > title]
    words = [sum(page.blocks[index].words for index in indexes) for indexes in (below, body)]
    if title is not None and words[0] * 2 < words[1]:
        title, below = None, body
    if not any(not page.lines[index].within & _CROSSHEADS for index in below):
        raise InputError("the page shows no article: no paragraph follows a headline", "give the page of one article")
    start = title + 1 if title is not None else max(0, below[0] - _HEADER_PARAGRAPHS)
    paragraphs = [index for index in below if page.blocks[index].kind == "prose"][:_HEADER_PARAGRAPHS]
    stop = min([paragraphs[-1] if paragraphs else below[-1], *(entry.lines[0] for entry in entries if entry.lines)])
    return _Lie(title, below, range(start, max(start, min(stop, start + _HEADER_BLOCKS))))


def _is_running(page: Page, index: int) -> bool:
    """Whether a line that was taken for running text also reads like it."""
    block, line = page.blocks[index], page.lines[index]
    if block.kind in {"chrome", "box"} or block.credit or line.linked > _LINKED:
        return False
    if block.kind == "fragment" and _points_on(line):
        return False
    if is_byline(block.text) or names_day(block.text) or line.within & {"h1", "figcaption"}:
        return False
    return block.kind == "prose" or bool(line.within & _LOOSE)


def _points_on(line: Line) -> bool:
    """Whether a line is a label and a link to another story: "See also: Pier closed", "(MORE: Pier closed)"."""
    if line.linked <= _MOSTLY_LINKED or "li" in line.within or not line.links:
        return False
    return line.links[0].end >= len(line.text) - 1 and _LABEL.match(line.text) is not None


def _pieces(page: Page, lie: _Lie, signature: Signature, pictures: Sequence[Picture], heads: set[int]) -> list[Piece]:
    """The parts of the article, in order; *heads* are the headings of a live blog's entries."""
    taken = {index for picture in pictures for index in picture.blocks} | set(signature.blocks)
    pieces = [Piece("caption", picture.start, picture.end) for picture in pictures]
    if lie.title is not None:
        block = page.blocks[lie.title]
        pieces.append(Piece("headline", block.start, block.end))
    if signature.span:
        pieces.append(Piece("byline", *signature.span))
    taken |= set(decks := _decks(page, lie, signature, taken))
    pieces += (Piece("subheading", page.blocks[index].start, page.blocks[index].end) for index in decks)
    crossheads = heads | set(_crossheads(page, lie.body))
    names = {folded(author.name) for author in signature.authors}
    last = last_paragraphs(page.blocks, lie.body)
    for index in lie.body:
        block = page.blocks[index]
        if index not in taken and not tells_of_author(block, names, last=index in last):
            pieces.append(Piece("subheading" if index in crossheads else "paragraph", block.start, block.end))
    return sorted(pieces, key=lambda piece: piece.start)


def _decks(page: Page, lie: _Lie, signature: Signature, taken: set[int]) -> list[int]:
    """The standfirst: lines between the headline and the byline or day that are not part of the running text."""
    if lie.title is None:
        return []
    other = {i for i in lie.header if page.lines[i].linked > _DECK_LINKED or page.lines[i].within & _NO_DECK}
    other |= taken | set(lie.body)
    found = find_decks(page.blocks, lie.header, set(signature.blocks), other)
    return sorted(found or _late_deck(page, lie, other) or _told_deck(page, lie, other))


def _late_deck(page: Page, lie: _Lie, taken: set[int]) -> list[int]:
    """The only heading below byline and day and above the running text, if it reads like a sentence."""
    above = [index for index in lie.header if index < lie.body[0] and index not in taken]
    heads = [index for index in above if "h2" in page.lines[index].within and page.blocks[index].words >= _FEW]
    reads_on = [index for index in heads if page.blocks[index].words >= _DECK_WORDS and may_be_deck(page.blocks[index])]
    return reads_on if len(heads) == 1 else []


def _told_deck(page: Page, lie: _Lie, taken: set[int]) -> list[int]:
    """The line directly above the running text, if the page gives it as the description of the article."""
    above = lie.body[0] - 1
    told = {folded(claim.value) for claim in page.said.of("description")}
    return [above] if above in lie.header and above not in taken and folded(page.blocks[above].text) in told else []


def _crossheads(page: Page, body: Sequence[int]) -> Iterator[int]:
    """The lines of *body* that are crossheads.

    Not those in heading elements that read like running text, and none if most of them do:
    those are the questions of an interview.
    """
    headings = [index for index in body if page.lines[index].within & _CROSSHEADS]
    prose = [index for index in headings if page.blocks[index].kind == "prose"]
    if len(prose) < _FEW or len(prose) * 2 <= len(headings):
        yield from (i for i in headings if i not in prose or page.blocks[i].words < _READS_ON)


def _headline(page: Page, lie: _Lie, excerpt: Excerpt, outlets: frozenset[str]) -> Stated:
    """The visible headline, or else the one of the metadata without the name of the site."""
    if lie.title is not None:
        block = page.blocks[lie.title]
        return excerpt.words(block.start, block.end, "headline")
    for claim in page.said.of("headline"):
        title = cleaned(claim.value, outlets)
        if title and folded(title) not in outlets:
            return excerpt.stated(title, *page.place(claim, title), f"headline: {claim.where}")
    raise InputError("the page shows no headline, nor do its title and its metadata", "is it the page of one article?")


def _day(page: Page, lie: _Lie, excerpt: Excerpt, url: Stated | None, today: dt.date) -> Stated | None:
    """The day or moment that the page gives; the day in its address overrides a different one in a ``time`` element."""
    told = day_of(page, lie.whole, page.blocks[lie.header.stop].start, today)
    in_address = day_in_address(url) if url else None
    if in_address and moment(in_address.value, today) and (told is None or told.is_unsure):
        return in_address if told is None or told.value[:10] != in_address.value else excerpt.stated(*told)
    if told is None:
        return None
    claims = (claim for claim in page.said.of("date") if claim.where != TIME)
    return with_runner_up(page, excerpt, excerpt.stated(*told), claims, lambda said: utc_day(said, today))


def _publisher(page: Page, lie: _Lie, excerpt: Excerpt, url: str | None) -> Stated | None:
    for claim in page.said.of("publisher"):
        if any(character.isalpha() for character in claim.value) and not is_absolute_url(claim.value):
            named = excerpt.stated(claim.value, *page.place(claim, claim.value), f"publisher: {claim.where}")
            return with_runner_up(page, excerpt, named, page.said.of("publisher"), folded)
    owners = owners_of(page.text, page.blocks)
    found = find_publisher(page.text, page.blocks, lie.whole, owners, url) if lie.whole.start else None
    if site := site_in_title(page, url, found[0] if found else owners[-1].value if owners else ""):
        return excerpt.stated(site[0], *page.place(site[1], site[0]), "publisher: the end of the title")
    return excerpt.stated(*found) if found else None


def _sections(page: Page, lie: _Lie, excerpt: Excerpt) -> Iterator[Stated]:
    """The sections of the first source with any, else those of a breadcrumb near the headline."""
    claims = [claim for claim in page.said.of("section") if len(claim.value.split()) <= _SECTION_WORDS]
    claims = [claim for claim in claims if claim.where == claims[0].where][:_SECTIONS_MOST]
    for claim in claims:
        yield excerpt.stated(claim.value, *page.place(claim, claim.value), f"section: {claim.where}")
    if not claims and lie.title is not None and any(page.blocks[index].kind == "prose" for index in lie.whole):
        for found in find_sections(page.text, page.blocks, lie.whole, lie.title):
            yield excerpt.stated(*found, "breadcrumb")
