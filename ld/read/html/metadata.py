"""Pieces of a page's metadata about its article, each as it is written, and where it is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ld.article import LeftOut
    from ld.read.html.statements import Thing

Field = Literal[
    "headline",
    "date",
    "modified",
    "author",
    "author page",
    "publisher",
    "section",
    "keyword",
    "language",
    "url",
    "image",
    "caption",
    "free",
    "author item",
    "publisher item",
    "topic item",
    "statement",
]


class MetadataValue(NamedTuple):
    """A *value* of a *field*, white space made single, and *where* the page says it: "JSON-LD", "meta og:title".

    *kind* is the type of an author or of what has an item, in schema.org's words, empty when the page does not say it;
    *credit* belongs to a caption; an address is that *of* somebody's or something's name, or of a picture's caption.
    """

    field: Field
    value: str
    where: str
    kind: str = ""
    credit: str = ""
    of: str = ""


class PageMetadata(NamedTuple):
    """The claims of a page in the order of trust: embedded JSON-LD, then elements of the head, then microdata.

    *own* is what its own block says of the article besides, *left_out* what it says in vain.
    """

    claims: tuple[MetadataValue, ...]
    own: "Thing | None" = None
    left_out: tuple["LeftOut", ...] = ()

    def of(self, field: Field) -> list[MetadataValue]:
        """The claims about *field*, the most trustworthy first."""
        return [claim for claim in self.claims if claim.field == field]


def said(claims: Iterable[MetadataValue]) -> PageMetadata:
    """*claims* without blank and repeated ones."""
    return PageMetadata(tuple(dict.fromkeys(claim for claim in claims if claim.value)))
