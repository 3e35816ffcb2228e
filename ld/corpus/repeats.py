"""Articles that a corpus has twice: with one address, of which the first is kept, or based on the same copy."""

import errno
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from ld.corpus.partition import Written
from ld.corpus.signatures import PERMUTATIONS, similarity
from ld.sqlite_reasons import reason_of

SIMILAR = 0.8
"""From this similarity on, two articles are printed from one copy: a tenth of the words may be others."""

_TIME = "T"
_BANDS = 16
_BAND = struct.Struct(f"{4 * PERMUTATIONS // _BANDS}s" * _BANDS)
"""Of two texts with a similarity of 0.8, one pair in five thousand shares no band; of 0.5, one in three."""


class Repeat(NamedTuple):
    """The finding that *later* copies *earlier*, both names of graphs, judging by their *similarity*."""

    later: str
    earlier: str
    similarity: float


class Repeats:
    """What is known about the articles so far, in the SQLite file *path*: memory does not grow with their number.

    Raises OSError, which names the file, if it cannot be written or read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        with self._named():
            self._rows = sqlite3.connect(path, isolation_level=None)
            try:
                self._rows.executescript(_TABLES)
                self._rows.execute("BEGIN")
            except sqlite3.DatabaseError:
                self._rows.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.close()

    def of(self, articles: Iterable[Written]) -> Iterator[Written | Repeat]:
        """Those of *articles*, in order, whose address came before, and those that copy an earlier one.

        Which of two is the earlier is decided by their days, else by their order. Later articles are compared with the
        earlier one.
        """
        for article in articles:
            with self._named():
                found = self._added(article)
            if found:
                yield found

    def _added(self, article: Written) -> Written | Repeat | None:
        """Record *article*; returns it if its address came before, or what it copies."""
        try:
            number = self._rows.execute(_ADD, (article.name, article.day, article.signature)).lastrowid
        except sqlite3.IntegrityError:
            return article
        bands = [bytes([place]) + band for place, band in enumerate(_BAND.unpack(article.signature))]
        like = self._most_like(article, bands)
        hold = _HOLD_INSTEAD if like and like.earlier == article.name else _HOLD
        self._rows.executemany(hold, ((band, number) for band in bands))
        return like

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OSError(errno.EIO, reason_of(error), str(self._path)) from error

    def _most_like(self, article: Written, bands: list[bytes]) -> Repeat | None:
        found = self._rows.execute(_SHARING.format(", ".join("?" * len(bands))), bands).fetchall()
        alike = [
            (similarity(article.signature, signature), -number, name, day) for number, name, day, signature in found
        ]
        like, _, name, day = max(alike, default=(0.0, 0, "", None))
        if like < SIMILAR:
            return None
        if article.day and day and _before(article.day, day):
            return Repeat(later=name, earlier=article.name, similarity=like)
        return Repeat(later=article.name, earlier=name, similarity=like)


def _before(one: str, other: str) -> bool:
    """Whether *one* is before *other*, both ISO 8601, as far as the less precise of them tells."""
    if _TIME in one and _TIME in other:
        return datetime.fromisoformat(one) < datetime.fromisoformat(other)
    precision = min(len(one.partition(_TIME)[0]), len(other.partition(_TIME)[0]))
    return one[:precision] < other[:precision]


_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE article (number INTEGER PRIMARY KEY, name TEXT UNIQUE, day TEXT, signature BLOB);
CREATE TABLE band (band BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID;
"""
_ADD = "INSERT INTO article (name, day, signature) VALUES (?, ?, ?)"
_HOLD = "INSERT OR IGNORE INTO band VALUES (?, ?)"
_HOLD_INSTEAD = "INSERT OR REPLACE INTO band VALUES (?, ?)"
_SHARING = """
SELECT DISTINCT article.number, name, day, signature FROM band JOIN article ON article.number = band.number
WHERE band IN ({})"""
