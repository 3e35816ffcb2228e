"""A page's JSON-LD as nodes with schema.org's own names; broken blocks are mended if it is clear how."""

import json
import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ld.json_slips import read_mended

Node = Mapping[str, Any]
"""A node of JSON-LD: its properties and classes have schema.org's local names; other names are as written."""

SCHEMA_ORG = re.compile(r"https?://(?:www\.)?schema\.org/", re.IGNORECASE)
_DEEPEST = 12
_NODES_MOST = 5000


class Fault(NamedTuple):
    """Why a block cannot be read, and the number of the line, from 1."""

    line: int
    because: str


class _Terms(NamedTuple):
    """A context's definitions: *meanings* of terms, and the *prefixes* for schema.org."""

    meanings: Mapping[str, str]
    prefixes: frozenset[str]


_SCHEMA_ORGS = _Terms({"id": "@id", "type": "@type"}, frozenset(("schema",)))


def nodes_of(blocks: Iterable[str]) -> list[Node]:
    """The nodes of the JSON-LD texts *blocks*, the outer before the inner; unreadable blocks have none."""
    return [node for text in blocks for node in _nodes(_plain(_read(text)[0], _SCHEMA_ORGS, _DEEPEST))]


def fault_of(text: str) -> Fault | None:
    """The fault of the JSON-LD *text* that cannot be mended; None if it can be read, or is blank."""
    return _read(text)[1] if text.strip() else None


def lost_in(text: str) -> list[Fault]:
    """The values of the JSON-LD *text* that no reader can represent, such as excessively large numbers."""
    try:
        slips = read_mended(text).slips
    except (ValueError, RecursionError):
        return []
    return [Fault(text.count("\n", 0, slip.offset) + 1, slip.what) for slip in slips if slip.is_lost]


def named_nodes(nodes: Iterable[Node]) -> Mapping[str, Node]:
    """The nodes with an ``@id``, each merged from all its occurrences; of a property the first occurrence counts."""
    named: dict[str, dict[str, Any]] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > 1:
            known = named.setdefault(name, {})
            known.update((key, value) for key, value in node.items() if key not in known)
    return named


def resolved(value: Node, named: Mapping[str, Node]) -> Node:
    """The node *value* with the properties given elsewhere for its ``@id``."""
    name = value.get("@id")
    if not isinstance(name, str) or name not in named:
        return value
    # a view, since copies for thousands of references would be slow
    return named[name] if len(value) == 1 else ChainMap(value, named[name])  # type: ignore[arg-type]  # it is only read


def listed(value: Any) -> list[Any]:
    """*value* as a list: a single value becomes a list of one, None an empty list."""
    if isinstance(value, dict) and (inner := value.keys() & {"@list", "@set"}):
        return listed(value[inner.pop()])
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def classes_of(node: Node) -> list[str]:
    """The classes of *node*, as written."""
    return [name for name in listed(node.get("@type")) if isinstance(name, str)]


def _read(text: str) -> tuple[Any, Fault | None]:
    """The document in *text*, mended if need be; None, and the fault, if it cannot be mended."""
    try:
        return read_mended(text).document, None
    except json.JSONDecodeError as error:
        return None, Fault(error.lineno, error.msg)
    except RecursionError:
        return None, Fault(1, "it is nested too deeply")


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


def _plain(value: Any, terms: _Terms, deepest: int) -> Any:
    """*value* in schema.org's own names, according to its contexts; anything *deepest* levels below is left out."""
    if isinstance(value, list):
        return [_plain(item, terms, deepest - 1) for item in value] if deepest else []
    if not isinstance(value, dict):
        return value
    if "@context" in value:
        terms = _within(terms, value["@context"])
    node: dict[str, Any] = {}
    for key, item in value.items() if deepest else ():
        term = _meaning(key, terms)
        if term == "@type":
            item = [_meaning(name, terms) for name in listed(item) if isinstance(name, str)]  # noqa: PLW2901
        elif term != "@context":
            item = _plain(item, terms, deepest - 1)  # noqa: PLW2901
        node[term] = item if term not in node else [*listed(node[term]), *listed(item)]
    return node


def _within(terms: _Terms, context: Any) -> _Terms:
    """*terms* with those that *context* defines; contexts given by address are taken for schema.org's."""
    for term, meaning in _definitions(context):
        said = meaning if SCHEMA_ORG.match(meaning) else _meaning(meaning, terms)
        if SCHEMA_ORG.fullmatch(said) and not term.startswith("@"):
            terms = terms._replace(prefixes=terms.prefixes | {term})
        elif not term.startswith("@"):
            terms = terms._replace(meanings={**terms.meanings, term: _local(said)})
    return terms


def _definitions(context: Any) -> Iterator[tuple[str, str]]:
    for one in listed(context)[:_CONTEXTS_MOST]:
        for term, meaning in list(one.items())[:_TERMS_MOST] if isinstance(one, dict) else ():
            said = meaning.get("@id") if isinstance(meaning, dict) else meaning
            if isinstance(said, str):
                yield term, said


_CONTEXTS_MOST = 10
_TERMS_MOST = 200


def _meaning(name: str, terms: _Terms) -> str:
    """The local name of a schema.org term, a keyword, or *name* unchanged."""
    if name in terms.meanings:
        return terms.meanings[name]
    prefix, colon, rest = name.partition(":")
    return rest if colon and prefix in terms.prefixes else _local(name)


def _local(name: str) -> str:
    return SCHEMA_ORG.sub("", name, count=1) if SCHEMA_ORG.match(name) else name


def of_class(nodes: Sequence[Node], kind: re.Pattern[str]) -> list[Node]:
    """The *nodes* with a class whose name matches *kind*."""
    return [node for node in nodes if any(kind.fullmatch(name) for name in classes_of(node))]
