"""The contents of a knowledge base: an item with its names, and what distinguishes it from its namesakes."""

import hashlib
import re
from typing import Any, Literal

import msgspec

from ld.errors import InputError
from ld.urls import is_house_iri

Kind = Literal["person", "country", "place", "organization"]

QID = re.compile(r"Q[1-9][0-9]{0,17}")
"""An item of Wikidata; a number of 18 digits is the longest that a database surely takes."""
UNKNOWN_DAY = "?"


class Position(msgspec.Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """A post that somebody held.

    *title* is empty if only its item, *office*, is known. *country* is an ISO 3166-1 alpha-2 code or an item.
    *start* and *end* are ISO 8601, as precise as is known; ``?`` as *end*: it has ended, on an unknown day.
    A post without an *end* was open on the day *asof*, when a source last saw it; without *asof*, it continues.
    """

    title: str = ""
    country: str | None = None
    start: str | None = None
    end: str | None = None
    office: str | None = None
    asof: str | None = None

    def held_on(self, day: str) -> bool | None:
        """Whether the post was held on *day* (ISO 8601, of any precision); None if that is unknown.

        It is unknown for a day after an open post was last seen, and for one before an end without a day.
        """
        if self.start is not None and self.start[: len(day)] > day:
            return False
        if self.end == UNKNOWN_DAY:
            return None if self.start is None else False
        if self.end is not None:
            return self.end >= day[: len(self.end)]
        return True if self.asof is None or self.asof >= day[: len(self.asof)] else None


class Item(msgspec.Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """A person or a thing with a Wikidata ID.

    *type* refines the kind: "city", "newspaper". *countries* are a person's citizenships, or the state in which a place
    or an organization is: ISO 3166-1 alpha-2 codes or items.
    *sitelinks* is the number of wikis with a page, a measure of how well known it is. If that was never counted,
    *renown* is an estimate of it from other signs.
    *birth*, *death* and the dates of *positions* are ISO 8601; ``?`` as *death*: on an unknown day.
    *domain* is that of the official site. What Wikidata lacks has no *qid*, but an *iri* of the user's own.
    """

    qid: str = ""
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    sitelinks: int = 0
    positions: tuple[Position, ...] = ()
    countries: tuple[str, ...] = ()
    birth: str | None = None
    death: str | None = None
    capital: str | None = None
    type: str = ""
    renown: int = 0
    domain: str = ""
    iri: str = ""

    @property
    def number(self) -> int:
        """The number in the ID: 42 for Q42; for an item with only an IRI a negative one, the same in every file."""
        return int(self.qid[1:]) if self.qid else number_of_iri(self.iri)

    @property
    def identifier(self) -> str:
        """The Wikidata ID, or else the house's own IRI."""
        return self.qid or self.iri

    @property
    def known_by(self) -> int:
        """How well known it is: the number of wikis that have a page, or what other signs are worth."""
        return max(self.sitelinks, self.renown)

    def named(self) -> str:
        """How a reason names the item: "Q42 (Ada Quill)"."""
        return f"{self.identifier} ({self.label})"

    def described(self) -> str:
        """The description; without one, a summary of what is known: kind, last post, countries, life."""
        if self.description:
            return self.description
        life = f"{self.birth or ''}–{self.death or ''}" if self.birth or self.death else ""
        post = max(self.positions, key=lambda held: held.start or "", default=Position()).title
        return ", ".join(part for part in (self.type or self.kind, post, *self.countries, life) if part)


def is_identifier(text: str) -> bool:
    """Whether *text* has the form of an item's identifier: a Wikidata ID, or an IRI of the house's own."""
    return QID.fullmatch(text) is not None or (text.startswith("http") and is_house_iri(text))


def number_of(identifier: str) -> int:
    """The number under which the item with this *identifier* is stored. Raises InputError if it is not one."""
    if QID.fullmatch(identifier):
        return int(identifier[1:])
    if not is_house_iri(identifier):
        raise InputError(f"{identifier!r} is no item", "write Q and a number, such as Q884, or an IRI of your own")
    return number_of_iri(identifier)


def number_of_iri(iri: str) -> int:
    """A negative number of 62 bits for *iri*: items are filed by number, and Wikidata's are positive."""
    return -1 - (int.from_bytes(hashlib.sha256(iri.encode()).digest()[:8]) >> 2)


pack = msgspec.msgpack.Encoder().encode
unpack = msgspec.msgpack.Decoder(Item).decode


def merged(older: Item, newer: Item) -> Item:
    """Both sources' knowledge of one item: what *newer* states wins, and every name of either is kept."""
    names = dict.fromkeys((*newer.aliases, older.label, *older.aliases))
    names.pop(newer.label, None)
    stated: dict[str, Any] = {
        field: value
        for field in newer.__struct_fields__
        if (value := getattr(newer, field)) not in {None, "", 0, ()} and field != "aliases"
    }
    return msgspec.structs.replace(older, **stated, aliases=tuple(names))
