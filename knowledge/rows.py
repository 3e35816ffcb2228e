"""Reads files of facts into rows of entities, with the cells that all kinds of tables have in common."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def merged(folder: Path, kind: str) -> Iterator[Row]:
    """The entities of this *kind*, each once, with all that the files state of it."""
    names = {"person": ("people",), "organization": ("organizations", "outlets"), "place": ("places",)}[kind]
    rows: dict[str, Row] = {}
    for path in sorted(path for name in names for path in folder.glob(f"{name}*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                known = rows.setdefault(row["qid"], row)
                if known is not row:
                    _add(known, row)
    return iter(rows.values())


def _add(known: Row, row: Row) -> None:
    for field, value in row.items():
        if isinstance(value, list):
            known[field] = [*known.get(field, []), *(each for each in value if each not in known.get(field, []))]
        elif field in {"sitelinks_at_least", "population", "quotes"}:
            known[field] = max(known.get(field, 0), value)
        else:
            known.setdefault(field, value)
    if row["name"] != known["name"] and row["name"] not in known.get("aliases", []):
        known["aliases"] = [*known.get("aliases", []), row["name"]]


NOT_SHIPPED = {"dr5hn", "quotebank", "quotebank-candidate"}
"""Sources whose licence is share-alike, or unknown."""


def shipped_part(row: Row) -> Row | None:
    """*row* without sources that are not shipped; None if it has no other."""
    sources = [source for source in row["sources"] if source not in NOT_SHIPPED]
    return row | {"sources": sources} if sources else None


def common_cells(row: Row, kind: str, sitelinks: int, renown: int) -> Row:
    """The cells that all kinds have in common."""
    aliases = row.get("aliases", ())
    names = dict.fromkeys(cell(name) for name in aliases if kind != "person" or "," not in name)
    return {
        "qid": row["qid"],
        "kind": kind,
        "label": cell(row["name"]),
        "aliases": "|".join(name for name in names if name and name != row["name"]),
        "sitelinks": sitelinks or "",
        "renown": renown or "",
        "countries": "|".join(row.get("country", ())),
    }


def cell(text: str) -> str:
    """*text* without the characters that separate cells and the values in them."""
    return " ".join(text.replace("&amp,", "&").replace("&amp;", "&").replace("|", " ").replace(";", ",").split())


def is_latin(name: str) -> bool:
    """Whether all letters of *name* are Latin."""
    return all(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or not letter.isalpha() for letter in name)
