"""Stand-ins for a store that is missing: one that cannot be opened, or that nobody has created yet."""

import pyoxigraph

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.embedded import EmbeddedStore
from ld.publish.store import Store


class AbsentStore(Store):
    """A store that could not be opened: every operation raises the *error* from opening it."""

    def __init__(self, error: StoreError) -> None:
        self._error = error

    def update(self, request: str) -> None:  # noqa: ARG002
        """Raise; see Store."""
        raise self._again()

    def query(self, query: str, media_type: str) -> bytes:  # noqa: ARG002
        """Raise; see Store."""
        raise self._again()

    def _again(self) -> StoreError:
        kind = StoreUnavailableError if isinstance(self._error, StoreUnavailableError) else StoreError
        return kind(str(self._error), self._error.hint)


class EmptyStore(EmbeddedStore):
    """A store that holds nothing, in memory: what a folder would be if one were made there."""

    def __init__(self) -> None:
        self._store = pyoxigraph.Store()
