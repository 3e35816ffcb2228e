"""Wikidata's answers cached in a file, for a number of days, or without limit when offline."""

import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ld.errors import InputError
from ld.sqlite_reasons import reason_of

DAYS = 30
FILE = "wikidata.sqlite"


class Cache:
    """The answers of the *service*, cached in *folder*; errors are never cached.

    Answers older than *days* are ignored; with None, none are, and nothing is written, so the file must exist.
    *now* is the clock, in seconds since 1970. Raises InputError for a file that is not a cache.
    """

    def __init__(
        self, folder: Path, service: str, *, days: float | None = DAYS, now: Callable[[], float] = time.time
    ) -> None:
        self.path = folder / FILE
        self._service, self._days, self._now = service, days, now
        if days is None and not self.path.is_file():
            raise InputError(f"{self.path}: nothing was kept yet", "run once without --offline")
        with self._usable():
            folder.mkdir(parents=True, exist_ok=True)
            self._rows = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
            try:
                self._rows.execute(_SCHEMA)
            except sqlite3.DatabaseError:
                self._rows.close()
                raise

    def get(self, key: str) -> Any:
        """What was answered to *key*, if it is young enough; else None."""
        found = self.dated(key)
        return found[0] if found else None

    def dated(self, key: str) -> tuple[Any, float] | None:
        """The same, and when it was answered, in seconds since 1970."""
        oldest = 0.0 if self._days is None else self._now() - self._days * 86_400
        with self._usable():
            row = self._rows.execute(
                "SELECT body, at FROM answer WHERE service = ? AND key = ? AND at >= ?", (self._service, key, oldest)
            ).fetchone()
            return (json.loads(zlib.decompress(row[0])), row[1]) if row else None

    def put(self, answers: Mapping[str, Any]) -> None:
        """Store *answers*, by their keys: all of them or none."""
        rows = [
            (self._service, key, self._now(), zlib.compress(json.dumps(answer).encode()))
            for key, answer in answers.items()
        ]
        with self._usable(), self._rows:
            self._rows.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Close the file."""
        self._rows.close()

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error, zlib.error, ValueError, RecursionError, TypeError) as error:
            reason = reason_of(error) if isinstance(error, sqlite3.Error) else getattr(error, "strerror", None) or error
            raise InputError(f"{self.path}: cannot be used: {reason}", "delete it, or name another folder") from error


_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (service TEXT, key TEXT, at REAL, body BLOB, PRIMARY KEY (service, key))"""
