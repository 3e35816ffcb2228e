"""The embedded store: Oxigraph in a directory, in this process."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.publication import canonical
from ld.publish.store import Row

_RESULTS = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/csv": pyoxigraph.QueryResultsFormat.CSV,
    "text/tab-separated-values": pyoxigraph.QueryResultsFormat.TSV,
}
_GRAPHS = {"application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES, "text/turtle": pyoxigraph.RdfFormat.TURTLE}


class EmbeddedStore:
    """An Oxigraph database in a directory. One process at a time may have it open."""

    def __init__(self, directory: Path) -> None:
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self._store = pyoxigraph.Store(str(directory))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreUnavailableError(
                    f"{directory}: another process has it open", "try again when it is done"
                ) from error
            raise StoreError(f"{directory}: cannot be opened as a store: {error}") from error

    def update(self, request: str) -> None:
        """See Store."""
        with _refusals("update"):
            self._store.update(request)

    def select(self, query: str) -> list[Row]:
        """See Store."""
        with _refusals("query"):
            solutions = self._store.query(query)
            if not isinstance(solutions, pyoxigraph.QuerySolutions):
                raise StoreError("the query is no SELECT")
            names = [variable.value for variable in solutions.variables]
            return [{name: term.value for name in names if (term := row[name]) is not None} for row in solutions]

    def construct(self, query: str) -> list[str]:
        """See Store."""
        return canonical(self.query(query, "application/n-triples"))

    def query(self, query: str, media_type: str) -> bytes:
        """See Store."""
        with _refusals("query"):
            answer = self._store.query(query)
            formats = _GRAPHS if isinstance(answer, pyoxigraph.QueryTriples) else _RESULTS
            if media_type not in formats:
                raise StoreError(
                    f"this kind of query has no answer in {media_type}", f"ask for one of {', '.join(formats)}"
                )
            return answer.serialize(format=formats[media_type]) or b""  # type: ignore[arg-type]

    def load(self, n_quads: Iterable[str]) -> None:
        """See Store."""
        lines = BytesIO("".join(f"{quad}\n" for quad in n_quads).encode())
        with _refusals("N-Quads"):
            self._store.bulk_load(lines, pyoxigraph.RdfFormat.N_QUADS)

    def close(self) -> None:
        """See Store. Everything is on disk by then."""
        self._store.flush()
        del self._store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


@contextmanager
def _refusals(what: str) -> Iterator[None]:
    """Oxigraph's exceptions as ours; a query may raise them as late as when its answer is read."""
    try:
        yield
    except SyntaxError as error:
        raise StoreError(f"the {what} cannot be parsed: {error}") from error
    except (RuntimeError, ValueError) as error:
        raise StoreError(f"the {what} cannot be carried out: {error}") from error
    except OSError as error:
        raise StoreUnavailableError(f"the store could not be read or written: {error}") from error
