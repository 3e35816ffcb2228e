"""The entries of a live blog as values of its article, each with the words that state it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ld.article import Author, Citation, Evidence, LiveUpdate, Part, Stated
from ld.identifiers import digest
from ld.read.bylines import find_byline, is_byline
from ld.read.excerpt import Excerpt
from ld.read.html.authors import organization_of, people_of
from ld.read.html.live.blog import heading_of
from ld.read.html.live.entries import Entry
from ld.read.html.metadata import MetadataValue
from ld.read.html.moments import moment
from ld.read.html.page import Page
from ld.urls import is_absolute_url, normal_url, whole_url

_HEADLINE_MOST = 300
_RULE = "entry of a live blog"


class Around(NamedTuple):
    """The context of an entry: the *page*, the *excerpt* of its article, whose address is *url*, and the day."""

    page: Page
    excerpt: Excerpt
    url: str
    outlets: frozenset[str]
    today: dt.date


def updates_of(entries: Sequence[Entry], around: Around) -> tuple[LiveUpdate, ...]:
    """The non-empty *entries*, each once; those with words in the text first, in its order."""
    if not entries:
        return ()
    parts = _parts_of_lines(around)
    found: dict[str, LiveUpdate] = {}
    for entry in entries:
        update = _update(entry, [parts[index] for index in entry.lines if index in parts], around)
        if update:
            found.setdefault(update.id, update)
    last = len(around.excerpt.text)
    return tuple(sorted(found.values(), key=lambda update: last if update.start is None else update.start))


def _parts_of_lines(around: Around) -> dict[int, Part]:
    """The part of the text for each line of the page that is one."""
    at = {part.source_start: part for part in around.excerpt.parts if part.kind in {"paragraph", "subheading"}}
    return {index: at[block.start] for index, block in enumerate(around.page.blocks) if block.start in at}


def _update(entry: Entry, parts: Sequence[Part], around: Around) -> LiveUpdate | None:
    headline = _headline(entry, around)
    published, modified = (_moment(claim, around) for claim in (entry.told.published, entry.told.modified))
    url = _address(entry.told.address, around)
    words = _words(parts, around.excerpt)
    proof: tuple[Evidence, ...] = (
        (words,) if words else next((each.evidence for each in (headline, published) if each), ())
    )
    if not proof or not (words or (headline and published)):
        return None
    said = (headline.value if headline else "", published.value if published else "", words.exact if words else "")
    return LiveUpdate(
        id=f"update-{digest(url.value) if url else digest(*said)}",
        evidence=proof,
        headline=headline,
        date_published=published,
        date_modified=modified,
        authors=tuple(_authors(entry, around)),
        url=url,
    )


def _words(parts: Sequence[Part], excerpt: Excerpt) -> Citation | None:
    """The text of the entry, from its first paragraph to its last."""
    prose = [part for part in parts if part.kind == "paragraph"]
    return Citation.of(excerpt.text, prose[0].start, prose[-1].end, rule=_RULE) if prose else None


def _headline(entry: Entry, around: Around) -> Stated | None:
    """The visible heading if the data have none or the same one, else that of the data."""
    page, claim = around.page, entry.told.headline
    index = heading_of(entry, page.lines)
    if (
        index is not None
        and len(page.lines[index].text) <= _HEADLINE_MOST
        and (claim is None or page.lines[index].text == claim.value)
    ):
        block = page.blocks[index]
        return around.excerpt.words(block.start, block.end, f"headline of an {_RULE}")
    if claim is None or len(claim.value) > _HEADLINE_MOST:
        return None
    return around.excerpt.stated(claim.value, *page.place(claim, claim.value), claim.where)


def _moment(claim: MetadataValue | None, around: Around) -> Stated | None:
    value = moment(claim.value, around.today) if claim else None
    if claim is None or value is None:
        return None
    return around.excerpt.stated(value, *around.page.place(claim, claim.value), claim.where)


def _address(claim: MetadataValue | None, around: Around) -> Stated | None:
    """The address of the entry itself, not that of the whole page."""
    url = whole_url(claim.value, around.url or around.page.base) if claim else ""
    if claim is None or not is_absolute_url(url) or url in {around.url, around.page.base}:
        return None
    return around.excerpt.stated(normal_url(url), *around.page.place(claim, claim.value), claim.where)


def _authors(entry: Entry, around: Around) -> Iterator[Author]:
    """The authors of the entry by its data, or else by its byline."""
    for claim in entry.told.authors:
        for name, kind in _named(claim, around.outlets):
            evidence = (around.excerpt.cited(*around.page.place(claim, name), claim.where),)
            yield Author(value=name, evidence=evidence, kind=kind)
    if not entry.told.authors and entry.lines:
        yield from _signed(entry, around)


def _named(claim: MetadataValue, outlets: frozenset[str]) -> Iterator[tuple[str, Literal["person", "organization"]]]:
    people = [] if claim.kind.endswith("Organization") else list(people_of(claim.value, outlets))
    yield from ((name, "person") for name in people)
    if not people and (name := organization_of(claim.value, claim.kind)):
        yield name, "organization"


def _signed(entry: Entry, around: Around) -> Iterator[Author]:
    blocks = around.page.blocks
    signed = [index for index in entry.lines if is_byline(blocks[index].text)]
    byline = find_byline(blocks, range(signed[0], signed[0] + 1), range(0), ()) if signed else None
    for author in byline.authors if byline else ():
        if any(True for _ in people_of(author.name, around.outlets)):
            yield Author(value=author.name, evidence=(around.excerpt.cited(author.start, author.end, "byline"),))
