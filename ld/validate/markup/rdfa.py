"""Reads RDFa into triples (https://www.w3.org/TR/rdfa-core/#s_sequence, https://www.w3.org/TR/html-rdfa/).

Lists (``inlist``) and XML literals are left out, for which schema.org's markup has no use.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from ld.terms import BlankNode, Iri, Literal, Node, Term
from ld.validate.markup.bound import Bound
from ld.validate.markup.elements import Element
from ld.validate.markup.marked import Marked
from ld.validate.places.alignment import Spot
from ld.validate.places.turtle import resolve
from ld.vocab import RDF, SCHEMA

_OURS = ("http://schema.org", "https://schema.org")  # a vocabulary without its slash is kept, to be reported
_PREFIXES = {"schema": SCHEMA}


class _Context(NamedTuple):
    """What an element inherits from those around it: RDFa Core, "evaluation context"."""

    subject: Node
    parent: Node
    spot: int
    incomplete: tuple[tuple[str, bool], ...] = ()
    vocabulary: str = ""
    prefixes: Mapping[str, str] = _PREFIXES


def rdfa(root: Element, base: str, bound: Bound) -> Iterator[Marked]:
    """The statements in terms of schema.org of the elements below *root*, within *bound*, relative to *base*."""
    page = Iri(base)
    reader = _Reader(base, bound)
    waiting = [(element, _Context(page, page, 0)) for element in root.elements][::-1]
    while waiting:
        element, context = waiting.pop()
        statements, inner = reader.read(element, context)
        yield from (marked for marked in statements if _is_ours(marked))
        waiting += [(child, inner) for child in element.elements][::-1]


def _is_ours(marked: Marked) -> bool:
    _, predicate, value = marked.triple
    return predicate.startswith(_OURS) or (predicate == RDF.type and isinstance(value, Iri) and value.startswith(_OURS))


class _Reader:
    def __init__(self, base: str, bound: Bound) -> None:
        self._base = base
        self._bound = bound
        self._numbers = count(1)

    def read(self, element: Element, context: _Context) -> tuple[list[Marked], _Context]:
        """The statements of *element* itself, and the context that those inside it inherit."""
        attributes = element.attributes
        local = _with_declarations(attributes, context)
        if local is not context:
            self._bound.spend(len(local.prefixes))
        if not attributes.keys() & {"property", "typeof", "rel", "rev", "about", "resource", "href", "src"}:
            return [], local
        relations = [*self._relations(attributes, "rel", local), *self._relations(attributes, "rev", local)]
        subject, typed, value = self._nodes(attributes, local, bool(relations))
        start = element.start if subject != context.parent or typed else context.spot
        spot = Spot(start, element.start, element.start)
        own = element.start if typed else start
        stated = [
            Marked((typed, RDF.type, Iri(type_)), Spot(element.start, element.start, element.start))
            for type_ in _terms(attributes.get("typeof", ""), local)
            if typed
        ]
        stated += _completed(context, subject, element)
        if value is not None and relations:
            stated += [_related(subject, relation, value, spot) for relation in relations]
        literal_or_node = self._value(element, local, typed, bool(relations))
        stated += [
            Marked((subject, Iri(term), literal_or_node), spot)
            for term in _terms(attributes.get("property", ""), local)
        ]
        inner = local._replace(subject=subject, parent=value or subject, spot=own, incomplete=())
        if relations and value is None:
            inner = inner._replace(incomplete=tuple(relations), parent=self._blank())
        return stated, inner

    def _relations(self, attributes: Mapping[str, str], name: str, context: _Context) -> Iterator[tuple[str, bool]]:
        """The properties in ``rel`` or ``rev``, and whether they are inverse.

        Next to ``property`` plain words do not count (HTML+RDFa, 3.1): there they state the purpose of a link.
        """
        words = attributes.get(name, "").split()
        kept = [word for word in words if ":" in word] if "property" in attributes else words
        return ((term, name == "rev") for term in _terms(" ".join(kept), context) if term.startswith(_OURS))

    def _nodes(
        self,
        attributes: Mapping[str, str],
        context: _Context,
        related: bool,  # noqa: FBT001
    ) -> tuple[Node, Node | None, Node | None]:
        """The subject, the node that ``typeof`` types, and the subject for the elements inside it."""
        about = self._node(attributes, ("about",), context)
        object_ = self._node(attributes, ("resource", "href", "src"), context)
        typed = "typeof" in attributes
        if related:
            subject = about or context.parent
            value = object_ or (self._blank() if typed and not about else None)
            return subject, (about if about and typed else value if typed else None), value
        if "property" in attributes and not attributes.keys() & {"content", "datatype"}:
            subject = about or context.parent
            of_type = (about or object_ or self._blank()) if typed else None
            return subject, of_type, of_type
        subject = about or object_ or (self._blank() if typed else context.parent)
        return subject, (subject if typed else None), None

    def _node(self, attributes: Mapping[str, str], names: tuple[str, ...], context: _Context) -> Node | None:
        name = next((name for name in names if name in attributes), "")
        if not name:
            return None
        written = attributes[name].strip()
        if written.startswith("_:"):
            return BlankNode(f"_:r.{written[2:]}")
        prefix, colon, local = written.strip("[]").partition(":")
        if name in {"about", "resource"} and colon and prefix.lower() in context.prefixes:
            return Iri(context.prefixes[prefix.lower()] + local)
        return Iri(resolve(self._base, written)) if " " not in written else None

    def _value(self, element: Element, context: _Context, typed: Node | None, related: bool) -> Term:  # noqa: FBT001
        attributes = element.attributes
        if "content" in attributes:
            return Literal(attributes["content"])
        if attributes.get("datatype"):
            return Literal(attributes.get("datetime") or element.text())
        if element.name in {"time", "data"} and (found := attributes.get("datetime") or attributes.get("value")):
            return Literal(found)
        node = None if related else self._node(attributes, ("resource", "href", "src"), context)
        if typed and "about" not in attributes:
            return typed
        return node or Literal(element.text())

    def _blank(self) -> BlankNode:
        return BlankNode(f"_:r{next(self._numbers)}")


def _with_declarations(attributes: Mapping[str, str], context: _Context) -> _Context:
    if not any(name in {"vocab", "prefix"} or name.startswith("xmlns:") for name in attributes):
        return context
    words = attributes.get("prefix", "").split()
    declared = {word.rstrip(":").lower(): iri for word, iri in zip(words[::2], words[1::2], strict=False)}
    declared |= {name[6:]: iri for name, iri in attributes.items() if name.startswith("xmlns:")}
    vocabulary = attributes["vocab"].strip() if "vocab" in attributes else context.vocabulary
    return context._replace(vocabulary=vocabulary, prefixes={**context.prefixes, **declared})


def _terms(words: str, context: _Context) -> list[str]:
    """The IRIs that *words* mean as properties or types, without unknown ones."""
    found = []
    for word in dict.fromkeys(words.split()):
        prefix, colon, local = word.partition(":")
        if not colon:
            found += [context.vocabulary + word] if context.vocabulary else []
        elif local.startswith("//"):
            found.append(word)
        elif prefix.lower() in context.prefixes:
            found.append(context.prefixes[prefix.lower()] + local)
    return found


def _completed(context: _Context, subject: Node, element: Element) -> list[Marked]:
    """The statements by ``rel`` that an outer element left incomplete, with *subject* as the missing node."""
    spot = Spot(context.spot, element.start, element.start)
    return [_related(context.subject, relation, subject, spot) for relation in context.incomplete]


def _related(subject: Node, relation: tuple[str, bool], value: Node, spot: Spot) -> Marked:
    term, backwards = relation
    return Marked((value, Iri(term), subject) if backwards else (subject, Iri(term), value), spot)
