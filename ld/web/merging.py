"""What a publisher already says of an article in JSON-LD, and what we say, as one graph."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from ld.web.profile import CONTEXT, Json

Side = Literal["theirs", "ours"]

_CONTEXT = re.compile(r"https?://(?:www\.)?schema\.org/?#?")
_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|(?:Live)?BlogPosting|Report)")
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?:(?://\s*)?(?:-->|\]\]>)|;)\s*\Z")
_OF_MANY = ("about", "mentions", "hasPart", "sameAs")
_DEEPEST = 64
_NAMES = ("name", "headline", "caption", "text")


class Found(NamedTuple):
    """The publisher's *article*: the number of the *block* that holds it, and the *others* that it holds besides."""

    block: int
    article: Json
    others: tuple[Json, ...]


def found_article(blocks: Iterable[str], ours: Mapping[str, Any]) -> Found | None:
    """The article among the JSON-LD texts *blocks*: the one that has the address of *ours*, else the first.

    A block counts if it is JSON with no context but schema.org's, so that its words mean what ours mean. Those who
    write JSON by templates are forgiven raw line ends in strings, a semicolon at the end, and comment or CDATA marks.
    """
    found = [candidate for number, text in enumerate(blocks) for candidate in _articles(number, _nodes(text))]
    address = _address(ours)
    same = (candidate for candidate in found if address and _address(candidate.article) == address)
    return next(same, found[0] if found else None)


def merged(found: Found, ours: Mapping[str, Any], prefer: Side) -> Json:
    """The publisher's article and *ours* as one, and beside it what else the publisher's block holds."""
    article = _one(found.article, {key: value for key, value in ours.items() if key != "@context"}, prefer)
    described = {node["@id"] for node in _nodes_within([article, *found.others]) if _describes(node)}
    lost = {node["@id"]: node for node in _nodes_within(ours) if _describes(node) and node["@id"] not in described}
    article = _with_descriptions(article, lost)
    if not found.others:
        return {"@context": CONTEXT, **article}
    return {"@context": CONTEXT, "@graph": [article, *found.others]}


def _nodes_within(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes_within(item)


def _describes(node: Json) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _with_descriptions(value: Any, lost: dict[str, Json]) -> Any:
    """*value*, and what was *lost* with the other side's values told where it is spoken of first; it leaves *lost*."""
    if isinstance(value, list):
        return [_with_descriptions(item, lost) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"@id"} and value["@id"] in lost:
        return _with_descriptions(lost.pop(value["@id"]), lost)
    return {key: _with_descriptions(item, lost) for key, item in value.items()}


def _nodes(text: str) -> tuple[Json, ...]:
    """The nodes at the top of a block; none if it cannot be merged."""
    try:
        document = json.loads(_WRAPPING.sub("", text), strict=False, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return ()
    tops = document if isinstance(document, list) else [document]
    if _is_too_deep(document) or not all(isinstance(top, dict) and _is_plain(top.get("@context")) for top in tops):
        return ()
    nodes = [node for top in tops for node in _of_top(top)]
    return tuple(nodes) if all(isinstance(node, dict) and "@context" not in node for node in nodes) else ()


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _is_too_deep(document: Any) -> bool:
    """Whether *document* is nested so deeply that nobody meant it."""
    level = [document]
    for _ in range(_DEEPEST):
        level = [
            item
            for value in level
            for item in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
        ]
    return bool(level)


def _is_plain(context: Any) -> bool:
    """Whether *context* is that of schema.org alone, however its address is spelt."""
    if isinstance(context, list) and len(context) == 1:
        context = context[0]
    if isinstance(context, dict) and context.keys() == {"@vocab"}:
        context = context["@vocab"]
    return isinstance(context, str) and _CONTEXT.fullmatch(context) is not None


def _of_top(top: Json) -> list[Any]:
    bare = {key: value for key, value in top.items() if key != "@context"}
    graph = bare.get("@graph")
    return [bare] if graph is None or len(bare) > 1 else _listed(graph)


def _articles(number: int, nodes: Sequence[Json]) -> Iterator[Found]:
    for place, node in enumerate(nodes):
        if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in _listed(node.get("@type"))):
            yield Found(number, node, tuple(nodes[:place]) + tuple(nodes[place + 1 :]))


def _address(article: Mapping[str, Any]) -> str:
    """The page that *article* says it stands on, without what differs from link to link."""
    for key in ("url", "mainEntityOfPage", "@id"):
        value = article.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            bare = re.split(r"[?#]", value.partition("://")[2], maxsplit=1)[0]
            return bare.removeprefix("www.").rstrip("/")
    return ""


def _one(theirs: Json, ours: Mapping[str, Any], prefer: Side) -> Json:
    """Two descriptions of one thing. It keeps the publisher's ``@id``, by which other blocks may speak of it."""
    first, second = (theirs, ours) if prefer == "theirs" else (ours, theirs)
    one: Json = {}
    for key in dict.fromkeys((*first, *second)):
        if key == "@id":
            one[key] = theirs.get(key, ours.get(key))
        elif not _says(first.get(key)) or not _says(second.get(key)):
            one[key] = first[key] if _says(first.get(key)) or key not in second else second[key]
        elif key == "@type":
            one[key] = first[key]
        else:
            one[key] = _values(theirs[key], ours[key], prefer, every=key in _OF_MANY)
    return one


def _says(value: Any) -> bool:
    return value not in (None, "", [], {})


def _values(theirs: Any, ours: Any, prefer: Side, *, every: bool) -> Any:
    """The values of a property that both give: those of the preferred side, each made fuller by its like.

    Of properties that list what is *every* bit as true beside the rest, the other side's are added.
    """
    first, second = (theirs, ours) if prefer == "theirs" else (ours, theirs)
    rest, values = _listed(second), list[Any]()
    for value in _listed(first):
        like = next((other for other in rest if _alike(value, other)), None)
        rest = [other for other in rest if other is not like and other != value]
        values.append(
            value if like is None else _one(*((value, like) if prefer == "theirs" else (like, value)), prefer)
        )
    values += rest if every else []
    return values if isinstance(first, list) or len(values) > 1 else values[0]


def _alike(one: Any, other: Any) -> bool:
    """Whether two nodes are the same thing: by ``@id``, else by type and name."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    if "@id" in one and one["@id"] == other.get("@id"):
        return True
    kinds = {str(kind) for kind in _listed(one.get("@type"))} & {str(kind) for kind in _listed(other.get("@type"))}
    names = [name for key in _NAMES if (name := _folded(one.get(key))) and name == _folded(other.get(key))]
    return bool(kinds and names)


def _folded(name: Any) -> str:
    return " ".join(name.split()).casefold() if isinstance(name, str) else ""


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
