"""Merges what a publisher's JSON-LD says about an article with what we say, into one graph."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ld.web.descriptions import Side, one_description
from ld.web.profile import CONTEXT, Json
from ld.web.published import PublishedArticle


def merged(found: PublishedArticle, ours: Mapping[str, Any], prefer: Side) -> Json:
    """The publisher's article and *ours* as one, together with the other content of the publisher's block."""
    rest = {key: value for key, value in _without_own_data(ours).items() if key != "@context"}
    article = one_description(found.article, rest, prefer)
    described = {node["@id"] for node in _nodes_within([article, *found.others]) if _describes(node)}
    others = (node for node in _nodes_within(ours) if _describes(node) and not _is_own_data(node))
    lost = {node["@id"]: _without_own_data(node) for node in others if node["@id"] not in described}
    article = _with_descriptions(article, lost)
    if not found.others:
        return {"@context": CONTEXT, **article}
    return {"@context": CONTEXT, "@graph": [article, *found.others]}


def _without_own_data(value: Any) -> Any:
    """*value* without what only the page's own block describes, for that describes it still."""
    if isinstance(value, list):
        return [_without_own_data(item) for item in value if not _is_own_data(item)]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_own_data(item) for key, item in value.items() if not _is_own_data(item)}
    return {key: item for key, item in kept.items() if item != []}


def _is_own_data(value: Any) -> bool:
    return isinstance(value, dict) and _OWN_DATA.search(str(value.get("@id", ""))) is not None


_OWN_DATA = re.compile(r"#page-[0-9a-f]{10}\Z")


def _nodes_within(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes_within(item)


def _describes(node: Json) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _with_descriptions(value: Any, lost: dict[str, Json]) -> Any:
    """*value*, in which the first node for each of the *lost* gets the other side's values, and leaves *lost*."""
    if isinstance(value, list):
        return [_with_descriptions(item, lost) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"@id"} and value["@id"] in lost:
        return _with_descriptions(lost.pop(value["@id"]), lost)
    return {key: _with_descriptions(item, lost) for key, item in value.items()}
