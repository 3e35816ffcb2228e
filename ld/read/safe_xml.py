"""Untrusted XML: small faults are forgiven, and nothing in it can load, expand or multiply anything."""

from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from ld.errors import InputError
from ld.extras import extra

Element = Any
"""An element of ElementTree or of lxml: only features that both have are used."""

BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DEEPEST = 200


def root_of(data: bytes, *, use: str) -> Element | None:
    """The root of the XML in *data*, or None if there is none.

    Well-formed XML is read by Python alone; anything else is mended by lxml.
    Raises InputError if *data* declares entities of its own or is nested very deeply. Raises MissingExtraError, which
    names the *use*, if *data* needs mending and lxml is not installed.
    """
    try:
        return _Builder().read(data)
    except (expat.ExpatError, ValueError, LookupError):  # also for an encoding unknown to Python
        return _mended(data, use)


class _Builder:
    """Builds a tree from what expat reads, up to a depth beyond that of any list or news item."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder  # noqa: PLC0415 - most sources are no XML

        self._tree, self._depth = TreeBuilder(), 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._tree.data
        parser.EntityDeclHandler = _refuse_entities
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
        return self._tree.close()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(f"is nested more than {_DEEPEST} levels deep", "is it what it says it is?")
        self._tree.start(_braced(name), {_braced(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(_braced(name))


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _mended(data: bytes, use: str) -> Element | None:
    with extra("pages", use):
        from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - only broken XML needs it
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    declared = None if root is None else root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        _refuse_entities()
    return root


def _refuse_entities(*_: object) -> None:
    raise InputError("declares XML entities of its own, as no honest sender needs to and attacks do")


def all_of(within: Element, name: str) -> Iterator[Element]:
    """The elements below *within* called *name* in any namespace, or in none: senders are careless with these."""
    yield from (each for each in within.iter() if each.tag == name or local_name(each) == name)


def text_of(within: Element, name: str) -> str:
    """The text of the first element below *within* called *name* that has any, with white space collapsed."""
    texts = (" ".join("".join(each.itertext()).split()) for each in all_of(within, name))
    return next(filter(None, texts), "")


def local_name(element: Element) -> str:
    """The name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]
