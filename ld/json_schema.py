"""The JSON Schema of one of our types, identical on every version of Python."""

import inspect
from typing import Any

import msgspec


def json_schema(described: Any) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the type, or union of types, *described*; docstrings are its descriptions.

    They come without the indent of the source, which Python itself takes away from 3.13 on.
    """
    schema: dict[str, Any] = _without_indent(msgspec.json.schema(described))
    return schema


def _without_indent(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_indent(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: inspect.cleandoc(inner) if key == "description" and isinstance(inner, str) else _without_indent(inner)
        for key, inner in value.items()
    }
