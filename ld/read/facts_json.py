"""facts.json: decoding and checking it into Facts, writing it, and its JSON Schema."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ld.errors import InputError
from ld.facts import Facts
from ld.json_schema import json_schema
from ld.read.facts_check import faults

VALUE_MOST = 8_000_000
"""The longest value in bytes of UTF-8: escaped, a term of a graph then stays below the 16 MB of RDF parsers."""

_WHERE = re.compile(r"(?s)(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?")
_BYTE = re.compile(r"\(byte (\d+)\)")
_MOST_FAULTS = 10


def read_facts(text: str) -> Facts:
    """The facts in *text*, a facts.json.

    Raises InputError: for malformed JSON with line and column; for a breach of the schema with its JSON path; for
    impossible spans, references, dates and the like, up to ten of them, each with its JSON path; for a value of more
    than 8 MB.
    """
    plain = text.removeprefix("\ufeff")
    try:
        data = plain.encode()
    except UnicodeEncodeError as error:
        hint = "save the file as UTF-8"
        raise InputError(
            f"facts.json is no Unicode text: half a surrogate pair at offset {error.start}", hint
        ) from error
    facts = _decoded(data)
    if len(data) > VALUE_MOST:
        _refuse_long(facts)
    found = faults(facts)
    if found:
        shown = "\n".join(f"  {fault}" for fault in found[:_MOST_FAULTS])
        more = f"\n  and {len(found) - _MOST_FAULTS} more" if len(found) > _MOST_FAULTS else ""
        raise InputError(f"facts.json contradicts itself:\n{shown}{more}", "correct these places in the file")
    return facts


def _refuse_long(facts: Facts) -> None:
    """Refuse values too long for any RDF reader; the article's text is exempt, since graphs do not contain it."""
    found = next((path for path, value in _texts(facts, "$") if len(value.encode()) > VALUE_MOST), None)
    if found:
        raise InputError(f"{found}: has over {VALUE_MOST // 1_000_000} MB, more than a graph can hold", "shorten it")


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if (path, name) != ("$.article", "text"):
                yield from _texts(getattr(value, name), f"{path}.{name}")


def _decoded(data: bytes) -> Facts:
    try:
        return msgspec.json.decode(data, type=Facts)
    except msgspec.ValidationError as error:
        where = _WHERE.fullmatch(str(error))
        path, what = (where["path"] or "$", where["what"]) if where else ("$", str(error))
        raise InputError(f"{path}: {what}", "see the JSON Schema of facts.json") from error
    except msgspec.DecodeError as error:
        raise InputError(
            f"malformed JSON{_place(data, str(error))}: {error}", "facts.json must be one JSON object"
        ) from error
    except RecursionError as error:
        raise InputError("malformed JSON: nested too deeply", "facts.json must be one JSON object") from error


def _place(data: bytes, message: str) -> str:
    """Line and column, from 1 and in characters, of the byte that *message* names; the end if it names none."""
    byte = _BYTE.search(message)
    lines = (data[: int(byte[1])] if byte else data.rstrip()).decode(errors="replace").split("\n")
    return f" at line {len(lines)}, column {len(lines[-1]) + 1}"


def write_facts(facts: Facts) -> str:
    """*facts* as facts.json: indented by two spaces, the same bytes for the same facts, with a final line end."""
    return msgspec.json.format(msgspec.json.encode(facts), indent=2).decode() + "\n"


def facts_schema() -> str:
    """The JSON Schema (2020-12) of facts.json, as text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "facts.json",
        "description": "What one news article states, each fact with the words of the article that state it.",
        **json_schema(Facts),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"
