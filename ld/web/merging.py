"""What a publisher already says of an article in JSON-LD, and what we say, as one graph."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple
from urllib.parse import unquote

from ld.web.profile import CONTEXT, Json

Side = Literal["theirs", "ours"]

_CONTEXT = re.compile(r"https?://(?:www\.)?schema\.org/?#?")
_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|(?:Live)?BlogPosting|Report)")
_ADDRESS = re.compile(r"(?i)https?://")
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?:(?://\s*)?(?:-->|\]\]>)|;)\s*\Z")
_OF_MANY = ("about", "mentions", "hasPart", "sameAs")
_ALIASES = ("id", "type")
_DEEPEST = 64
_TELLING = 15  # code points of a headline that can be another's beginning only if that adds the site's name
_NAMES = ("name", "headline", "caption", "text")


class Found(NamedTuple):
    """What the publisher says of the article: the numbers of the *blocks* that do, and the *article* as one.

    *others* are what these blocks hold besides; where the article stood inside of one, its ``@id`` stands now.
    """

    blocks: tuple[int, ...]
    article: Json
    others: tuple[Json, ...]


class _Told(NamedTuple):
    """A *node* that describes an article, in the block with this *number*. *main* is what a page names as its own."""

    number: int
    node: Json
    main: bool


def found_article(blocks: Sequence[str], ours: Mapping[str, Any]) -> Found | None:
    """The article among the JSON-LD texts *blocks*: the one that has the address of *ours*, else the first.

    What describes it again is one with it: by ``@id``, by an address, by the headline, or as what a page without
    another address names as its main entity; where two descriptions differ, the first has its way.
    A block counts if it is JSON with no context but schema.org's, so that its words mean what ours mean. Those who
    write JSON by templates are forgiven raw line ends in strings, a semicolon at the end, and comment or CDATA marks.
    """
    read = {number: nodes for number, text in enumerate(blocks) if (nodes := _nodes(text))}
    told = [found for number, nodes in read.items() for found in _articles(number, nodes)]
    if not told:
        return None
    first = next((found for found in told if _addresses(found.node) & _addresses(ours)), told[0])
    same = [first, *(found for found in told if found is not first and _is_any_of(found, (ours, first.node)))]
    names = {found.node["@id"] for found in same if isinstance(found.node.get("@id"), str)}
    gone = {id(found.node) for found in same}
    for number, nodes in read.items():
        parts = [node for node in nodes if node.get("@id") in names and len(node) > 1 and id(node) not in gone]
        same += [_Told(number, node, main=False) for node in parts]
        gone.update(map(id, parts))
    article = first.node
    for found in same[1:]:
        article = _one(article, found.node, "theirs")
    blocks_taken = tuple(sorted({found.number for found in same}))
    pointing = _Pointing(gone, names, article.get("@id", ours.get("@id")))
    others = [pointing.at(node) for number in blocks_taken for node in read[number] if id(node) not in gone]
    return Found(blocks_taken, article, tuple({json.dumps(node, sort_keys=True): node for node in others}.values()))


def told_again(blocks: Sequence[str], found: Found | None, ours: Mapping[str, Any]) -> tuple[int, ...]:
    """The numbers of *blocks* that are not in *found* and describe the article all the same.

    They have contexts of their own, or say nothing by which to tell whether they mean another article. Where nothing
    is *found*, the first that has any is taken to mean the page's own.
    """
    rest = [(number, text) for number, text in enumerate(blocks) if not (found and number in found.blocks)]
    told = [one for number, text in rest for one in _articles(number, _graphs(_document(text)))]
    known = (ours, found.article if found else told[0].node) if found or told else ()
    return tuple(sorted({one.number for one in told if _is_any_of(one, known) or not _addresses(one.node)}))


def is_article(kind: str) -> bool:
    """Whether *kind* names a type of article, with or without a prefix or a namespace."""
    return _ARTICLE.fullmatch(re.split("[:/#]", kind)[-1]) is not None


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
    document = _document(text)
    tops = _listed(document)
    if not all(isinstance(top, dict) and _is_plain(top.get("@context")) for top in tops):
        return ()
    nodes = [_spelt_out(node) for top in tops for node in _of_top(top)]
    return tuple(nodes) if all(isinstance(node, dict) and "@context" not in node for node in nodes) else ()


def _document(text: str) -> Any:
    """The JSON of a block; None if it is none, or nested so deeply that nobody meant it."""
    try:
        document = json.loads(_WRAPPING.sub("", text), strict=False, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return None if _is_too_deep(document) else document


def _graphs(document: Any) -> list[Json]:
    """The nodes at the top of *document* and of the graphs in it, whatever their contexts."""
    tops = [top for top in _listed(document) if isinstance(top, dict)]
    return [_spelt_out(node) for top in tops for node in (top, *_graphs(top.get("@graph")))]


def _spelt_out(value: Any) -> Any:
    """*value* with ``@id`` and ``@type`` for the ``id`` and ``type`` that schema.org's context has too."""
    if isinstance(value, list):
        return [_spelt_out(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        f"@{key}" if key in _ALIASES and f"@{key}" not in value else key: _spelt_out(item)
        for key, item in value.items()
    }


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


def _articles(number: int, nodes: Iterable[Json]) -> Iterator[_Told]:
    """The articles among *nodes*, and those that are the main entity of what is in them."""
    for node in nodes:
        if _is_told_as_article(node):
            yield _Told(number, node, main=False)
        else:
            yield from (_Told(number, inner, main=True) for inner in _main_entities(node))


def _is_told_as_article(node: Json) -> bool:
    return any(isinstance(kind, str) and is_article(kind) for kind in _listed(node.get("@type")))


def _main_entities(value: Any) -> Iterator[Json]:
    """The articles that something in *value* has for its main entity; not those within another article."""
    if isinstance(value, list):
        for item in value:
            yield from _main_entities(item)
    for key, item in value.items() if isinstance(value, dict) else ():
        for inner in _listed(item):
            if key == "mainEntity" and isinstance(inner, dict) and _is_told_as_article(inner):
                yield inner
            else:
                yield from _main_entities(inner)


def _is_any_of(told: _Told, known: Iterable[Mapping[str, Any]]) -> bool:
    """Whether what is *told* is about one of the *known* descriptions' article."""
    return any(_is_same(told, other) for other in known)


def _is_same(told: _Told, other: Mapping[str, Any]) -> bool:
    node = told.node
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
    return not _headline(node) or told.main or (len(short) >= _TELLING and long.startswith(short))


def _headline(article: Mapping[str, Any]) -> str:
    return _folded(article.get("headline")) or _folded(article.get("name"))


def _addresses(article: Mapping[str, Any]) -> set[str]:
    """The pages that *article* says it stands on, without what differs from link to link."""
    values = [value for key in ("url", "mainEntityOfPage", "@id") for value in _listed(article.get(key))]
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
