"""What a store must be able to do."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import ClassVar, Self

from ld.errors import StoreError
from ld.publish.publication import Publication, canonical
from ld.publish.results import Row, read_rows
from ld.publish.updates import removal, replacement, withdrawal


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

    def version(self) -> str:
        """What differs after each change, for stores that know it without reading all; else empty."""
        return ""

    def select(self, query: str) -> list[Row]:
        """The solutions of a SELECT query, in the store's order. Raises StoreError for an answer without a table."""
        return read_rows(self.query(query, "application/sparql-results+json"))

    def construct(self, query: str) -> list[str]:
        """The triples of a CONSTRUCT query, as sorted lines of canonical N-Triples without line ends.

        Raises StoreError for an answer that is not N-Triples.
        """
        return canonical(self.query(query, "application/n-triples"))

    def replace(self, publications: Sequence[Publication]) -> None:
        """Replace what is stored under the names of *publications*, including their entries in the catalog."""
        self.update(replacement(publications))

    def remove(self, names: Sequence[str]) -> None:
        """Remove the articles *names*, their evidence and their entries in the catalog."""
        self.update(removal(names))

    def withdraw(self, publication: Publication) -> None:
        """Mark *publication* as no longer vouched for: the digest in its catalog entry becomes empty."""
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
