"""An item of news as an agency's format has it, in plain values; the formats differ in their names alone."""

from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "subheading"]


class Block(NamedTuple):
    """A paragraph or a subheading of the body, white space made single."""

    kind: BlockKind
    text: str


class Creator(NamedTuple):
    """Who wrote the item, and the address that stands for them, if there is one."""

    name: str
    address: str = ""


class Named(NamedTuple):
    """Somebody or something that the item is about: its *kind* is schema.org's ("Person"), its *address* an item's."""

    name: str
    address: str
    kind: str


class Picture(NamedTuple):
    """A picture of the item; what is not known of it is empty."""

    caption: str = ""
    credit: str = ""
    address: str = ""


class Item(NamedTuple):
    """What an agency says of an article; what it does not say is empty.

    *status* is "usable", or why it must not be used; an *embargo* is a moment (ISO 8601), or other words where it ends
    by an event. *published* and *modified* are moments, too.
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
