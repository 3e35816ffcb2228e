"""The embedded store: Oxigraph in a directory, in this process."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from ld.errors import NoStoreError, StoreError, StoreFullError, StoreUnavailableError
from ld.publish.store import Store

_RESULTS = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/csv": pyoxigraph.QueryResultsFormat.CSV,
    "text/tab-separated-values": pyoxigraph.QueryResultsFormat.TSV,
}
_GRAPHS = {"application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES, "text/turtle": pyoxigraph.RdfFormat.TURTLE}

PUBLISH_FIRST = "article-ld publish SOURCE makes one; --store names another"
"""Advice for when there is no store."""

_HEAD = "CURRENT"
"""The file in which RocksDB looks first."""
_LOCKED = ("temporarily unavailable", "lock hold by current process")
"""RocksDB's message about a folder that another process, or this one, has open."""


class EmbeddedStore(Store):
    """An Oxigraph database in a directory. One process at a time may have it open."""

    def __init__(self, directory: Path, *, create: bool = True) -> None:
        """Raise StoreError for a folder that is not a store, or has none in it where none may be created."""
        if not create and not (directory / _HEAD).exists():
            raise NoStoreError(f"{directory}: holds no store", PUBLISH_FIRST)
        self._directory, self._failed = directory, False
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self._store = pyoxigraph.Store(str(directory))
        except (OSError, RuntimeError) as error:
            if any(sign in str(error) for sign in _LOCKED):
                raise StoreUnavailableError(
                    f"{directory}: another process has it open", "try again when it is done"
                ) from error
            raise StoreError(f"{directory}: cannot be opened as a store: {error}") from error

    def update(self, request: str) -> None:
        """See Store."""
        with self._refusals("update"):
            self._store.update(request)

    def query(self, query: str, media_type: str) -> bytes:
        """See Store."""
        with self._refusals("query"):
            answer = self._store.query(query)
            formats = _GRAPHS if isinstance(answer, pyoxigraph.QueryTriples) else _RESULTS
            if media_type not in formats:
                raise StoreError(
                    f"this kind of query has no answer in {media_type}", f"ask for one of {', '.join(formats)}"
                )
            return answer.serialize(format=formats[media_type]) or b""  # type: ignore[arg-type]

    def load(self, n_quads: Iterable[bytes]) -> None:
        """See Store."""
        for document in n_quads:
            with self._refusals("N-Quads"):
                self._store.bulk_load(document, pyoxigraph.RdfFormat.N_QUADS)

    def close(self) -> None:
        """See Store. Everything is on disk by then, unless a failure was reported before."""
        try:
            self._store.flush()
        except OSError as error:
            if not self._failed:
                raise self._unusable(error) from error
        finally:
            del self._store

    @contextmanager
    def _refusals(self, what: str) -> Iterator[None]:
        """Oxigraph's exceptions as ours; a query may raise them as late as when its answer is read."""
        try:
            yield
        except SyntaxError as error:
            hint = "each prefix must be declared: PREFIX schema: <http://schema.org/>" if what == "query" else ""
            raise StoreError(f"the {what} cannot be parsed: {_place_and_reason(error)}", hint) from error
        except (RuntimeError, ValueError) as error:
            raise StoreError(f"the {what} cannot be carried out: {error}") from error
        except OSError as error:
            self._failed = True
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> StoreError:
        kind = StoreFullError if _FULL.search(str(error)) else StoreUnavailableError
        return kind(f"{self._directory}: could not be read or written: {error}")


_FULL = re.compile("No space left|File too large|quota exceeded|Read-only file system", re.IGNORECASE)
"""The operating system's words for a full disk; Oxigraph passes these on, and not the error number."""


def _place_and_reason(error: SyntaxError) -> str:
    """Oxigraph's message about a query, without its list of every character that the grammar would allow."""
    place, _, reason = str(error).removeprefix("error at ").partition(": ")
    line, _, column = place.partition(":")
    if not (line.isdigit() and column.isdigit()):
        return str(error)
    return f"line {line}, column {column}" + (f": {reason}" if len(reason) <= _LONGEST_REASON else "")


_LONGEST_REASON = 120
"""In characters."""
