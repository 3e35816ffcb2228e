"""The microdata and the RDFa of a page as nodes, as if they were JSON-LD.

According to the HTML standard's microdata, 5.2, and RDFa Lite 1.1; a ``content`` attribute counts on every element.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from ld.read.html.nodes import SCHEMA_ORG, Node
from ld.read.html.tree import text_of

Element = Any

_DEEPEST = 6
_ITEMS_MOST = 300
_PROPERTIES_MOST = 300
_TEXT_MOST = 5_000
_BODIES = frozenset(("articleBody", "text", "reviewBody"))
"""Running text, which the reader of the page's lines provides."""

_ADDRESSES = ("href", "src", "data")


class _Syntax(NamedTuple):
    """The attributes that begin an item, give its class, its property in the enclosing item, and its address."""

    scope: str
    type: str
    property: str
    name: str


_MICRODATA = _Syntax("itemscope", "itemtype", "itemprop", "itemid")
_RDFA = _Syntax("typeof", "typeof", "property", "resource")


def microdata_nodes(root: Element) -> list[Node]:
    """The outermost items of the page's microdata, each with those within it."""
    return list(_nodes(root, _MICRODATA))


def loose_node(root: Element) -> Node:
    """The properties of the page's microdata outside any item: an author beside the text, for example."""
    return _node(root, _MICRODATA, _DEEPEST) if root.xpath("boolean(//@itemprop)") else {}


def rdfa_nodes(root: Element) -> list[Node]:
    """The outermost things that the page describes in RDFa with schema.org's vocabulary."""
    return list(_nodes(root, _RDFA))


def _nodes(root: Element, syntax: _Syntax) -> Iterator[Node]:
    scopes = root.xpath(f"//*[@{syntax.scope}][not(@{syntax.property})]")
    ours = (element for element in scopes if _is_ours(element, syntax))
    yield from (_node(element, syntax, _DEEPEST) for element in islice(ours, _ITEMS_MOST))


def _is_ours(element: Element, syntax: _Syntax) -> bool:
    """Whether an item uses schema.org's vocabulary: in RDFa by its prefix or by the vocabulary around it."""
    if syntax is _MICRODATA or _is_prefixed(element.get(syntax.type)):
        return True
    around = (each.get("vocab") for each in (element, *element.iterancestors()))
    return SCHEMA_ORG.match(next(filter(None, around), "")) is not None


def _is_prefixed(name: str) -> bool:
    return name.startswith("schema:") or SCHEMA_ORG.match(name) is not None


def _node(scope: Element, syntax: _Syntax, deepest: int) -> Node:
    node: dict[str, Any] = {}
    if classes := [_local(name) for name in (scope.get(syntax.type) or "").split()]:
        node["@type"] = classes
    if name := (scope.get(syntax.name) or "").strip():
        node["@id"] = name
    for count, (prop, element) in enumerate(_properties(scope, syntax)):
        if count >= _PROPERTIES_MOST:
            break
        if syntax.scope not in element.attrib:
            value: Any = _value(element) if prop not in _BODIES else ""
        else:
            value = _node(element, syntax, deepest - 1) if deepest else ""
        if value:
            node.setdefault(prop, []).append(value)
    return node


def _local(name: str) -> str:
    return SCHEMA_ORG.sub("", name, count=1).removeprefix("schema:")


def _properties(scope: Element, syntax: _Syntax) -> Iterator[tuple[str, Element]]:
    """The properties of the item *scope* with their elements, without those of items within it."""
    waiting = list(scope)[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element.tag, str):
            yield from ((_local(prop), element) for prop in (element.get(syntax.property) or "").split())
            waiting += [] if syntax.scope in element.attrib else list(element)[::-1]


def _value(element: Element) -> str:
    """The value of *element*: its content, its date, its target's address, or its text."""
    said = (element.get(key) for key in ("content", "datetime", *_ADDRESSES))
    value = next((each for each in said if each is not None), None)
    return str(text_of(element)[:_TEXT_MOST] if value is None else value).strip()
