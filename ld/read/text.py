"""Pasted text to an Article: the parts that belong to the article, word for word, and the page's metadata."""

from collections.abc import Iterable, Iterator, Sequence

from ld.article import Article, Author, Citation, Image, Stated, sha256
from ld.read.blocks import Block, split
from ld.read.bylines import Byline
from ld.read.excerpt import Excerpt, excerpt_of
from ld.read.language import language_of
from ld.read.layout import Layout, lay_out
from ld.read.options import options
from ld.read.page import PageValue, find_day, find_publisher, find_sections, owners_of
from ld.read.pictures import Picture
from ld.read.senders import find_sender
from ld.read.source import normalised
from ld.read.source_organization import sending_author, with_source
from ld.read.vocabulary import folded


def read_text(
    source: str,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
) -> Article:
    r"""The article in *source*, text copied from a news page or clean text.

    The parts of ``Article.text`` are verbatim spans of *source* (without byte order mark, line ends ``\n``), with a
    blank line between two; the page around the article is left out.
    *url*, *date* (ISO 8601), *publisher* and *lang* (BCP 47) are the user's: they override the page.
    Time is linear in the length of *source*.
    Raises InputError if *source* is empty, binary, HTML or not an article, or if an option is malformed.
    """
    given = options(url=url, date=date, publisher=publisher, lang=lang)
    text = normalised(source)
    blocks = split(text)
    layout = lay_out(blocks, address := given.url.value if given.url else None)
    excerpt = excerpt_of(text, layout.pieces)
    day = None if given.date else find_day(text, blocks, layout.body, layout.first_paragraph)
    owners = owners_of(text, blocks)
    named = None if given.publisher else find_publisher(text, blocks, layout.body, owners, address)
    outlet = given.publisher or (named and excerpt.stated(*named)) or None
    people = tuple(_authors(excerpt, layout.byline, outlet, owners))
    sender = find_sender(blocks, layout.header, layout.paragraphs)
    return Article(
        text=excerpt.text,
        parts=excerpt.parts,
        headline=excerpt.words(layout.headline.start, layout.headline.end, "headline"),
        language=given.language or _language(excerpt),
        source_sha256=sha256(text),
        url=given.url,
        date_published=given.date or (day and excerpt.stated(*day, "day of publication")),
        publisher=outlet,
        authors=people or sending_author(excerpt, sender),
        sections=tuple(_sections(excerpt, blocks, layout)),
        images=tuple(_image(excerpt, picture) for picture in layout.pictures),
        description=with_source(None, excerpt, sender, outlet) if people else None,
    )


def _sections(excerpt: Excerpt, blocks: Sequence[Block], layout: Layout) -> Iterator[Stated]:
    for section in find_sections(excerpt.source, blocks, layout.body, layout.headline.block):
        yield excerpt.stated(*section, "breadcrumb")


def _authors(
    excerpt: Excerpt, byline: Byline | None, outlet: Stated | None, owners: Iterable[PageValue]
) -> Iterator[Author]:
    """The people in the byline, without the publisher and, if there are several, without the rights' *owners*."""
    no_author = {folded(outlet.value)} if outlet else set[str]()
    if byline and len(byline.authors) > 1:
        no_author |= {folded(owner.value) for owner in owners}
    for author in byline.authors if byline else ():
        if folded(author.name) not in no_author:
            yield Author(value=author.name, evidence=(excerpt.cited(author.start, author.end, "byline"),))


def _image(excerpt: Excerpt, picture: Picture) -> Image:
    credit = picture.credit and excerpt.words(*picture.credit, "credit of a caption")
    return Image(caption=excerpt.words(*picture.caption, "caption"), credit=credit or None)


def _language(excerpt: Excerpt) -> Stated:
    """The language by the words of the paragraphs, the first of which is cited."""
    paragraphs = [part for part in excerpt.parts if part.kind == "paragraph"]
    tag = language_of(excerpt.text[part.start : part.end] for part in paragraphs)
    first = paragraphs[0]
    return Stated(value=tag, evidence=(Citation.of(excerpt.text, first.start, first.end, rule="language of the text"),))
