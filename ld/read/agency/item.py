"""A news item of any agency format as plain values; the formats differ only in their names."""

from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "subheading"]


class Block(NamedTuple):
    """A paragraph or a subheading of the body, with white space collapsed."""

    kind: BlockKind
    text: str


class Creator(NamedTuple):
    """An author of the item, with an address as identifier, if there is one."""

    name: str
    address: str = ""


class Named(NamedTuple):
    """A topic of the item: its *kind* is schema.org's ("Person"), its *address* an item's."""

    name: str
    address: str
    kind: str


class Picture(NamedTuple):
    """A picture of the item; unknown values are empty."""

    caption: str = ""
    credit: str = ""
    address: str = ""


class Item(NamedTuple):
    """An agency's data on an article; missing values are empty.

    *status* is "usable", or the reason for withholding it; an *embargo* is a moment (ISO 8601), or other words if an
    event ends it. *published* and *modified* are moments, too.
    """

    headline: str
    blocks: tuple[Block, ...]
    address: str = ""
    byline: str = ""
    creators: tuple[Creator, ...] = ()
    published: str = ""
    modified: str = ""
    language: str = ""
    publisher: str = ""
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    pictures: tuple[Picture, ...] = ()
    status: str = "usable"
    embargo: str | None = None
