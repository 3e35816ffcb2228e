"""Finds the place of each statement in JSON-LD.

Terms are resolved by the contexts in the document and those that it names, which covers vocabularies, prefixes, aliases
of keywords and terms with an ``@id``. A statement that comes about otherwise has the place of its node.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from ld.validate.contexts import Contexts, with_local_contexts
from ld.validate.places.alignment import ScannedTriple, Spot
from ld.validate.places.json_losses import Losses, Lost, is_iri
from ld.validate.places.json_terms import Terms
from ld.validate.places.json_text import Array, Json, Member, Object, Scalar, member_path, scan_json
from ld.vocab import RDF

_FIRST, _REST, _NIL, _TYPE = (f"<{term}>" for term in (RDF.first, RDF.rest, RDF.nil, RDF.type))


_MAPS = frozenset(("@index", "@id", "@type", "@graph", "@json"))
"""Containers of maps whose keys are not properties, and those of plain JSON."""


class Scanned(NamedTuple):
    """The statements of a JSON-LD text, and its losses (what should make a triple, but does not), both in its order.

    Maps by index, id, type or graph, and nodes with contexts of their types, are not searched for losses.
    """

    stated: list[ScannedTriple]
    lost: list[Lost]


def scan(text: str, offset: int, base: str, contexts: Contexts, block: int = 0) -> Scanned:
    """The statements and losses of the JSON-LD *text*, which begins at *offset* of its file as its *block*-th."""
    walk = _Walk(base, contexts, block)
    with suppress(RecursionError):  # a node nested too deep for the scan has the place of the one around it
        walk.nodes(scan_json(text, offset), Terms(base, {}), "$")
    return Scanned([statement for statement in walk.stated if _is_read(statement)], sorted(walk.losses.found))


def _is_read(statement: ScannedTriple) -> bool:
    """Whether *statement* is read, and not dropped because an IRI in it is invalid."""
    return all(not name.startswith("<") or is_iri(name[1:-1]) for name in statement[:3])


class _Walk:
    def __init__(self, base: str, contexts: Contexts, block: int) -> None:
        self.stated: list[ScannedTriple] = []
        self.losses = Losses()
        self._base = base
        self._contexts = contexts
        self._block = block
        self._blank = 0

    def nodes(self, value: Json, terms: Terms, path: str) -> None:
        """Read the nodes in *value*, which is not the value of a property."""
        for item, item_path in _items(value, path):
            if isinstance(item, Object):
                self._node(item, terms, item_path)

    def _node(self, node: Object, terms: Terms, path: str) -> str:
        """Record the statements of *node*, and return its name."""
        terms = self._in_context(node, terms)
        identifier = next((m.value for m in node.members if terms.keyword(m.name) == "@id"), None)
        name = ""
        if isinstance(identifier, Scalar) and identifier.value:
            name = self._name(identifier.value, terms)
            self.losses.iri(identifier, path, name)
        name = name or self._new_name()
        with self.losses.unsure(any(terms.scoped(item.value or "") is not terms for item in _types(node, terms))):
            for member in node.members:
                self._member(name, node.start, path, member, terms)
        return name

    def _member(self, subject: str, start: int, path: str, member: Member, terms: Terms) -> None:
        keyword, below = terms.keyword(member.name), member_path(path, member.name)
        if keyword == "@type":
            self._classes(subject, start, path, member, terms)
        elif keyword in {"@graph", "@included"}:
            self.nodes(member.value, terms, below)
        elif keyword == "@reverse" and isinstance(member.value, Object):
            self._reverse(subject, member.value, terms, below)
        elif not keyword and terms.term(member.name):
            self._property(subject, start, path, member, terms)
        else:
            self.losses.unknown(member, below, terms)

    def _classes(self, subject: str, start: int, path: str, member: Member, terms: Terms) -> None:
        for item, item_path in _items(member.value, member_path(path, member.name)):
            if isinstance(item, Scalar) and item.value is not None:
                iri = f"<{terms.term(item.value) or terms.iri(item.value)}>"
                self.losses.iri(item, item_path, iri)
                spot = Spot(start, member.start, item.start, item_path, path)
                self.stated.append(ScannedTriple(subject, _TYPE, iri, spot))

    def _in_context(self, node: Object, terms: Terms) -> Terms:
        context = node.get("@context")
        if context is None:
            return terms
        local = with_local_contexts({"@context": _plain(context)}, self._contexts)
        return terms.with_context(local["@context"])

    def _property(self, subject: str, start: int, path: str, member: Member, terms: Terms) -> None:
        iri, below = terms.term(member.name), member_path(path, member.name)
        coerces, container = terms.coerces(member.name), terms.container(member.name)
        self.losses.predicate(member, below, iri)
        for item, item_path in _items(member.value, below):
            spot = Spot(start, member.start, item.start, item_path, path)
            at = len(self.stated)
            if "@language" in container and isinstance(item, Object):
                self.losses.tags(item, item_path)
                continue
            with self.losses.unsure(container & _MAPS):
                value = self._value(item, terms.scoped(member.name), item_path, coerces=coerces)
                if isinstance(item, Scalar) and value:
                    self.losses.iri(item, item_path, value, iri)
                    self.losses.empty(item, item_path, member)
            if value is not None:
                self.stated.insert(at, ScannedTriple(subject, f"<{iri}>", value, spot))

    def _reverse(self, value: str, members: Object, terms: Terms, path: str) -> None:
        for member in members.members:
            for item, item_path in _items(member.value, member_path(path, member.name)):
                spot = Spot(item.start, member.start, item.start, item_path, item_path)
                subject = self._value(item, terms, item_path, coerces=True)
                if subject:
                    self.stated.append(ScannedTriple(subject, f"<{terms.term(member.name)}>", value, spot))

    def _value(self, item: Json, terms: Terms, path: str, *, coerces: bool) -> str | None:
        """The name of a node, empty for a literal, None for what states nothing."""
        if isinstance(item, Scalar):
            if item.written == "null":
                return None
            return self._name(item.value, terms) if coerces and item.value is not None else ""
        if not isinstance(item, Object):
            return None
        keywords = {terms.keyword(member.name) for member in item.members}
        if "@value" in keywords:
            return "" if self.losses.tag(item, terms, path) else None
        if "@list" in keywords:
            return self._list(item, terms, path, coerces=coerces)
        return self._node(item, terms, path)

    def _list(self, item: Object, terms: Terms, path: str, *, coerces: bool) -> str:
        member = next(m for m in item.members if terms.keyword(m.name) == "@list")
        head = cell = ""
        for entry, entry_path in _items(member.value, member_path(path, member.name)):
            spot = Spot(entry.start, entry.start, entry.start, entry_path, entry_path)
            following = self._new_name()
            if cell:
                self.stated.append(ScannedTriple(cell, _REST, following, spot))
            head, cell = head or following, following
            value = self._value(entry, terms, entry_path, coerces=coerces)
            self.stated.append(ScannedTriple(cell, _FIRST, value or "", spot))
        if cell:
            self.stated.append(ScannedTriple(cell, _REST, _NIL, Spot(item.start, item.start, item.start, path, path)))
        return head or _NIL

    def _name(self, identifier: str, terms: Terms) -> str:
        if identifier.startswith("_:"):
            return f"_:{self._block} {identifier[2:]}"
        return f"<{terms.iri(identifier)}>"

    def _new_name(self) -> str:
        self._blank += 1
        return f"_:{self._block}  {self._blank}"


def _types(node: Object, terms: Terms) -> Iterator[Scalar]:
    members = (member for member in node.members if terms.keyword(member.name) == "@type")
    items = (item for member in members for item, _ in _items(member.value, ""))
    return (item for item in items if isinstance(item, Scalar) and item.value is not None)


def _items(value: Json, path: str) -> Iterator[tuple[Json, str]]:
    """The values of a member, from nested arrays and from ``@set``, each with its path."""
    if isinstance(value, Array):
        for index, item in enumerate(value.items):
            yield from _items(item, f"{path}[{index}]")
    elif isinstance(value, Object) and (inner := value.get("@set")) is not None:
        yield from _items(inner, member_path(path, "@set"))
    else:
        yield value, path


def _plain(value: Json) -> Any:
    """*value* as json.loads returns it, except numbers, which do not occur in contexts."""
    if isinstance(value, Object):
        return {member.name: _plain(member.value) for member in value.members}
    if isinstance(value, Array):
        return [_plain(item) for item in value.items]
    return {"true": True, "false": False, "null": None}.get(value.written, value.value)
