"""A record of a corpus: one article as it comes, or the reason why there is none."""

from typing import Literal

import msgspec

Reason = Literal[
    "damaged",  # the container's framing or compression
    "encoding",  # bytes that are no text
    "too-large",
    "not-json",
    "fields",  # a line without a text, or with fields that are none of ours
    "not-html",
    "http-status",
    "withheld",  # by its agency, or under embargo
    "no-article",  # what the reader refuses: stubs, walls, menus
    "invalid",  # by SHACL
    "repeated",  # an article of this address came before
    "internal",  # a fault of the program
]


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a record stands: its *source*, and its *number* there.

    That is the byte at which it begins in JSON Lines (unpacked) and in a crawl, the row of a table, from 0;
    in a file of its own it is 0.
    """

    source: str
    number: int


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it comes, with what its container says of it. Of *text*, *page*, *facts* and *item* one is given.

    *page* is HTML in bytes, with the *charset* that its server named; *facts* is a facts.json, *item* is ninjs or
    NewsML-G2.
    """

    place: Place
    text: str | None = None
    page: bytes | None = None
    facts: str | None = None
    item: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    lang: str | None = None
    charset: str | None = None


class Reject(msgspec.Struct, frozen=True, kw_only=True):
    """A record that became no article."""

    place: Place
    reason: Reason
    message: str
