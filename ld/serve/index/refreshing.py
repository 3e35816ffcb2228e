"""What a worker does to keep the index in step with the store, a few seconds' work at a time."""

import sqlite3
import time
from contextlib import suppress
from typing import NamedTuple

from ld.errors import StoreError
from ld.publish.catalog import entries, moments
from ld.publish.store import Store
from ld.publish.updates import graph_query
from ld.serve.graphs import constructed
from ld.serve.index import database
from ld.serve.index.entries import entry_of
from ld.terms import ArticleGraph, Iri

_TOGETHER = 20
"""So many articles are written in one transaction: searches see them at once."""


class State(NamedTuple):
    """The *version* of the store with which the index was compared last, empty where stores tell none; and the numbers
    of articles that the index has, and of those that wait for it.
    """  # noqa: D205 - one sentence

    version: str
    articles: int
    waiting: int


def compared(store: Store, path: str, known: str) -> State:
    """The index at *path* after comparing it with the catalog, unless the store's version is the *known* one."""
    version = store.version()
    with database.failures():
        index = database.opened(path)
        if not version or version != known:
            digests = {entry.name: entry.digest for entry in entries(store) if entry.digest}
            database.expect(index, digests, moments(store), version)
        return _state(index, version)


def caught_up(store: Store, path: str, version: str, seconds: float) -> State:
    """The index at *path* after reading waiting articles for *seconds*, or until none is left."""
    until = time.monotonic() + seconds
    with database.failures():
        index = database.opened(path)
        while time.monotonic() < until and (waiting := database.next_waiting(index, _TOGETHER)):
            entries_read = [(entry_of(_graph(store, name)), digest) for name, digest in waiting]
            with index:
                database.insert(index, entries_read)
        return _state(index, version)


def _graph(store: Store, name: str) -> ArticleGraph:
    with suppress(StoreError):  # a name that is no IRI gets into no query
        return ArticleGraph(Iri(name), constructed(store, graph_query(name)), ())
    return ArticleGraph(Iri(name), (), ())


def _state(index: sqlite3.Connection, version: str) -> State:
    counts = (index.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("article", "waiting"))  # noqa: S608
    return State(version, *counts)
