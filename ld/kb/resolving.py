"""Staged items as they are written: what was merged on Wikidata joined, posts titled by their offices."""

import sqlite3
from collections.abc import Iterator

import msgspec

from ld.kb.item import Item, Position, pack, unpack

Title = tuple[str, str | None]
"""What a post is called, and the country for which it is held, if it is known."""


def follow_moves(rows: sqlite3.Connection) -> list[tuple[int, int]]:
    """Join what was merged on Wikidata to its target, drop what was deleted; the old IDs with their new ones."""
    concerned = rows.execute(_CONCERNED).fetchall()
    targets = {old: _target(rows, old) for old, _ in concerned}
    for old, record in concerned:
        if record is not None:
            rows.execute("DELETE FROM staged WHERE qid = ?", (old,))
        if record is not None and targets[old] is not None:
            item = msgspec.structs.replace(unpack(record), qid=f"Q{targets[old]}")
            rows.execute(_STAGE_OLDER, (targets[old], pack(item)))
    return [(old, target) for old, target in targets.items() if target is not None and _is_staged(rows, target)]


def _target(rows: sqlite3.Connection, qid: int) -> int | None:
    """Where the redirects from *qid* end; None if in a deletion or a circle."""
    seen = set()
    target: int | None = qid
    while target is not None and target not in seen:
        seen.add(target)
        row = rows.execute("SELECT target FROM former WHERE qid = ?", (target,)).fetchone()
        if row is None:
            return target
        target = row[0]
    return None


def _is_staged(rows: sqlite3.Connection, number: int) -> bool:
    return rows.execute("SELECT 1 FROM staged WHERE qid = ?", (number,)).fetchone() is not None


def titled_items(rows: sqlite3.Connection) -> Iterator[tuple[int, bytes, Item]]:
    """The staged items by number, each packed and unpacked, with the titles of their posts."""
    offices: dict[str, Title | None] = {}
    for number, record in rows.execute("SELECT qid, record FROM staged ORDER BY qid"):
        item = unpack(record)
        if all(position.title or not position.office for position in item.positions):
            yield number, record, item
        else:
            positions = tuple(_titled(rows, position, offices) for position in item.positions)
            titled = msgspec.structs.replace(item, positions=positions)
            yield number, pack(titled), titled


def _titled(rows: sqlite3.Connection, position: Position, offices: dict[str, Title | None]) -> Position:
    office = position.office
    if office is None or position.title:
        return position
    if office not in offices:
        found = rows.execute("SELECT title, country FROM office WHERE qid = ?", (office,)).fetchone()
        offices[office] = found
    known = offices[office]
    if known is None:
        return position
    return msgspec.structs.replace(position, title=known[0], country=position.country or known[1])


_STAGE_OLDER = """
INSERT INTO staged VALUES (?, ?) ON CONFLICT (qid) DO UPDATE SET record = merged(excluded.record, record)"""
_CONCERNED = """
SELECT former.qid, staged.record FROM former LEFT JOIN staged USING (qid)
WHERE staged.qid IS NOT NULL OR former.target IN (SELECT qid FROM staged UNION SELECT qid FROM former)
ORDER BY former.qid"""
