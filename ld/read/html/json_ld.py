"""Values for the article's metadata from a page's structured data, JSON-LD or microdata."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ld.read.html.metadata import Field, MetadataValue
from ld.read.html.nodes import Node, classes_of, listed, named_nodes, nodes_of, of_class, resolved

_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|(?:Live)?Blog(?:Posting)?|Report|Review|Recipe)")
_PAGE = re.compile(r"[A-Za-z]*Page")
_TAG = re.compile(r"<[^<>]{1,200}>")
_IMAGES_MOST = 50
_TOPICS_MOST = 50
_SAME_MOST = 20
_WIKIDATA = re.compile(r"https?://(?:[a-z-]+\.)?wikidata\.org/", re.IGNORECASE)
_OF_WIKIDATA = re.compile(
    r"(?i:wikidata(?:[ _-]?(?:id|qid|item|entity))?|qid|https?://(?:www\.)?wikidata\.org(?:/(?:entity|wiki)?)?/?)"
)
"""Identifiers that are Wikidata's own: those of its properties are somebody else's."""


def json_ld_claims(blocks: Iterable[str], address: str) -> Iterator[MetadataValue]:
    """The claims of the JSON-LD texts *blocks* about the article at *address*, which may be unknown (empty).

    Claims about the web page follow those about the article.
    """
    yield from node_claims(nodes_of(blocks), address)


def node_claims(nodes: Sequence[Node], address: str) -> Iterator[MetadataValue]:
    """The same for the *nodes* of JSON-LD."""
    articles = articles_among(nodes, address)[:1]
    for node in articles:
        yield from _claims(node, named_nodes(nodes), "JSON-LD")
    for page in of_class(nodes, _PAGE)[:1]:
        yield from _claims(page, named_nodes(nodes), "JSON-LD of the web page")


def item_claims(items: Sequence[Node], loose: Node, address: str, where: str) -> Iterator[MetadataValue]:
    """The claims of a page's items about the article at *address*, in the syntax *where*.

    *loose* holds properties outside any item, of which only those with a Wikidata item are used.
    """
    for article in sure_articles(items, address):
        yield from _claims(article, named_nodes(items), where)
    yield from _items(loose, {}, where)


def articles_among(nodes: Sequence[Node], address: str) -> list[Node]:
    """The nodes that describe the article at *address*: first the one with the address, else with headline and date.

    It is followed by others with the same address or headline.
    """
    articles = _whole(of_class(nodes, _ARTICLE), nodes)
    first = min(articles, key=lambda node: _rank(node, address), default=None)
    if first is None:
        return []
    same = (node for node in articles if is_at(node, address) or _headline(node) == _headline(first) is not None)
    return [first, *(node for node in same if node is not first)]


def sure_articles(items: Sequence[Node], address: str) -> list[Node]:
    """The only article among *items*, or else the one that states that it is at *address*: others may be teasers."""
    articles = _whole(of_class(items, _ARTICLE), items)
    here = [node for node in articles if is_at(node, address)]
    return here[:1] if here or len(articles) != 1 else articles


def _whole(articles: Sequence[Node], nodes: Sequence[Node]) -> list[Node]:
    """The *articles* that are not entries of a live blog among *nodes*."""
    entries = [item for node in nodes for item in listed(node.get("liveBlogUpdate")) if isinstance(item, dict)]
    if not entries:
        return list(articles)
    names = {str(entry["@id"]) for entry in entries if "@id" in entry}
    objects = {id(entry) for entry in entries}
    return [node for node in articles if id(node) not in objects and str(node.get("@id")) not in names]


def _headline(node: Node) -> str | None:
    """The headline of *node*, for comparison; None if it has none."""
    return next((" ".join(said.split()).casefold() for said in listed(node.get("headline")) if _is_text(said)), None)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_at(node: Node, address: str) -> bool:
    """Whether *node* states that it is at *address*."""
    return bool(address) and any(_bare(claim) == _bare(address) for claim in _addresses(node))


def _rank(node: Node, address: str) -> tuple[bool, bool, bool]:
    """How unlikely an article is to be the page's: whether it lacks its address, a date, a headline."""
    return (
        not is_at(node, address),
        "datePublished" not in node,
        not (node.get("headline") or node.get("name")),
    )


def _bare(address: str) -> str:
    """*address* without the parts that differ from link to link."""
    return re.split(r"[?#]", address.partition("://")[2], maxsplit=1)[0].removeprefix("www.").rstrip("/")


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in listed(node.get(key)):
            address = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
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
        for value in listed(node.get(key)):
            yield MetadataValue(field, _text(value, named), f"{key} in {where}")
    for key in ("author", "creator"):
        for value in listed(node.get(key)):
            for name in _texts(value, named):
                yield MetadataValue("author", name, f"{key} in {where}", kind=_class(value, named))
            if isinstance(value, Mapping):
                address = _text(resolved(value, named).get("url"), named)
                yield MetadataValue("author page", address, f"url of an {key} in {where}", of=_text(value, named))
    for value in listed(node.get("publisher")):
        yield MetadataValue("publisher", _text(value, named), f"publisher in {where}")
    yield from _items(node, named, where)
    for address in _addresses(node):
        yield MetadataValue("url", address, f"url in {where}")
    for value in listed(node.get("image"))[:_IMAGES_MOST]:
        picture = resolved(value, named) if isinstance(value, Mapping) else {"url": value}
        addresses = (_text(picture.get(key), named) for key in ("contentUrl", "url"))
        image = next(filter(None, addresses), "")
        caption, credit = _text(picture.get("caption"), named), _text(picture.get("creditText"), named)
        yield MetadataValue("image", image, f"address of an image in {where}", of=caption)
        yield MetadataValue("caption", caption, f"image in {where}", credit=credit)


def _items(node: Node, named: Mapping[str, Node], where: str) -> Iterator[MetadataValue]:
    """The Wikidata addresses that identify an author, the publisher or a topic."""
    roles: tuple[tuple[str, Field], ...] = (
        ("author", "author item"),
        ("creator", "author item"),
        ("publisher", "publisher item"),
        ("about", "topic item"),
        ("mentions", "topic item"),
    )
    for key, field in roles:
        for value in listed(node.get(key))[:_TOPICS_MOST]:
            one = resolved(value, named) if isinstance(value, Mapping) else {}
            for part, address in _wikidata_addresses(one):
                where_said = f"{part} of {key} in {where}"
                yield MetadataValue(field, address, where_said, kind=_class(one, named), of=_text(one, named))


def _class(value: Any, named: Mapping[str, Node]) -> str:
    """The first class of *value*; empty if it is not a node, or has no class."""
    return next(iter(classes_of(resolved(value, named))), "") if isinstance(value, Mapping) else ""


def _wikidata_addresses(node: Node) -> Iterator[tuple[str, str]]:
    """The Wikidata addresses in these properties of *node*, each with the property's name."""
    for key in ("sameAs", "@id", "identifier"):
        for value in listed(node.get(key))[:_SAME_MOST]:
            says_wikidata = isinstance(value, Mapping) and _OF_WIKIDATA.fullmatch(str(value.get("propertyID", "")))
            said = (value.get("@id") or value.get("value") or value.get("url")) if isinstance(value, Mapping) else value
            if isinstance(said, str) and (says_wikidata or is_of_wikidata(said)):
                yield key, plain_text(said)


def is_of_wikidata(address: str) -> bool:
    """Whether *address* is on Wikidata, wherever it leads there."""
    return _WIKIDATA.match(address.strip()) is not None


def _text(value: Any, named: Mapping[str, Node]) -> str:
    return next(_texts(value, named), "")


def _texts(value: Any, named: Mapping[str, Node]) -> Iterator[str]:
    """The strings in *value* or its names, without the markup and entities that templates leave in them."""
    if isinstance(value, Mapping):
        node = resolved(value, named)
        value = node.get("name") or node.get("@value")
    for item in listed(value):
        if isinstance(item, bool):
            yield str(item).lower()
        elif isinstance(item, str):
            yield plain_text(item)


def plain_text(text: str) -> str:
    """*text* with its entities decoded, without tags, control characters and surplus white space."""
    text = html.unescape(html.unescape(text)) if "&" in text else text
    text = _TAG.sub(" ", text) if "<" in text else text
    text = "".join(" " if not character.isprintable() else character for character in text)
    return " ".join(text.split())
