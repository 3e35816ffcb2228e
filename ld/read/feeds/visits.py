"""The listed and the fetched pages, on disk: a crawl that is interrupted at any moment can resume."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from ld.errors import InputError, OutputError
from ld.read.feeds.listing import Listing
from ld.sqlite_reasons import reason_of

_TABLES = """
CREATE TABLE IF NOT EXISTS listings
    (address TEXT PRIMARY KEY, parent TEXT, changed TEXT, etag TEXT, modified TEXT, pending INTEGER NOT NULL DEFAULT 1);
CREATE TABLE IF NOT EXISTS pages
    (address TEXT PRIMARY KEY, etag TEXT, modified TEXT, pending INTEGER NOT NULL DEFAULT 1);
CREATE TABLE IF NOT EXISTS entries (listing TEXT, page TEXT, changed TEXT, PRIMARY KEY (listing, page)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS archive (only INTEGER PRIMARY KEY CHECK (only = 1), length INTEGER NOT NULL);
"""
_ADD = "INSERT OR IGNORE INTO pages (address) VALUES (:page)"
_MARK_CHANGED = """
UPDATE pages SET pending = 1 WHERE address = :page
AND EXISTS (SELECT * FROM entries WHERE listing = :listing AND page = :page AND changed != :changed)
"""
_REMEMBER = "INSERT OR REPLACE INTO entries VALUES (:listing, :page, :changed)"
"""Each listing has its own dates for a page: only they show whether it reports the page as changed."""
_HOLD = "INSERT OR REPLACE INTO archive VALUES (1, ?)"
_LIST_SITEMAP = """
INSERT INTO listings (address, changed, parent) VALUES (?, ?, ?)
ON CONFLICT (address) DO UPDATE SET changed = excluded.changed, pending = 1 WHERE changed != excluded.changed
"""


class Validators(NamedTuple):
    """A server's identification of the version that it sent (RFC 9110, 8.8), used to ask for a newer one."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


class Visits:
    """The state of a crawl in the SQLite file *path*, or in memory; only one process may have it open.

    Raises InputError if the file is not one of ours, OutputError if it cannot be written or another run has it open.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._name = str(path or ":memory:")
        with _explained(self._name):
            self._rows = sqlite3.connect(self._name, isolation_level=None, timeout=0)
            try:
                self._rows.execute("PRAGMA locking_mode = EXCLUSIVE")
                self._rows.executescript(f"BEGIN EXCLUSIVE; {_TABLES} COMMIT;")
            except sqlite3.Error:
                self._rows.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.close()

    @property
    def length(self) -> int | None:
        """The bytes of the archive with complete pages; any rest is half a page. None at first."""
        with _explained(self._name):
            found = self._rows.execute("SELECT length FROM archive").fetchone()
        return found[0] if found else None

    @length.setter
    def length(self, length: int) -> None:
        with _explained(self._name):
            self._rows.execute(_HOLD, (length,))

    def validators(self, table: str, address: str) -> Validators:
        """The validators of the last version at *address*, in the *table* of "listings" or of "pages"."""
        query = f"SELECT etag, modified FROM {table} WHERE address = ?"  # noqa: S608 - the name is our own
        with _explained(self._name):
            found = self._rows.execute(query, (address,)).fetchone() or ("", "")
        return Validators(found[0] or "", found[1] or "")

    def sitemaps(self, index: str) -> list[str]:
        """The sitemaps of *index* that may list something new: all but those reported as unchanged."""
        query = "SELECT address FROM listings WHERE parent = ? AND (pending OR changed = '') ORDER BY rowid"
        with _explained(self._name):
            return [address for (address,) in self._rows.execute(query, (index,))]

    def listed(self, address: str, listing: Listing, validators: Validators) -> None:
        """Remember the contents of the listing at *address*: new pages and those reported as changed are pending."""
        with self._at_once() as rows:
            entries = [{"listing": address, "page": page.address, "changed": page.changed} for page in listing.pages]
            for statement in (_ADD, _MARK_CHANGED, _REMEMBER):
                rows.executemany(statement, entries)
            rows.executemany(_LIST_SITEMAP, ((*sitemap, address) for sitemap in listing.sitemaps))
            rows.execute("INSERT OR IGNORE INTO listings (address) VALUES (?)", (address,))
            known = (*validators, address)
            rows.execute("UPDATE listings SET etag = ?, modified = ? WHERE address = ?", known)

    def looked_at(self, address: str) -> None:
        """Remember that the current contents of the listing at *address* are all known."""
        with self._at_once() as rows:
            rows.execute("UPDATE listings SET pending = 0 WHERE address = ?", (address,))

    def pending(self) -> list[str]:
        """The pages that are still to be fetched, in the order in which they were first listed."""
        with _explained(self._name):
            found = self._rows.execute("SELECT address FROM pages WHERE pending ORDER BY rowid")
            return [address for (address,) in found]

    def taken(self, address: str, validators: Validators | None = None, length: int | None = None) -> None:
        """Remember that the page was fetched, with its new *validators*, and the archive's new *length*."""
        with self._at_once() as rows:
            rows.execute("UPDATE pages SET pending = 0 WHERE address = ?", (address,))
            if validators is not None:
                known = (*validators, address)
                rows.execute("UPDATE pages SET etag = ?, modified = ? WHERE address = ?", known)
            if length is not None:
                rows.execute(_HOLD, (length,))

    @contextmanager
    def _at_once(self) -> Iterator[sqlite3.Connection]:
        with _explained(self._name):
            self._rows.execute("BEGIN")
            try:
                yield self._rows
            except BaseException:
                self._rows.execute("ROLLBACK")
                raise
            self._rows.execute("COMMIT")


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Convert errors of SQLite in the file *name* into ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise OutputError(f"{name}: another run is at work here", "wait for it, or end it") from error
        raise OutputError(f"{name}: {reason_of(error)}", "make room, or check the permissions") from error
    except sqlite3.DatabaseError as error:
        raise InputError(f"{name}: is damaged: {error}", "remove it, and all is fetched anew") from error
