"""The JSON-LD in a page's blocks as plain nodes, as far as it means what ours means."""

import re
from typing import Any

from ld.json_slips import read_mended
from ld.web.profile import Json

_CONTEXT = re.compile(r"https?://(?:www\.)?schema\.org/?#?")

_ALIASES = ("id", "type")

_DEEPEST = 64


def mergeable_nodes(text: str) -> tuple[Json, ...]:
    """The top-level nodes of a block; empty if it cannot be merged."""
    document = document_of(text)
    tops = as_list(document)
    if not all(isinstance(top, dict) and _is_plain(top.get("@context")) for top in tops):
        return ()
    nodes = [_spelt_out(node) for top in tops for node in _of_top(top)]
    return tuple(nodes) if all(isinstance(node, dict) and "@context" not in node for node in nodes) else ()


def all_nodes(document: Any) -> list[Json]:
    """The top-level nodes of *document* and of the graphs in it, whatever their contexts."""
    tops = [top for top in as_list(document) if isinstance(top, dict)]
    return [_spelt_out(node) for top in tops for node in (top, *all_nodes(top.get("@graph")))]


def document_of(text: str) -> Any:
    """The JSON of a block; None if it is invalid, too deeply nested, or cannot be preserved exactly."""
    try:
        document, _, slips = read_mended(text)
    except (ValueError, RecursionError):
        return None
    return None if _is_too_deep(document) or any(slip.is_lost for slip in slips) else document


def _is_too_deep(document: Any) -> bool:
    """Whether *document* is more deeply nested than anybody would intend."""
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
    return [bare] if graph is None or len(bare) > 1 else as_list(graph)


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


def as_list(value: Any) -> list[Any]:
    """The values of a JSON-LD property, which are in a list if there are several."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
