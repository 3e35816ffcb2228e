"""XML from strangers: its small faults are forgiven, and nothing in it can load, expand or multiply anything."""

from collections.abc import Iterator
from typing import Any

from ld.errors import InputError
from ld.extras import extra

Element = Any
"""An element of lxml, which has no types."""


def root_of(data: bytes, address: str | None = None, *, use: str) -> Element | None:
    """The root of the XML in *data*, which *address* gave, or None if there is none.

    Raises InputError if *data* declares entities of its own; without lxml MissingExtraError, which names the *use*.
    """
    with extra("pages", use):
        from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - only XML needs it
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser, base_url=address)
    except etree.XMLSyntaxError:
        return None
    declared = None if root is None else root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError("declares XML entities of its own, as no honest sender needs to and attacks do")
    return root


def all_of(within: Element, name: str) -> Iterator[Element]:
    """The elements below *within* called *name* in any namespace, or in none: senders are careless with these."""
    yield from within.iter(f"{{*}}{name}")


def text_of(within: Element, name: str) -> str:
    """The text of the first element below *within* called *name* that has some, white space made single."""
    texts = (" ".join("".join(each.itertext()).split()) for each in all_of(within, name))
    return next(filter(None, texts), "")


def local_name(element: Element) -> str:
    """The name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]
