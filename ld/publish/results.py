"""The answers of stores, read: SPARQL 1.1 Query Results JSON, whose shape is checked and never trusted."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from ld.errors import StoreError

Row = dict[str, str]
"""One solution of a SELECT: the lexical value of each variable that is bound."""


class Table(NamedTuple):
    """The solutions of a SELECT, and the *names* of its variables in the order in which it gives them."""

    names: list[str]
    rows: list[Row]


class _Term(msgspec.Struct):
    value: str


class _Head(msgspec.Struct):
    vars: list[str] = []


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Term]]


class _Answer(msgspec.Struct):
    head: _Head = msgspec.field(default_factory=_Head)
    results: _Results | None = None
    boolean: bool | None = None


_decoder = msgspec.json.Decoder(_Answer)


def read_results(answer: bytes) -> Table | bool:
    """The *answer* to a SELECT or an ASK. Raises StoreError if it is neither."""
    try:
        found = _decoder.decode(answer)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _no_table() from error
    if found.results is not None:
        return Table(
            found.head.vars, [{name: term.value for name, term in row.items()} for row in found.results.bindings]
        )
    if found.boolean is not None:
        return found.boolean
    raise _no_table()


def read_rows(answer: bytes) -> list[Row]:
    """The solutions in the *answer* to a SELECT. Raises StoreError if it is not a table."""
    found = read_results(answer)
    if isinstance(found, bool):
        raise _no_table()
    return found.rows


def cells(rows: Sequence[Row], *names: str) -> list[tuple[str, ...]]:
    """The values of each of *rows* under *names*. Raises StoreError if one is missing."""
    try:
        return [tuple(row[name] for name in names) for row in rows]
    except KeyError as error:
        raise StoreError(
            f"the store answered with a table without a value for {error}",
            "does a SPARQL store answer at this address?",
        ) from error


def whole_number(value: str) -> int:
    """*value* as a count. Raises StoreError if it is not one."""
    if value.isascii() and value.isdecimal() and len(value) < 19:  # noqa: PLR2004 - what a 64-bit integer holds
        return int(value)
    raise StoreError(
        f"the store answered with {value[:40]!r} for a number", "does a SPARQL store answer at this address?"
    )


def _no_table() -> StoreError:
    hint = "is the query a SELECT, and does a SPARQL store answer at this address?"
    return StoreError("the store answered with something that is no table", hint)
