"""Finds the place of each statement in RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/)."""

from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from ld.validate.places.alignment import ScannedTriple, Spot
from ld.validate.places.turtle import resolve
from ld.vocab import RDF

_XML = "http://www.w3.org/XML/1998/namespace"
_RDF = str(RDF)
_FIRST, _REST, _NIL, _TYPE = (f"<{term}>" for term in (RDF.first, RDF.rest, RDF.nil, RDF.type))
_SYNTAX = frozenset(_RDF + name for name in ("about", "ID", "nodeID", "resource", "parseType", "datatype", "bagID"))


@dataclass
class _Frame:
    """An open element: the node or property that it means, and what is known of it so far."""

    kind: str  # root, node, property, collection or literal
    base: str
    subject: str = ""
    start: int = 0
    predicate: str = ""
    value: str = ""
    items: list[tuple[str, int]] = field(default_factory=list)
    number: int = 0


def scan(text: str, base: str) -> list[ScannedTriple]:
    """The statements of *text*, each with its spot: that of the element which makes it.

    The scan ends where the text is not XML: the RDF parser accepts an empty one.
    """
    scanner = _Scanner(text, base)
    with suppress(expat.ExpatError):
        scanner.document()
    return scanner.stated


class _Scanner:
    def __init__(self, text: str, base: str) -> None:
        self.stated: list[ScannedTriple] = []
        self._data = text.encode()
        self._blank = 0
        self._open = [_Frame("root", base)]
        self._parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended
        self._bytes = self._offset = 0

    def document(self) -> None:
        self._parser.Parse(self._data, True)  # noqa: FBT003 - expat takes no keywords

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        above = self._open[-1]
        named = {key.replace(" ", "", 1): value for key, value in attributes.items()}
        iri = name.replace(" ", "", 1)
        start = self._here()
        base = resolve(above.base, named.get(f"{_XML}base", ""))
        if above.kind == "literal":
            self._open.append(_Frame("literal", base))
        elif iri == f"{_RDF}RDF":
            self._open.append(_Frame("root", base))
        elif above.kind == "node":
            self._property(above, iri, named, base, start)
        else:
            self._node(above, iri, named, base, start)

    def _here(self) -> int:
        """The parser's offset in code points, counted from the last one."""
        here = self._parser.CurrentByteIndex
        self._offset += len(self._data[self._bytes : here].decode())
        self._bytes = here
        return self._offset

    def _node(self, above: _Frame, iri: str, named: dict[str, str], base: str, start: int) -> None:
        subject = self._named(named, base, "about") or self._new_name()
        if above.kind == "property":
            above.value = subject
        elif above.kind == "collection":
            above.items.append((subject, start))
        spot = Spot(start, start, start)
        if iri != f"{_RDF}Description":
            self.stated.append(ScannedTriple(subject, _TYPE, f"<{iri}>", spot))
        self._attributes(subject, named, base, spot)
        self._open.append(_Frame("node", base, subject, start))

    def _property(self, above: _Frame, iri: str, named: dict[str, str], base: str, start: int) -> None:
        if iri == f"{_RDF}li":
            above.number += 1
            iri = f"{_RDF}_{above.number}"
        kind = named.get(f"{_RDF}parseType", "")
        frame = _Frame("property", base, above.subject, above.start, f"<{iri}>")
        value = self._named(named, base, "resource")
        properties = [name for name in named if _is_property(name)]
        if kind == "Resource" or (properties and not value):
            value = self._new_name()
        if value:
            self._attributes(value, named, base, Spot(start, start, start))
        self.stated.append(ScannedTriple(above.subject, frame.predicate, value, Spot(above.start, start, start)))
        frame.number = len(self.stated) - 1
        frame.value = value
        if kind == "Resource":
            frame = _Frame("node", base, value, start)
        elif kind == "Collection":
            frame.kind = "collection"
        elif kind:
            frame.kind = "literal"
        self._open.append(frame)

    def _ended(self, _: str) -> None:
        frame = self._open.pop()
        if frame.kind == "collection":
            frame.value = self._collection(frame.items)
        if frame.kind in {"property", "collection"}:
            self.stated[frame.number] = self.stated[frame.number]._replace(object=frame.value)

    def _collection(self, items: list[tuple[str, int]]) -> str:
        cells = [self._new_name() for _ in items]
        for cell, following, (item, start) in zip(cells, [*cells[1:], _NIL], items, strict=False):
            spot = Spot(start, start, start)
            self.stated += (ScannedTriple(cell, _FIRST, item, spot), ScannedTriple(cell, _REST, following, spot))
        return cells[0] if cells else _NIL

    def _named(self, named: dict[str, str], base: str, attribute: str) -> str:
        if f"{_RDF}nodeID" in named:
            return f"_:{named[f'{_RDF}nodeID']}"
        if attribute == "about" and f"{_RDF}ID" in named:
            return f"<{resolve(base, '#' + named[f'{_RDF}ID'])}>"
        return f"<{resolve(base, named[_RDF + attribute])}>" if _RDF + attribute in named else ""

    def _attributes(self, subject: str, named: dict[str, str], base: str, spot: Spot) -> None:
        for name, value in named.items():
            if name == RDF.type:
                self.stated.append(ScannedTriple(subject, _TYPE, f"<{resolve(base, value)}>", spot))
            elif _is_property(name):
                self.stated.append(ScannedTriple(subject, f"<{name}>", "", spot))

    def _new_name(self) -> str:
        self._blank += 1
        return f"_: {self._blank}"  # no rdf:nodeID has a blank in it


def _is_property(name: str) -> bool:
    """Whether an attribute states a property of its element: those of RDF's and XML's own syntax do not."""
    return ":" in name and name not in _SYNTAX and not name.startswith(_XML)
