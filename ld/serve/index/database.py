"""The index as an SQLite file: opened, and articles put into it and taken out of it."""

import functools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files

from ld.errors import StoreUnavailableError
from ld.serve.index.entries import ALSO, CLAIMED, NAMED, SAID, ArticleEntry, Fact

_SECONDS_TO_WAIT = 5
"""For another process that writes."""


def create(path: str) -> None:
    """Make an index at *path* that has no articles yet. Raises StoreUnavailableError."""
    with failures():
        connection = sqlite3.connect(path)
        connection.executescript((files("ld.serve.index") / "schema.sql").read_text(encoding="utf-8"))
        connection.close()


def opened(path: str) -> sqlite3.Connection:
    """The index at *path*, opened once a process. Raises StoreUnavailableError."""
    with failures():
        return _opened(path)


@functools.cache
def _opened(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_SECONDS_TO_WAIT)


@contextmanager
def failures() -> Iterator[None]:
    """SQLite's errors as StoreUnavailableError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreUnavailableError(f"the index for searching cannot be read: {error}", "try again later") from error


def expect(index: sqlite3.Connection, catalog: Mapping[str, str], moments: Mapping[str, str], version: str) -> None:
    """Let the articles of *catalog*, digests by names, wait if the index has another version; drop those not in it.

    It is the catalog of this *version* of the store; *moments* are when the articles were sent, by names.
    """
    with index:
        known = dict(index.execute("SELECT name, digest FROM article"))
        index.execute("DELETE FROM waiting")
        index.executemany("INSERT INTO waiting (name, digest) VALUES (?, ?)", sorted(catalog.items() - known.items()))
        remove(index, known.keys() - catalog.keys())
        index.execute("DELETE FROM sent")
        index.executemany("INSERT INTO sent VALUES (?, ?)", moments.items())
        index.execute("DELETE FROM compared")
        index.execute("INSERT INTO compared VALUES (?)", (version,))


def next_waiting(index: sqlite3.Connection, most: int) -> list[tuple[str, str]]:
    """Names and digests of at most *most* articles that wait. If reading them fails, others have their turn first."""
    with index:
        waiting = index.execute("SELECT name, digest FROM waiting ORDER BY tries, name LIMIT ?", (most,)).fetchall()
        index.executemany("UPDATE waiting SET tries = tries + 1 WHERE name = ?", [(name,) for name, _ in waiting])
    return waiting


def insert(index: sqlite3.Connection, entries: Iterable[tuple[ArticleEntry, str]]) -> None:
    """Replace what is stored under the names of *entries*, with their digests. They are no longer waiting."""
    for entry, digest in entries:
        touched = _removed(index, entry.name)
        row = (entry.name, digest, entry.headline, entry.day)
        article = index.execute("INSERT INTO article (name, digest, headline, day) VALUES (?, ?, ?, ?)", row).lastrowid
        index.execute("INSERT INTO headlines (rowid, text) VALUES (?, ?)", (article, entry.headline))
        for thing in entry.things:
            number = _number(index, thing.iri)
            about = (thing.class_, thing.point, number)
            index.execute("UPDATE thing SET class = ?, point = ?, articles = articles + 1 WHERE id = ?", about)
        said: set[str] = set()
        for fact in entry.facts:
            number = _insert_fact(index, article or 0, fact)
            if fact.kind in {SAID, CLAIMED} and fact.node not in said:
                said.add(fact.node)
                index.execute("INSERT INTO utterances (rowid, text) VALUES (?, ?)", (number, fact.text))
        touched |= {_number(index, thing.iri) for thing in entry.things}
        _name(index, touched)
        index.executemany("INSERT OR IGNORE INTO term VALUES (?)", [(term,) for term in sorted(entry.terms)])
        index.execute("DELETE FROM waiting WHERE name = ?", (entry.name,))


def remove(index: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take the articles *names* out, and what only they name. They wait no more."""
    for name in sorted(names):
        _name(index, _removed(index, name))
        index.execute("DELETE FROM waiting WHERE name = ?", (name,))


def _removed(index: sqlite3.Connection, name: str) -> set[int]:
    """Take one article out; the things that it named."""
    found = index.execute("SELECT id FROM article WHERE name = ?", (name,)).fetchone()
    if found is None:
        return set()
    touched = {row[0] for row in index.execute("SELECT DISTINCT thing FROM fact WHERE article = ?", found) if row[0]}
    said = index.execute("SELECT id FROM fact WHERE article = ? AND kind IN (?, ?)", (*found, SAID, CLAIMED)).fetchall()
    named = "SELECT thing FROM fact WHERE article = ? AND kind = ?"
    index.execute(f"UPDATE thing SET articles = articles - 1 WHERE id IN ({named})", (*found, NAMED))  # noqa: S608
    index.executemany("DELETE FROM utterances WHERE rowid = ?", said)
    index.execute("DELETE FROM headlines WHERE rowid = ?", found)
    index.execute("DELETE FROM fact WHERE article = ?", found)
    index.execute("DELETE FROM article WHERE id = ?", found)
    return touched


def _insert_fact(index: sqlite3.Connection, article: int, fact: Fact) -> int:
    thing, other = (_number(index, iri) if iri else None for iri in (fact.thing, fact.other))
    row = (article, fact.kind, thing, other, fact.day, fact.until, fact.text, fact.detail, fact.mode, fact.node)
    columns = "article, kind, thing, other, day, until, text, detail, mode, node"
    return index.execute(f"INSERT INTO fact ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid or 0  # noqa: S608


def _number(index: sqlite3.Connection, iri: str) -> int:
    found = index.execute("SELECT id FROM thing WHERE iri = ?", (iri,)).fetchone()
    return int(found[0]) if found else index.execute("INSERT INTO thing (iri) VALUES (?)", (iri,)).lastrowid or 0


def _name(index: sqlite3.Connection, things: Iterable[int]) -> None:
    """Update the labels of *things*: the name that most articles use, the first of equals.

    Only the latest articles count, so that popular things do not become slower with each article.
    """
    for thing in sorted(things):
        latest = f"SELECT text FROM fact WHERE thing = ? AND kind = ? ORDER BY day DESC LIMIT {_LATEST}"  # noqa: S608
        counted = f"SELECT text FROM ({latest}) GROUP BY text ORDER BY COUNT(*) DESC, text"  # noqa: S608
        names = [row[0] for kind in (NAMED, ALSO) for row in index.execute(counted, (thing, kind))]
        index.execute("DELETE FROM names WHERE rowid = ?", (thing,))
        if names:
            index.execute("UPDATE thing SET label = ? WHERE id = ?", (names[0], thing))
            index.execute("INSERT INTO names (rowid, text) VALUES (?, ?)", (thing, "\n".join(dict.fromkeys(names))))
        else:
            index.execute("DELETE FROM thing WHERE id = ?", (thing,))


_LATEST = 100
