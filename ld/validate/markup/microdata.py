"""Reads microdata into triples (https://html.spec.whatwg.org/multipage/microdata.html, "Values", "Associating names").

Property names become IRIs by the vocabulary of the item's type (https://www.w3.org/TR/microdata-rdf/). An attribute
``content`` counts on any element, as in Google's own examples.
"""

import re
from collections.abc import Iterator

from ld.terms import BlankNode, Iri, Literal, Node, Term
from ld.validate.markup.bound import Bound
from ld.validate.markup.elements import Element
from ld.validate.markup.marked import Marked
from ld.validate.places.alignment import Spot
from ld.validate.places.turtle import resolve
from ld.vocab import RDF

_ADDRESSES = {
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    **dict.fromkeys(("a", "area", "link"), "href"),
    "object": "data",
}
_WITHOUT_SCHEME = re.compile(r"(//)?schema\.org/")
"""Types that are not absolute addresses, so that HTML ignores them: kept, to be reported."""
_VALUES = {"data": "value", "meter": "value", "time": "datetime"}


def microdata(root: Element, base: str, bound: Bound) -> Iterator[Marked]:
    """The statements of the items below *root*, within *bound*; relative addresses are resolved by *base*."""
    return _Items(root, base, bound).statements()


class _Items:
    def __init__(self, root: Element, base: str, bound: Bound) -> None:
        self._base = base
        self._bound = bound
        self._names: dict[Element, Node] = {}
        self._by_id: dict[str, Element] = {}
        for element in root.within():
            self._by_id.setdefault(element.attributes.get("id", ""), element)
            if "itemscope" in element.attributes:
                self._names[element] = self._name(element)

    def statements(self) -> Iterator[Marked]:
        """The statements of all items, each once, whether the item is a value of another or not."""
        vocabularies: dict[Element, str] = {}
        for item in self._names:
            types = item.attributes.get("itemtype", "").split()
            vocabulary = _vocabulary(types[0]) if types else vocabularies.get(item, "")
            subject = self._names[item]
            for type_ in types:
                if ":" in type_ or _WITHOUT_SCHEME.match(type_):
                    yield Marked((subject, RDF.type, Iri(type_)), _spot(item, item))
            for element in self._properties(item):
                for name in dict.fromkeys(element.attributes["itemprop"].split()):
                    vocabularies.setdefault(element, vocabulary)
                    predicate = name if ":" in name else f"{vocabulary}{name}" if vocabulary else ""
                    if predicate:
                        yield Marked((subject, Iri(predicate), self._value(element)), _spot(item, element))

    def _properties(self, item: Element) -> Iterator[Element]:
        """The elements with properties of *item*: below it or where its ``itemref`` leads, not inside other items."""
        referred = (self._by_id.get(name) for name in item.attributes.get("itemref", "").split())
        waiting = [*item.elements, *(element for element in referred if element)][::-1]
        seen = {item}
        while waiting:
            element = waiting.pop()
            if element in seen:
                continue
            seen.add(element)
            self._bound.spend()
            if "itemprop" in element.attributes:
                yield element
            if "itemscope" not in element.attributes:
                waiting += list(element.elements)[::-1]

    def _name(self, item: Element) -> Node:
        identifier = item.attributes.get("itemid", "").strip()
        return Iri(resolve(self._base, identifier)) if identifier else BlankNode(f"_:m{len(self._names) + 1}")

    def _value(self, element: Element) -> Term:
        if element in self._names:
            return self._names[element]
        attributes = element.attributes
        if "content" in attributes:
            return Literal(attributes["content"])
        if attribute := _ADDRESSES.get(element.name):
            address = attributes.get(attribute, "").strip()
            return Iri(resolve(self._base, address)) if address and " " not in address else Literal(address)
        if (attribute := _VALUES.get(element.name)) and attribute in attributes:
            return Literal(attributes[attribute])
        return Literal(element.text())


def _vocabulary(type_: str) -> str:
    """The IRI that precedes the property names of an item of *type_*: the type without its last part."""
    end = max(type_.rfind("/"), type_.rfind("#")) + 1
    return type_[:end] if ":" in type_ else ""


def _spot(item: Element, element: Element) -> Spot:
    return Spot(item.start, element.start, element.start)
