"""What a knowledge base holds: an item with its names, and what tells it from its namesakes."""

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

    *title* is empty while only its item, *office*, is known. *country* is an ISO 3166-1 alpha-2 code or an item.
    *start* and *end* are ISO 8601 with the precision known; ``?`` as *end*: it ended, nobody knows when.
    A post without an *end* was open on the day *asof*, on which a source last saw it; without *asof*, it lasts.
    """

    title: str = ""
    country: str | None = None
    start: str | None = None
    end: str | None = None
    office: str | None = None
    asof: str | None = None

    def held_on(self, day: str) -> bool | None:
        """Whether the post was held on *day* (ISO 8601, of any precision); None where nobody can say.

        Nobody can of a day after the one on which an open post was last seen, and of one before an end without a day.
        """
        if self.start is not None and self.start[: len(day)] > day:
            return False
        if self.end == UNKNOWN_DAY:
            return None if self.start is None else False
        if self.end is not None:
            return self.end >= day[: len(self.end)]
        return True if self.asof is None or self.asof >= day[: len(self.asof)] else None


class Item(msgspec.Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """Somebody or something with a Wikidata ID.

    *type* is the kind in more detail: "city", "newspaper". *countries* are a person's citizenships, the state in which
    a place lies, or that of an organization: ISO 3166-1 alpha-2 codes or items.
    *sitelinks* counts the wikis that have a page: how well known it is. Where nobody has counted them, *renown* is
    what other signs are worth, as a number of such wikis.
    *birth*, *death* and the dates of *positions* are ISO 8601; a *death* of ``?`` is one on an unknown day.
    *domain* is that of the official site. What Wikidata lacks has no *qid* but an *iri* of the house that knows it.
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
        """The number in the ID: 42 for Q42; a negative one, the same in every file, for what has only an IRI."""
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
        """The description; where there is none, what is known in its place: kind, last post, countries, life."""
        if self.description:
            return self.description
        life = f"{self.birth or ''}–{self.death or ''}" if self.birth or self.death else ""
        post = max(self.positions, key=lambda held: held.start or "", default=Position()).title
        return ", ".join(part for part in (self.type or self.kind, post, *self.countries, life) if part)


def is_identifier(text: str) -> bool:
    """Whether *text* has the form of an item's identifier: a Wikidata ID, or an IRI of the house's own."""
    return QID.fullmatch(text) is not None or (text.startswith("http") and is_house_iri(text))


def number_of(identifier: str) -> int:
    """The number under which the item with this *identifier* is filed. InputError for what is none."""
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
