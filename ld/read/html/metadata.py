"""Pieces of a page's metadata about its article, each as written, with its place."""

import typing
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ld.article import Datatype, LeftOut

Field = typing.Literal[
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
    "description",
    "license",
    "statement",
]


class MetadataValue(NamedTuple):
    """A *value* of a *field*, with white space collapsed, and *where* the page states it: "JSON-LD", "meta og:title".

    *kind* is the type of an author or of something with an item, in schema.org's vocabulary, empty if the page gives
    none; *credit* belongs to a caption; an address is that *of* somebody's or something's name, or of a picture's
    caption.
    """

    field: Field
    value: str
    where: str
    kind: str = ""
    credit: str = ""
    of: str = ""


class Typed(NamedTuple):
    """A *value* of its *datatype* in normal form, and the *words* that the page uses for it."""

    value: str
    datatype: Datatype
    words: str


class Literal(NamedTuple):
    """A literal or an address, *typed*, and the *claim* of the page that contains its words."""

    typed: Typed
    claim: MetadataValue


class Statement(NamedTuple):
    """A *property* of something, and its *value*."""

    property: str
    value: "Literal | Thing"


class Thing(NamedTuple):
    """Something that the page describes: its *classes*, known to schema.org, and its *statements*."""

    classes: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def name(self) -> str:
        """Its first name; empty if it has none."""
        named = (statement.value for statement in self.statements if statement.property == "name")
        return next((value.typed.value for value in named if isinstance(value, Literal)), "")

    def claims(self) -> Iterator[MetadataValue]:
        """The claims that contain the values of its statements, including those of the things in it."""
        for statement in self.statements:
            if isinstance(statement.value, Literal):
                yield statement.value.claim
            else:
                yield from statement.value.claims()


class PageMetadata(NamedTuple):
    """The claims of a page in the order of trust: embedded JSON-LD, then elements of the head, then microdata.

    *own* holds the further statements of its own block about the article, *left_out* those that cannot be used.
    """

    claims: tuple[MetadataValue, ...]
    own: Thing | None = None
    left_out: tuple[LeftOut, ...] = ()

    def of(self, field: Field) -> list[MetadataValue]:
        """The claims about *field*, the most trustworthy first."""
        return [claim for claim in self.claims if claim.field == field]

    def with_claims(self, more: Iterable[MetadataValue]) -> "PageMetadata":
        """The same followed by *more* claims."""
        return self._replace(claims=tuple(dict.fromkeys((*self.claims, *more))))


def said(claims: Iterable[MetadataValue]) -> PageMetadata:
    """*claims* without blank and repeated ones."""
    return PageMetadata(tuple(dict.fromkeys(claim for claim in claims if claim.value)))
