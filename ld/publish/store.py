"""What a store must be able to do, and how one is opened from its name."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

Row = dict[str, str]
"""One solution of a SELECT: the lexical value of each variable that is bound."""


class Store(Protocol):
    """A SPARQL 1.1 store. Each ``update`` is one transaction; it may be sent twice, so it must be safe to repeat."""

    def update(self, request: str) -> None:
        """Carry out a SPARQL 1.1 Update. StoreError if it is refused, StoreUnavailableError if nobody answers."""

    def select(self, query: str) -> list[Row]:
        """The solutions of a SELECT query, in the store's order."""

    def construct(self, query: str) -> list[str]:
        """The triples of a CONSTRUCT query, as sorted lines of canonical N-Triples without line ends."""

    def query(self, query: str, media_type: str) -> bytes:
        """The answer to any query, in the *media_type* asked for."""

    def load(self, n_quads: Iterable[str]) -> None:
        """Add N-Quads in bulk, without a transaction: only for a store that holds nothing yet."""

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


def open_store(location: str, *, update: str = "", query: str = "", preset: str = "") -> Store:
    """The store at *location*: a directory (embedded Oxigraph, made if it is missing), or the URL of a SPARQL server.

    A *preset* ("oxigraph", "fuseki", …) tells where under its URL a server listens;
    *update* and *query* name the endpoints themselves. Raises StoreError for a location that is neither.
    """
    from ld.publish.embedded import EmbeddedStore  # noqa: PLC0415 - a store's libraries are loaded for that store only
    from ld.publish.http import HttpStore, endpoints  # noqa: PLC0415

    if location.startswith(("http://", "https://")) or update:
        return HttpStore(*endpoints(location, update=update, query=query, preset=preset))
    return EmbeddedStore(Path(location))
