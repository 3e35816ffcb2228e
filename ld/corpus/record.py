"""A record of a corpus: one article as it comes, or the reason why it is not one."""

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
    """The location of a record: its *source*, and its *number* there.

    The number is an offset in bytes in JSON Lines (unpacked) and in a crawl, a row of a table, counted from 0, and 0
    for a file of its own.
    """

    source: str
    number: int


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it comes, with the metadata of its container. One of *text*, *page*, *facts* and *item* is given.

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
