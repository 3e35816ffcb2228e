"""The JSON-LD of a page about the article; broken blocks are repaired if it is clear how, otherwise skipped."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ld.read.html.metadata import Field, MetadataValue

_ARTICLE = re.compile(r"(?:https?://schema\.org/)?(?:[A-Za-z]*Article|(?:Live)?Blog(?:Posting)?|Report|Review|Recipe)")
_PAGE = re.compile(r"(?:https?://schema\.org/)?[A-Za-z]*Page")
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?:(?://\s*)?(?:-->|\]\]>)|;)\s*\Z")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_DEEPEST = 12
_NODES_MOST = 5000
_IMAGES_MOST = 50
_TOPICS_MOST = 50
_SAME_MOST = 20
_WIKIDATA = re.compile(r"https?://(?:[a-z-]+\.)?wikidata\.org/", re.IGNORECASE)
_OF_WIKIDATA = re.compile(
    r"(?i:wikidata(?:[ _-]?(?:id|qid|item|entity))?|qid|https?://(?:www\.)?wikidata\.org(?:/(?:entity|wiki)?)?/?)"
)
"""Identifiers that are Wikidata's own: that of one of its properties is somebody else's."""

_WHERE = "JSON-LD"

Node = Mapping[str, Any]


def json_ld_claims(blocks: Iterable[str], address: str) -> Iterator[MetadataValue]:
    """What the JSON-LD texts *blocks* say of the article at *address*, which may be unknown (empty).

    The article that has the address is it, else the first that has a headline and a date.
    What a block says of the web page goes after what it says of the article.
    """
    nodes = [node for text in blocks for node in _nodes(_parsed(text))]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = sorted(_of_type(nodes, _ARTICLE), key=lambda node: _rank(node, address))
    for node in (*articles[:1], *_of_type(nodes, _PAGE)[:1]):
        yield from _claims(node, named, _WHERE if node in articles else f"{_WHERE} of the web page")


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for mended in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(document: Any) -> list[Node]:
    """The objects of *document*, the outer before the inner."""
    found, level = list[Node](), [document]
    for _ in range(_DEEPEST):
        found += [value for value in level if isinstance(value, dict)]
        level = [item for value in level for item in _inner(value)]
        if not level or len(found) > _NODES_MOST:
            break
    return found


def _inner(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _of_type(nodes: Sequence[Node], kind: re.Pattern[str]) -> list[Node]:
    return [
        node
        for node in nodes
        if any(isinstance(name, str) and kind.fullmatch(name) for name in _listed(node.get("@type")))
    ]


def _rank(node: Node, address: str) -> tuple[bool, bool, bool]:
    """How far an article is from being the page's: at its address, with a date, with a headline."""
    here = bool(address) and any(_bare(claim) == _bare(address) for claim in _addresses(node))
    return not here, "datePublished" not in node, not (node.get("headline") or node.get("name"))


def _bare(address: str) -> str:
    """*address* without what differs from link to link."""
    return re.split(r"[?#]", address.partition("://")[2], maxsplit=1)[0].removeprefix("www.").rstrip("/")


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in _listed(node.get(key)):
            address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                yield address


def _claims(node: Node, named: Mapping[str, Node], where: str) -> Iterator[MetadataValue]:
    plain: tuple[tuple[Field, str], ...] = (
        ("headline", "headline"),
        ("headline", "name"),
        ("date", "datePublished"),
        ("date", "dateCreated"),
        ("modified", "dateModified"),
        ("section", "articleSection"),
        ("keyword", "keywords"),
        ("language", "inLanguage"),
        ("free", "isAccessibleForFree"),
    )
    for field, key in plain:
        for value in _listed(node.get(key)):
            yield MetadataValue(field, _text(value, named), f"{key} in {where}")
    for key in ("author", "creator"):
        for value in _listed(node.get(key)):
            kind = _resolved(value, named).get("@type") if isinstance(value, dict) else ""
            for name in _texts(value, named):
                yield MetadataValue("author", name, f"{key} in {where}", kind=str(next(iter(_listed(kind)), "")))
            if isinstance(value, dict):
                address = _text(_resolved(value, named).get("url"), named)
                yield MetadataValue("author page", address, f"url of an {key} in {where}", of=_text(value, named))
    for value in _listed(node.get("publisher")):
        yield MetadataValue("publisher", _text(value, named), f"publisher in {where}")
    yield from _items(node, named, where)
    for address in _addresses(node):
        yield MetadataValue("url", address, f"url in {where}")
    for value in _listed(node.get("image"))[:_IMAGES_MOST]:
        picture = _resolved(value, named) if isinstance(value, dict) else {"url": value}
        addresses = (_text(picture.get(key), named) for key in ("contentUrl", "url"))
        image = next(filter(None, addresses), "")
        caption, credit = _text(picture.get("caption"), named), _text(picture.get("creditText"), named)
        yield MetadataValue("image", image, f"address of an image in {where}", of=caption)
        yield MetadataValue("caption", caption, f"image in {where}", credit=credit)


def _items(node: Node, named: Mapping[str, Node], where: str) -> Iterator[MetadataValue]:
    """The addresses of Wikidata that stand for an author, the publisher or a topic."""
    roles: tuple[tuple[str, Field], ...] = (
        ("author", "author item"),
        ("creator", "author item"),
        ("publisher", "publisher item"),
        ("about", "topic item"),
        ("mentions", "topic item"),
    )
    for key, field in roles:
        for value in _listed(node.get(key))[:_TOPICS_MOST]:
            one = _resolved(value, named) if isinstance(value, dict) else {}
            kind = str(next(iter(_listed(one.get("@type"))), ""))
            for part, address in _wikidata_addresses(one):
                yield MetadataValue(field, address, f"{part} of {key} in {where}", kind=kind, of=_text(one, named))


def _wikidata_addresses(node: Node) -> Iterator[tuple[str, str]]:
    """The addresses of Wikidata's that *node* has in these properties, each with the property's name."""
    for key in ("sameAs", "@id", "identifier"):
        for value in _listed(node.get(key))[:_SAME_MOST]:
            says_wikidata = isinstance(value, dict) and _OF_WIKIDATA.fullmatch(str(value.get("propertyID", "")))
            said = (value.get("@id") or value.get("value") or value.get("url")) if isinstance(value, dict) else value
            if isinstance(said, str) and (says_wikidata or is_of_wikidata(said)):
                yield key, plain_text(said)


def is_of_wikidata(address: str) -> bool:
    """Whether *address* is one of Wikidata's, whatever it leads to there."""
    return _WIKIDATA.match(address.strip()) is not None


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _resolved(value: Node, named: Mapping[str, Node]) -> Node:
    """The node that *value* is, or that it names by its ``@id``."""
    name = value.get("@id")
    return named.get(name, value) if isinstance(name, str) and "name" not in value else value


def _text(value: Any, named: Mapping[str, Node]) -> str:
    return next(_texts(value, named), "")


def _texts(value: Any, named: Mapping[str, Node]) -> Iterator[str]:
    """The strings that *value* is or that name it: templates leave markup and entities in them."""
    if isinstance(value, dict):
        node = _resolved(value, named)
        value = node.get("name") or node.get("@value")
    for item in _listed(value):
        if isinstance(item, bool):
            yield str(item).lower()
        elif isinstance(item, str):
            yield plain_text(item)


def plain_text(text: str) -> str:
    """*text* with its entities read, without tags, control characters and surplus white space."""
    text = html.unescape(html.unescape(text)) if "&" in text else text
    text = _TAG.sub(" ", text) if "<" in text else text
    text = "".join(" " if not character.isprintable() else character for character in text)
    return " ".join(text.split())
