"""One's own items, in a CSV or JSON Lines file: a row each."""

import csv
import io
import json
from typing import Any

import msgspec

from ld.kb.item import QID, Item, Kind, Position
from ld.urls import is_house_iri

COLUMNS = (
    "qid", "iri", "kind", "type", "label", "aliases", "description", "sitelinks", "renown",
    "positions", "countries", "birth", "death", "capital", "domain",
)  # fmt: skip
POSITION = ("title", "country", "start", "end", "asof", "office")


class _Post(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    country: str | None = None
    start: str | None = None
    end: str | None = None
    asof: str | None = None
    office: str | None = None


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    label: str
    qid: str = ""
    iri: str = ""
    kind: Kind = "person"
    type: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    sitelinks: int = 0
    renown: int = 0
    positions: tuple[_Post, ...] = ()
    countries: tuple[str, ...] = ()
    birth: str | None = None
    death: str | None = None
    capital: str | None = None
    domain: str = ""


def read_json(line: bytes) -> Item:
    """The item of a line of JSON Lines: an object with ``COLUMNS`` as keys; lists are lists, a position is an object.

    Raises msgspec.MsgspecError for a line that is something else.
    """
    return _item(_decode(line))


def read_csv(line: bytes, header: tuple[str, ...]) -> Item:
    """The item in a line of CSV with the columns *header*, from ``COLUMNS``.

    In a cell, ``|`` separates entries, and ``;`` the parts of a position, in the order of ``POSITION``.
    Raises msgspec.MsgspecError for an invalid line.
    """
    cells = _cells(line.decode())
    if len(cells) != len(header):
        raise msgspec.ValidationError(f"{len(cells)} cells, but the header has {len(header)}")
    row: dict[str, Any] = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    for name in ("aliases", "countries"):
        row[name] = [entry.strip() for entry in row.get(name, "").split("|") if entry.strip()]
    row["positions"] = [_post(entry) for entry in row.get("positions", "").split("|") if entry]
    return _item(msgspec.convert(row, _Row, strict=False))


def read_header(line: bytes) -> tuple[str, ...]:
    """The columns named by the first *line* of a CSV file.

    Raises msgspec.ValidationError for unknown ones, UnicodeDecodeError if it is not UTF-8.
    """
    header = tuple(cell.strip() for cell in _cells(line.decode("utf-8-sig")))
    unknown = [name for name in header if name not in COLUMNS]
    if unknown or "label" not in header or not {"qid", "iri"}.intersection(header):
        raise msgspec.ValidationError(
            f"unknown column {unknown[0]!r}" if unknown else "the columns label and qid, or label and iri, are needed"
        )
    return header


def write_json(item: Item) -> str:
    """*item* as a line of JSON Lines, as ``read_json`` reads it."""
    row = {name: getattr(item, name) for name in COLUMNS if getattr(item, name) not in {None, "", 0, ()}}
    row["positions"] = [
        {name: value for name in POSITION if (value := getattr(position, name))} for position in item.positions
    ]
    return json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line)), [])
    except csv.Error as error:
        raise msgspec.ValidationError(str(error)) from error


def _post(entry: str) -> dict[str, str]:
    parts = [part.strip() for part in entry.split(";")]
    return {name: part for name, part in zip(POSITION, parts, strict=False) if part}


def _item(row: _Row) -> Item:
    if row.qid and not QID.fullmatch(row.qid):
        raise msgspec.ValidationError(f"{row.qid!r} is not a Wikidata item")
    if not row.qid and not row.iri:
        raise msgspec.ValidationError("no qid and no iri")
    if row.iri and not is_house_iri(row.iri):
        raise msgspec.ValidationError(
            f"{row.iri!r} is no IRI of one's own: write an http or https URL with its host in lower case, and for an "
            "item of Wikidata's, its qid"
        )
    if not row.label:
        raise msgspec.ValidationError("the label is empty")
    if not 0 <= row.sitelinks <= _MOST_WIKIS or not 0 <= row.renown <= _MOST_WIKIS:
        raise msgspec.ValidationError(f"sitelinks and renown are numbers from 0 to {_MOST_WIKIS}")
    fields = msgspec.structs.asdict(row) | {"positions": tuple(_position(post) for post in row.positions)}
    return Item(**fields)


def _position(post: _Post) -> Position:
    if post.office and not QID.fullmatch(post.office):
        raise msgspec.ValidationError(f"the office {post.office!r} is not a Wikidata item")
    return Position(**msgspec.structs.asdict(post))


_MOST_WIKIS = 1_000_000
_decode = msgspec.json.Decoder(_Row).decode
