"""The embedded store for those who only read: it must be there, nothing is written, and it can follow a writer."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph

from ld.errors import NoStoreError, StoreError, StoreUnavailableError
from ld.publish.embedded import PUBLISH_FIRST, EmbeddedStore

_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.2)
"""Seconds to wait after each attempt to open a store that is being written to."""


class ReadOnlyStore(EmbeddedStore):
    """An Oxigraph database in *directory* that others may write to meanwhile.

    Queries see the state in which it was last opened: ``follow`` opens it again if it has been written to since.
    Raises StoreError if there is no store in *directory*.
    """

    takes_updates = False

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._seen: _Files | None = None
        self.follow()

    def follow(self) -> None:
        """Read what the store holds now, from here on.

        Raises StoreUnavailableError if it cannot be opened for half a second, StoreError if nothing is there then.
        """
        name = str(self._directory)
        if not name.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in name):
            raise NoStoreError(f"{name}: has a name that is not UTF-8, which a store cannot have", "rename it")
        for pause in _PAUSES:
            now = _files(self._directory)
            if now == self._seen:
                return
            try:
                self._store = pyoxigraph.Store.read_only(str(self._directory))
            except (OSError, RuntimeError) as error:  # who writes to it has just replaced a file of which we had read
                cause = error
                time.sleep(pause)
            else:
                self._seen = now
                return
        if isinstance(cause, FileNotFoundError):
            raise NoStoreError(f"{self._directory}: holds no store", PUBLISH_FIRST) from cause
        raise StoreUnavailableError(f"{self._directory}: cannot be opened: {cause}", "try again") from cause

    def version(self) -> str:
        """See Store: the state of the files that were read last."""
        return hashlib.sha256(repr(self._seen).encode()).hexdigest()

    def update(self, request: str) -> None:
        """Refuse: see Store."""
        raise StoreError(f"{self._directory}: is open for reading only, so this is refused: {request[:100]}")

    def close(self) -> None:
        """See Store."""
        del self._store


_Files = tuple[tuple[str, int, int], ...]


def _files(directory: Path) -> _Files:
    """Name, size and time of each data file: RocksDB appends to its log, or writes new files."""
    try:
        with os.scandir(directory) as entries:
            return tuple(sorted(_states(entry for entry in entries if not entry.name.startswith("LO"))))
    except OSError as error:
        raise NoStoreError(f"{directory}: holds no store: {error.strerror}", PUBLISH_FIRST) from error


def _states(entries: Iterable[os.DirEntry[str]]) -> Iterator[tuple[str, int, int]]:
    for entry in entries:
        with suppress(FileNotFoundError):  # replaced meanwhile
            state = entry.stat()
            yield entry.name, state.st_size, state.st_mtime_ns
