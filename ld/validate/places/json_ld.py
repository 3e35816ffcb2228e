"""Where each statement stands in JSON-LD.

Terms are resolved by the contexts that stand in the document and those that it names, which covers vocabularies,
prefixes, aliases of keywords and terms with an ``@id``. A statement that comes about otherwise has no place of its
own: then that of its node is taken.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ld.validate.contexts import Contexts, with_local_contexts
from ld.validate.places.alignment import ScannedTriple, Spot
from ld.validate.places.json_text import Array, Json, Object, Scalar, member_path, scan_json
from ld.validate.places.turtle import resolve
from ld.vocab import RDF

_FIRST, _REST, _NIL, _TYPE = (f"<{term}>" for term in (RDF.first, RDF.rest, RDF.nil, RDF.type))


def scan(text: str, offset: int, base: str, contexts: Contexts, block: int = 0) -> list[ScannedTriple]:
    """The statements of the JSON-LD *text*, which begins at *offset* of its file as its *block*-th."""
    walk = _Walk(base, contexts, block)
    with suppress(RecursionError):  # what is nested too deep for the scan has the place of what is around it
        walk.nodes(scan_json(text, offset), _Terms(base, {}), "$")
    return walk.stated


class _Terms:
    """What terms mean at one place of a document: the active context, as far as places need it."""

    def __init__(self, base: str, defined: dict[str, Any]) -> None:
        self._base = base
        self._defined = defined

    def with_context(self, context: Any) -> "_Terms":
        """These terms and those of *context*."""
        if context is None:
            return _Terms(self._base, {})
        if isinstance(context, list):
            terms = self
            for member in context:
                terms = terms.with_context(member)
            return terms
        base = context.get("@base") or self._base
        return _Terms(resolve(self._base, base), {**self._defined, **context})

    def keyword(self, name: str) -> str:
        """The keyword that *name* is or stands for; empty if it is none."""
        if name.startswith("@"):
            return name
        meaning = self._id(name)
        return meaning if meaning.startswith("@") else ""

    def term(self, name: str) -> str:
        """The IRI that *name* means as a property or class; empty if it means nothing."""
        meaning = self._id(name)
        if meaning and meaning != name:
            return self.term(meaning) if meaning in self._defined else self._expanded(meaning)
        return self._expanded(name) or (vocab + name if (vocab := self._vocab()) else "")

    def iri(self, value: str) -> str:
        """The IRI that *value* means as that of a node."""
        return self._expanded(value) or resolve(self._base, value)

    def coerces(self, name: str) -> bool:
        """Whether strings are IRIs as values of *name*."""
        definition = self._defined.get(name)
        return isinstance(definition, dict) and definition.get("@type") in {"@id", "@vocab"}

    def scoped(self, name: str) -> "_Terms":
        """The terms below a member called *name*."""
        definition = self._defined.get(name)
        inner = definition.get("@context") if isinstance(definition, dict) else None
        return self.with_context(inner) if inner else self

    def _id(self, name: str) -> str:
        definition = self._defined.get(name)
        if isinstance(definition, dict):
            definition = definition.get("@id", "")
        return definition if isinstance(definition, str) else ""

    def _expanded(self, name: str) -> str:
        """*name* if it is absolute, or with its prefix written out; empty if it is neither."""
        prefix, colon, local = name.partition(":")
        if not colon:
            return ""
        meaning = "" if local.startswith("//") else self._id(prefix)
        return f"{self._expanded(meaning) or meaning}{local}" if meaning else name

    def _vocab(self) -> str:
        vocab = self._defined.get("@vocab")
        return vocab if isinstance(vocab, str) else ""


class _Walk:
    def __init__(self, base: str, contexts: Contexts, block: int) -> None:
        self.stated: list[ScannedTriple] = []
        self._base = base
        self._contexts = contexts
        self._block = block
        self._blank = 0

    def nodes(self, value: Json, terms: _Terms, path: str) -> None:
        """The nodes in *value*, which belongs to no property."""
        for item, item_path in _items(value, path):
            if isinstance(item, Object):
                self._node(item, terms, item_path)

    def _node(self, node: Object, terms: _Terms, path: str) -> str:
        """State all that *node* says; its name."""
        terms = self._in_context(node, terms)
        identifier = next((m.value for m in node.members if terms.keyword(m.name) == "@id"), None)
        name = self._name(identifier.value, terms) if isinstance(identifier, Scalar) and identifier.value else ""
        name = name or self._new_name()
        for member in node.members:
            below = member_path(path, member.name)
            keyword = terms.keyword(member.name)
            if keyword == "@type":
                for item, item_path in _items(member.value, below):
                    if isinstance(item, Scalar) and item.value is not None:
                        iri = terms.term(item.value) or terms.iri(item.value)
                        spot = Spot(node.start, member.start, item.start, item_path, path)
                        self.stated.append(ScannedTriple(name, _TYPE, f"<{iri}>", spot))
            elif keyword in {"@graph", "@included"}:
                self.nodes(member.value, terms, below)
            elif keyword == "@reverse" and isinstance(member.value, Object):
                self._reverse(name, member.value, terms, below)
            elif not keyword and terms.term(member.name):
                self._property(name, node.start, path, member, terms)
        return name

    def _in_context(self, node: Object, terms: _Terms) -> _Terms:
        context = node.get("@context")
        if context is None:
            return terms
        local = with_local_contexts({"@context": _plain(context)}, self._contexts)
        return terms.with_context(local["@context"])

    def _property(self, subject: str, start: int, path: str, member: Any, terms: _Terms) -> None:
        predicate = f"<{terms.term(member.name)}>"
        coerces = terms.coerces(member.name)
        for item, item_path in _items(member.value, member_path(path, member.name)):
            spot = Spot(start, member.start, item.start, item_path, path)
            at = len(self.stated)
            value = self._value(item, terms.scoped(member.name), item_path, coerces=coerces)
            if value is not None:
                self.stated.insert(at, ScannedTriple(subject, predicate, value, spot))

    def _reverse(self, value: str, members: Object, terms: _Terms, path: str) -> None:
        for member in members.members:
            for item, item_path in _items(member.value, member_path(path, member.name)):
                spot = Spot(item.start, member.start, item.start, item_path, item_path)
                subject = self._value(item, terms, item_path, coerces=True)
                if subject:
                    self.stated.append(ScannedTriple(subject, f"<{terms.term(member.name)}>", value, spot))

    def _value(self, item: Json, terms: _Terms, path: str, *, coerces: bool) -> str | None:
        """The name of a node, nothing for a literal, None for what states nothing."""
        if isinstance(item, Scalar):
            if item.written == "null":
                return None
            return self._name(item.value, terms) if coerces and item.value is not None else ""
        if not isinstance(item, Object):
            return None
        keywords = {terms.keyword(member.name) for member in item.members}
        if "@value" in keywords:
            return ""
        if "@list" in keywords:
            return self._list(item, terms, path, coerces=coerces)
        return self._node(item, terms, path)

    def _list(self, item: Object, terms: _Terms, path: str, *, coerces: bool) -> str:
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

    def _name(self, identifier: str, terms: _Terms) -> str:
        if identifier.startswith("_:"):
            return f"_:{self._block} {identifier[2:]}"
        return f"<{terms.iri(identifier)}>"

    def _new_name(self) -> str:
        self._blank += 1
        return f"_:{self._block}  {self._blank}"


def _items(value: Json, path: str) -> Iterator[tuple[Json, str]]:
    """The values of a member, from arrays however deep, and from ``@set``, each with its path."""
    if isinstance(value, Array):
        for index, item in enumerate(value.items):
            yield from _items(item, f"{path}[{index}]")
    elif isinstance(value, Object) and (inner := value.get("@set")) is not None:
        yield from _items(inner, member_path(path, "@set"))
    else:
        yield value, path


def _plain(value: Json) -> Any:
    """*value* as json.loads gives it, numbers aside, which no context holds."""
    if isinstance(value, Object):
        return {member.name: _plain(member.value) for member in value.members}
    if isinstance(value, Array):
        return [_plain(item) for item in value.items]
    return {"true": True, "false": False, "null": None}.get(value.written, value.value)
