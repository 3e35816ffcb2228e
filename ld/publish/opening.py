"""Opens a store by its location, for reading or for writing."""

from collections.abc import Callable
from enum import Enum
from importlib.metadata import entry_points
from pathlib import Path

from ld.credentials import without_login
from ld.errors import StoreError
from ld.publish.store import Store

ENTRY_POINTS = "article_ld.stores"
"""The group of entry points under which others register their stores: the name is how a location begins."""


class Access(Enum):
    """What a store in a folder is opened for; a server has its own ideas of that."""

    READ = "read"
    """It must be there. Nothing is written, so also from a read-only disk, and while another process publishes."""
    CHANGE = "change"
    """It must be there."""
    CREATE = "create"
    """It is made if it is missing."""


def open_store(  # noqa: PLR0913 - a store has so many addresses
    location: str,
    *,
    update: str = "",
    query: str = "",
    gsp: str = "",
    preset: str = "",
    access: Access = Access.CREATE,
    notify: Callable[[str], object] = lambda _: None,
) -> Store:
    """The store at *location*.

    That is a folder (embedded Oxigraph), the URL of a SPARQL server, or "kind:…" for a kind of store that was
    registered.
    A *preset* ("oxigraph", "fuseki", …) says which paths a server uses; *update* and *query* name the endpoints
    themselves, and *gsp* that of the SPARQL 1.1 Graph Store Protocol, for a store that takes no updates.
    *notify* is called when a server has no answer and will be asked again.
    Raises StoreError for an invalid location, for a folder without a store unless *access* is CREATE, and for
    credentials that cannot be sent; StoreUnavailableError for a folder in use.
    """
    from ld.publish.endpoints import is_http  # noqa: PLC0415 - a store's libraries are loaded for that store only

    if not location:
        raise StoreError("no store is named", "name a folder or a URL")
    if is_http(location) or update or gsp:
        return _server(location, update, query, gsp, preset, notify)
    kind, colon, _ = location.partition(":")
    for registered in entry_points(group=ENTRY_POINTS, name=kind) if colon else ():
        opened: Store = registered.load()(location)
        return opened
    if "://" in location:
        shown = without_login(location)
        raise StoreError(f"{shown}: no kind of store is registered as {kind!r}", "is its package installed?")
    return _folder(Path(location), access)


def _server(  # noqa: PLR0913, PLR0917
    location: str, update: str, query: str, gsp: str, preset: str, notify: Callable[[str], object]
) -> Store:
    from ld.publish.endpoints import endpoints  # noqa: PLC0415
    from ld.publish.gsp import GspStore  # noqa: PLC0415
    from ld.publish.http import HttpStore  # noqa: PLC0415

    if update and gsp:
        raise StoreError("a store is written to by updates or by graphs", "name one of these two endpoints")
    addresses = endpoints(location, update=update, query=query, preset=preset)
    return GspStore(addresses, gsp, notify=notify) if gsp else HttpStore(addresses, notify=notify)


def _folder(directory: Path, access: Access) -> Store:
    from ld.publish.embedded import EmbeddedStore  # noqa: PLC0415
    from ld.publish.reading import ReadOnlyStore  # noqa: PLC0415

    if access is Access.READ:
        return ReadOnlyStore(directory)
    return EmbeddedStore(directory, create=access is Access.CREATE)
