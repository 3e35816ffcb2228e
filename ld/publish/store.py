"""What a store must be able to do, and how one is opened from its name."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from ld.errors import StoreError
from ld.publish.publication import Publication, canonical
from ld.publish.updates import removal, replacement, withdrawal

ENTRY_POINTS = "article_ld.stores"
"""The group of entry points under which others register their stores: the name is how a location begins."""
Row = dict[str, str]
"""One solution of a SELECT: the lexical value of each variable that is bound."""


class Store(ABC):
    """A SPARQL 1.1 store. Two threads may call it at once, and what writes may be called twice with the same.

    A kind of store must have ``update`` and ``query``; the rest is made of these where it has nothing better.
    """

    takes_updates: ClassVar[bool] = True
    """Whether ``update`` is there. Else articles can only be replaced whole, by ``replace`` and ``remove``."""

    @abstractmethod
    def update(self, request: str) -> None:
        """Carry out a SPARQL 1.1 Update as one transaction, and return when it is done.

        Raises StoreError if it is refused, StoreUnavailableError if nobody answers.
        """

    @abstractmethod
    def query(self, query: str, media_type: str) -> bytes:
        """The whole answer to any query, in the *media_type* asked for. Raises as ``update`` does."""

    def select(self, query: str) -> list[Row]:
        """The solutions of a SELECT query, in the store's order."""
        answer = self.query(query, "application/sparql-results+json")
        try:
            bindings = json.loads(answer)["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in bindings]
        except (ValueError, KeyError, TypeError) as error:
            hint = "is the query a SELECT, and was it sent to the query endpoint?"
            raise StoreError("the store answered with something that is no table", hint) from error

    def construct(self, query: str) -> list[str]:
        """The triples of a CONSTRUCT query, as sorted lines of canonical N-Triples without line ends."""
        return canonical(self.query(query, "application/n-triples"))

    def replace(self, publications: Sequence[Publication]) -> None:
        """Put *publications* and their entries in the catalog in the place of what stands under their names."""
        self.update(replacement(publications))

    def remove(self, names: Sequence[str]) -> None:
        """Remove the articles *names*, their evidence and their entries in the catalog."""
        self.update(removal(names))

    def withdraw(self, publication: Publication) -> None:
        """Let the catalog no longer say that *publication* stands here: the digest in its entry becomes empty."""
        self.update(withdrawal(publication))

    def load(self, n_quads: Iterable[bytes]) -> None:  # noqa: ARG002 - for those that can
        """Add documents of N-Quads in bulk, without a transaction: only for a store that holds nothing yet."""
        raise StoreError("this store has no way to load N-Quads in bulk", "publish without --bulk")

    def close(self) -> None:  # noqa: B027 - not every store holds something
        """Let go of the store."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_store(location: str, *, update: str = "", query: str = "", gsp: str = "", preset: str = "") -> Store:
    """The store at *location*.

    That is a directory (embedded Oxigraph, made if it is missing), the URL of a SPARQL server, or what the name of a
    registered kind of store and a colon stand before. A *preset* ("oxigraph", "fuseki", …) tells where under its URL a
    server listens; *update* and *query* name the endpoints themselves, *gsp* that of the SPARQL 1.1 Graph Store
    Protocol, by which a store that takes no updates is written to. Raises StoreError for a location that is none.
    """
    from ld.publish.embedded import EmbeddedStore  # noqa: PLC0415 - a store's libraries are loaded for that store only
    from ld.publish.gsp import GspStore  # noqa: PLC0415
    from ld.publish.http import HttpStore, endpoints  # noqa: PLC0415

    if location.startswith(("http://", "https://")) or update or gsp:
        if update and gsp:
            raise StoreError("a store is written to by updates or by graphs", "name one of these two endpoints")
        addresses = endpoints(location, update=update, query=query, preset=preset)
        return GspStore(addresses, gsp) if gsp else HttpStore(addresses)
    kind, colon, _ = location.partition(":")
    for registered in entry_points(group=ENTRY_POINTS, name=kind) if colon else ():
        opened: Store = registered.load()(location)
        return opened
    if "://" in location:
        raise StoreError(f"{location}: no kind of store is registered as {kind!r}", "is its package installed?")
    return EmbeddedStore(Path(location))
