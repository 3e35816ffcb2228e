"""Reads JSON with the offset of every value."""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

_SCALAR = re.compile(r"[^\s,\]}]+")
_BLANK = re.compile(r"[ \t\n\r]*")


class Scalar(NamedTuple):
    """A string (*value*), or a number, true, false or null as it is written (*value* is None), at offset *start*."""

    start: int
    value: str | None
    written: str


class Array(NamedTuple):
    """An array at offset *start*."""

    start: int
    items: "tuple[Json, ...]"


class Member(NamedTuple):
    """A member of an object, whose name is at offset *start*."""

    name: str
    start: int
    value: "Json"


class Object(NamedTuple):
    """An object at offset *start*."""

    start: int
    members: tuple[Member, ...]

    def get(self, *names: str) -> "Json | None":
        """The value of the last member with one of these *names*, as parsers take it; None if there is none."""
        return next((member.value for member in reversed(self.members) if member.name in names), None)


Json = Scalar | Array | Object


def scan_json(text: str, offset: int = 0) -> Json:
    """The value in *text*, which is well-formed; *offset* is added to every offset."""
    value, _ = _value(text, _skip(text, 0), offset)
    return value


def _value(text: str, at: int, offset: int) -> tuple[Json, int]:
    if text[at] == "{":
        return _object(text, at, offset)
    if text[at] == "[":
        return _array(text, at, offset)
    if text[at] == '"':
        value, end = scanstring(text, at + 1, False)  # noqa: FBT003 - a C function: control characters may stand in it
        return Scalar(at + offset, value, text[at:end]), end
    match = _SCALAR.match(text, at)
    end = match.end() if match else at
    return Scalar(at + offset, None, text[at:end]), end


def _object(text: str, start: int, offset: int) -> tuple[Object, int]:
    members: list[Member] = []
    at = _skip(text, start + 1)
    while text[at] != "}":
        name_start = at
        name, at = scanstring(text, at + 1, False)  # noqa: FBT003
        value, at = _value(text, _skip(text, _skip(text, at) + 1), offset)
        members.append(Member(name, name_start + offset, value))
        at = _after(text, at)
    return Object(start + offset, tuple(members)), at + 1


def _array(text: str, start: int, offset: int) -> tuple[Array, int]:
    items: list[Json] = []
    at = _skip(text, start + 1)
    while text[at] != "]":
        value, at = _value(text, at, offset)
        items.append(value)
        at = _after(text, at)
    return Array(start + offset, tuple(items)), at + 1


def _after(text: str, at: int) -> int:
    """The position after the comma behind a value, if there is one, and the whitespace around it."""
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def member_path(path: str, name: str) -> str:
    """The RFC 9535 normalized path of the member *name* below *path*."""
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{escaped}']"
