"""Writes a knowledge base: items are staged in a temporary file, then written in order, and moved into place."""

import itertools
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from ld.errors import InputError, OutputError
from ld.kb.bloom import bloom_of
from ld.kb.file import FORMAT
from ld.kb.item import Item, merged, number_of_iri, pack, unpack
from ld.kb.names import keys_of
from ld.kb.resolving import follow_moves, titled_items
from ld.replacing import check_replaceable
from ld.sqlite_reasons import reason_of


class Office(NamedTuple):
    """The item of a post, for its holders: its *title*, and the *country* for which it is held."""

    qid: str
    title: str
    country: str | None


class Redirect(NamedTuple):
    """An ID that was merged into another, the *target*, or deleted, if there is none."""

    qid: str
    target: str | None


Entry = Item | Office | Redirect
T = TypeVar("T")


class Staging:
    """Items on their way into the knowledge base *path*.

    What is staged is kept in ``path.part``. If *purpose* says the same as that of a run that was cut short,
    it goes on from there: see ``progress``. Raises OutputError when the file cannot be written.
    """

    def __init__(self, path: Path, purpose: str = "") -> None:
        self.path = path
        self._part = path.with_name(path.name + ".part")
        with _written(self._part):
            self._part.open("ab").close()  # the system tells why not in words that SQLite does not have
            self._rows = self._opened(purpose)

    def _opened(self, purpose: str) -> sqlite3.Connection:
        rows = _connected(self._part)
        try:
            same = rows.execute("SELECT note FROM progress WHERE what = 'purpose'").fetchone() == (purpose,)
        except sqlite3.DatabaseError:
            same = False
        if not same:
            rows.close()
            self._part.unlink()
            rows = _connected(self._part)
        try:
            if not same:
                rows.executescript(_STAGING)
                rows.execute("INSERT INTO progress VALUES ('purpose', ?)", (purpose,))
            rows.create_function(
                "merged", 2, lambda old, new: pack(merged(unpack(old), unpack(new))), deterministic=True
            )
        except sqlite3.DatabaseError:
            rows.close()
            raise
        return rows

    def progress(self, what: str) -> str:
        """The last note on *what*, or an empty one."""
        with _written(self._part):
            row = self._rows.execute("SELECT note FROM progress WHERE what = ?", (what,)).fetchone()
        return row[0] if row else ""

    def add(self, found: Iterable[Entry], notes: dict[str, str]) -> None:
        """Stage what was *found*, with *notes* on the progress: all or nothing. What comes later wins.

        What the house knew by its own IRI, and Wikidata by now, is one item: it is found by that IRI, too.
        """
        items, offices, former = [], [], list[tuple[int, int | None]]()
        for each in found:
            if isinstance(each, Item):
                items.append((each.number, pack(each)))
                if each.qid and each.iri:
                    former.append((number_of_iri(each.iri), each.number))
            elif isinstance(each, Office):
                offices.append(each)
            else:
                former.append((_number(each.qid), _number(each.target) if each.target else None))
        with _written(self._part):
            self._rows.executemany(_STAGE_ITEM, items)
            self._rows.executemany("INSERT OR REPLACE INTO office VALUES (?, ?, ?)", offices)
            self._rows.executemany("INSERT OR REPLACE INTO former VALUES (?, ?)", former)
            self._rows.executemany("INSERT OR REPLACE INTO progress VALUES (?, ?)", list(notes.items()))
            self._rows.commit()

    def has_items(self) -> bool:
        """Whether any item is staged."""
        with _written(self._part):
            return self._rows.execute("SELECT 1 FROM staged LIMIT 1").fetchone() is not None

    def has(self, qid: str) -> bool:
        """Whether an item with this ID is staged."""
        return self._rows.execute("SELECT 1 FROM staged WHERE qid = ?", (_number(qid),)).fetchone() is not None

    def finish(self, name: str, snapshot: str, sources: Iterable[str]) -> None:
        """Write the knowledge base in place of what stood there. InputError if nothing was staged."""
        new = self.path.with_name(self.path.name + ".new")
        with _written(self.path):
            new.unlink(missing_ok=True)
            try:
                with closing(_connected(new)) as rows:
                    self._write(rows, name, snapshot, sources)
                check_replaceable(self.path)
                new.replace(self.path)
            finally:
                new.unlink(missing_ok=True)
            self.close()
            self._part.unlink()

    def _write(self, rows: sqlite3.Connection, name: str, snapshot: str, sources: Iterable[str]) -> None:
        rows.execute("PRAGMA journal_mode=OFF")
        rows.executescript(_SCHEMA)
        moved = follow_moves(self._rows)
        kinds = _write_items(rows, titled_items(self._rows))
        rows.executemany("INSERT INTO former VALUES (?, ?)", moved)
        names = _write_names(rows)
        if not names:
            raise InputError("no item was found in the sources", "check the filters and the sources")
        _write_bloom(rows)
        facts = {"format": FORMAT, "name": name, "snapshot": snapshot, "names": str(names)}
        facts |= {"sources": "\n".join(sources)} | {f"items {kind}": str(n) for kind, n in kinds.items()}
        rows.executemany("INSERT INTO meta VALUES (?, ?)", sorted((key, _text(value)) for key, value in facts.items()))
        rows.commit()

    def close(self) -> None:
        """Close the file; staged items are kept."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """What keeps *path* from being written, as an OutputError that names it and the reason."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = reason_of(error) if isinstance(error, sqlite3.Error) else error.strerror or error
        hint = "check the folder and its space; what was read so far is kept: run the same command again to go on"
        raise OutputError(f"{path}: cannot be written: {reason}", hint) from error


def _connected(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path)
    try:
        # A crash of the machine may cost the staged file, which can be made again; a killed process loses nothing.
        rows.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-32768;")
    except sqlite3.DatabaseError:
        rows.close()
        raise
    return rows


def _write_items(rows: sqlite3.Connection, items: Iterable[tuple[int, bytes, Item]]) -> Counter[str]:
    """Write *items*, and their keys unsorted; how many of each kind there are."""
    kinds: Counter[str] = Counter()
    for batch in _batched(items):
        kinds.update([item.kind for _, _, item in batch])
        rows.executemany("INSERT INTO item VALUES (?, ?)", [(number, record) for number, record, _ in batch])
        keys = [(folded, how, number) for number, _, item in batch for folded, how in keys_of(item).items()]
        rows.executemany("INSERT INTO temp.found VALUES (?, ?, ?)", keys)
    return kinds


def _batched(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    rest = iter(items)
    while batch := tuple(itertools.islice(rest, _BATCH)):
        yield batch


_BATCH = 10_000


def _write_names(rows: sqlite3.Connection) -> int:
    """Write the keys in their order, which fills pages one after the other; how many there are."""
    return rows.execute("INSERT OR IGNORE INTO name SELECT * FROM temp.found ORDER BY key, how, qid").rowcount


def _write_bloom(rows: sqlite3.Connection) -> None:
    """Write the filter over all names, and the surnames with the blank that marks them."""
    keys = [key for (key,) in rows.execute("SELECT DISTINCT key FROM name")]
    rows.execute("INSERT INTO bloom VALUES (?)", (bloom_of(keys),))


def _text(name: str) -> str:
    """*name* as text: the name of a file need not be UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _number(qid: str) -> int:
    return int(qid[1:])


_STAGING = """
CREATE TABLE progress (what TEXT PRIMARY KEY, note TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE staged (qid INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE office (qid TEXT PRIMARY KEY, title TEXT NOT NULL, country TEXT) WITHOUT ROWID;
CREATE TABLE former (qid INTEGER PRIMARY KEY, target INTEGER);
"""
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (qid INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE name (key TEXT, how INTEGER, qid INTEGER, PRIMARY KEY (key, how, qid)) WITHOUT ROWID;
CREATE TABLE former (qid INTEGER PRIMARY KEY, target INTEGER);
CREATE TABLE bloom (bits BLOB NOT NULL);
PRAGMA temp_store=FILE;
CREATE TEMP TABLE found (key TEXT, how INTEGER, qid INTEGER);
"""
_STAGE_ITEM = """
INSERT INTO staged VALUES (?, ?) ON CONFLICT (qid) DO UPDATE SET record = merged(record, excluded.record)"""
