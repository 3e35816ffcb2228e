"""The article that a page's JSON-LD describes already, in one block or in several."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from ld.web.blocks import all_nodes, as_list, document_of, mergeable_nodes
from ld.web.descriptions import comparable, one_description
from ld.web.profile import Json

_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|(?:Live)?BlogPosting|Report)")

_ADDRESS = re.compile(r"(?i)https?://")

_TELLING = 15  # code points of a headline that can be another's beginning only if that adds the site's name


class PublishedArticle(NamedTuple):
    """The publisher's description of the article: the numbers of the *blocks* with it, and the *article* as one.

    *others* are the other nodes of these blocks; where the article was nested, its ``@id`` takes its place.
    """

    blocks: tuple[int, ...]
    article: Json
    others: tuple[Json, ...]


class _Description(NamedTuple):
    """A *node* that describes an article, in the block with this *number*. *main* is what a page names as its own."""

    number: int
    node: Json
    main: bool


def found_article(blocks: Sequence[str], ours: Mapping[str, Any]) -> PublishedArticle | None:
    """The article in the JSON-LD texts *blocks*: the one with the address of *ours*, else the first."""
    read = {number: nodes for number, text in enumerate(blocks) if (nodes := mergeable_nodes(text))}
    described = [found for number, nodes in read.items() for found in _articles(number, nodes)]
    if not described:
        return None
    first = next((found for found in described if _addresses(found.node) & _addresses(ours)), described[0])
    same = [first, *(found for found in described if found is not first and _is_any_of(found, (ours, first.node)))]
    names = {found.node["@id"] for found in same if isinstance(found.node.get("@id"), str)}
    gone = {id(found.node) for found in same}
    for number, nodes in read.items():
        parts = [node for node in nodes if node.get("@id") in names and len(node) > 1 and id(node) not in gone]
        same += [_Description(number, node, main=False) for node in parts]
        gone.update(map(id, parts))
    article = first.node
    for found in same[1:]:
        article = one_description(article, found.node, "theirs")
    blocks_taken = tuple(sorted({found.number for found in same}))
    pointing = _Pointing(gone, names, article.get("@id", ours.get("@id")))
    others = [pointing.at(node) for number in blocks_taken for node in read[number] if id(node) not in gone]
    return PublishedArticle(
        blocks_taken, article, tuple({json.dumps(node, sort_keys=True): node for node in others}.values())
    )


def described_again(blocks: Sequence[str], found: PublishedArticle | None, ours: Mapping[str, Any]) -> tuple[int, ...]:
    """The numbers of *blocks* that are not in *found* and describe the article all the same.

    They have contexts of their own, or say nothing by which to tell whether they mean another article. Where nothing
    is *found*, the first that has any is taken to mean the page's own.
    """
    rest = [(number, text) for number, text in enumerate(blocks) if not (found and number in found.blocks)]
    described = [one for number, text in rest for one in _articles(number, all_nodes(document_of(text)))]
    known = (ours, found.article if found else described[0].node) if found or described else ()
    return tuple(sorted({one.number for one in described if _is_any_of(one, known) or not _addresses(one.node)}))


def is_article(kind: str) -> bool:
    """Whether *kind* names a type of article, with or without a prefix or a namespace."""
    return _ARTICLE.fullmatch(re.split("[:/#]", kind)[-1]) is not None


def _articles(number: int, nodes: Iterable[Json]) -> Iterator[_Description]:
    """The articles among *nodes*, and those that are the main entity of what is in them."""
    for node in nodes:
        if _describes_article(node):
            yield _Description(number, node, main=False)
        else:
            yield from (_Description(number, inner, main=True) for inner in _main_entities(node))


def _describes_article(node: Json) -> bool:
    return any(isinstance(kind, str) and is_article(kind) for kind in as_list(node.get("@type")))


def _main_entities(value: Any) -> Iterator[Json]:
    """The articles that something in *value* has for its main entity; not those within another article."""
    if isinstance(value, list):
        for item in value:
            yield from _main_entities(item)
    for key, item in value.items() if isinstance(value, dict) else ():
        for inner in as_list(item):
            if key == "mainEntity" and isinstance(inner, dict) and _describes_article(inner):
                yield inner
            else:
                yield from _main_entities(inner)


def _is_any_of(described: _Description, known: Iterable[Mapping[str, Any]]) -> bool:
    """Whether *described* is about one of the *known* descriptions' article."""
    return any(_is_same(described, other) for other in known)


def _is_same(described: _Description, other: Mapping[str, Any]) -> bool:
    node = described.node
    if node.get("@id") is not None and node.get("@id") == other.get("@id"):
        return True
    here, there = _addresses(node), _addresses(other)
    if here & there:
        return True
    short, long = sorted((_headline(node), _headline(other)), key=len)
    if short == long and short:
        return True
    if here and there:
        return False
    return not _headline(node) or described.main or (len(short) >= _TELLING and long.startswith(short))


def _headline(article: Mapping[str, Any]) -> str:
    return comparable(article.get("headline")) or comparable(article.get("name"))


def _addresses(article: Mapping[str, Any]) -> set[str]:
    """The pages that *article* says it stands on, without what differs from link to link."""
    values = [value for key in ("url", "mainEntityOfPage", "@id") for value in as_list(article.get(key))]
    said = [value.get("@id") or value.get("url") if isinstance(value, dict) else value for value in values]
    return {_bare(address) for address in said if isinstance(address, str) and _ADDRESS.match(address)}


def _bare(address: str) -> str:
    """*address* without scheme, ``www.``, fragment and slash at the end; the query counts if nothing else does."""
    place, mark, query = address.partition("://")[2].partition("#")[0].partition("?")
    host, _, path = unquote(place).partition("/")
    bare = f"{host.lower().removeprefix('www.')}/{path}".rstrip("/")
    return bare if "/" in bare else f"{bare}{mark}{query}"


class _Pointing(NamedTuple):
    """The article's *name* in place of the nodes that are *gone*, by ``id()``, and of other *names* that it had."""

    gone: Collection[int]
    names: Collection[str]
    name: str | None

    def at(self, value: Any) -> Any:
        """*value* with nothing that describes the article; without what would point to an article without a name."""
        if isinstance(value, list):
            return [item for item in map(self.at, value) if item is not None]
        if not isinstance(value, dict):
            return value
        if id(value) in self.gone or (value.keys() == {"@id"} and value["@id"] in self.names):
            return {"@id": self.name} if self.name else None
        pointed = {key: self.at(item) for key, item in value.items()}
        return {key: item for key, item in pointed.items() if item is not None or value[key] is None}
