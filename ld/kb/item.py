"""What a knowledge base holds: an item with its names, and what tells it from its namesakes."""

import re
from typing import Any, Literal

import msgspec

Kind = Literal["person", "country", "place", "organization"]

QID = re.compile(r"Q[1-9][0-9]{0,17}")
"""An item of Wikidata; a number of 18 digits is the longest that a database surely takes."""
UNKNOWN_DAY = "?"


class Position(msgspec.Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """A post that somebody held.

    *title* is empty while only its item, *office*, is known. *country* is an ISO 3166-1 alpha-2 code or an item.
    *start* and *end* are ISO 8601 with the precision known; no *end*: it lasts; ``?``: it ended, nobody knows when.
    """

    title: str = ""
    country: str | None = None
    start: str | None = None
    end: str | None = None
    office: str | None = None

    def covers(self, day: str) -> bool:
        """Whether the post was held on *day*, as far as its dates tell; ISO 8601, of any precision."""
        begun = self.start is None or self.start[: len(day)] <= day
        return begun and (self.end is None or (self.end != UNKNOWN_DAY and self.end >= day[: len(self.end)]))


class Item(msgspec.Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """Somebody or something with a Wikidata ID.

    *countries* are a person's citizenships, the state in which a place lies, or that of an organization:
    ISO 3166-1 alpha-2 codes or items. *sitelinks* counts the wikis that have a page: how well known it is.
    *birth*, *death* and the dates of *positions* are ISO 8601; a *death* of ``?`` is one on an unknown day.
    """

    qid: str
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

    @property
    def number(self) -> int:
        """The number in the ID: 42 for Q42."""
        return int(self.qid[1:])

    def named(self) -> str:
        """How a reason names the item: "Q42 (Ada Quill)"."""
        return f"{self.qid} ({self.label})"


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
