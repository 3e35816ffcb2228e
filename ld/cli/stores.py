"""The options that name a store."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ld.cli.printing import tell
from ld.config import StoreSettings, named_store
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.publish.store import Store

_CREDENTIALS = (
    "Credentials come from ARTICLE_LD_TOKEN (Bearer), from ARTICLE_LD_USER and ARTICLE_LD_PASSWORD "
    "(Basic; Digest with ARTICLE_LD_AUTH=digest), or from netrc; never from the command line."
)


def whole_name(name: str) -> str:
    """*name*, if it is an absolute IRI, as the names of graphs are. Raises InputError otherwise."""
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S", name):
        raise InputError(f"{name}: is not an address", "give it in full: https://news.example/story")
    return name


def add_store_options(parser: argparse.ArgumentParser, access: str = "create") -> None:
    """Declare --store and what belongs to it. A folder is opened for *access*: "read", "change" or "create"."""
    parser.add_argument(
        "--store",
        default="store",
        metavar="STORE",
        help="a folder (embedded), a URL, a name from the settings, or KIND:… of a plug-in (default: ./store)",
    )
    parser.add_argument(
        "--preset", default="", help="the kind of server, for the paths of its endpoints: oxigraph, fuseki, …"
    )
    parser.add_argument("--update-endpoint", default="", metavar="URL", help="endpoint for updates")
    parser.add_argument("--query-endpoint", default="", metavar="URL", help="endpoint for queries")
    parser.add_argument(
        "--gsp-endpoint", default="", metavar="URL", help="Graph Store Protocol endpoint, used instead of updates"
    )
    parser.epilog = _CREDENTIALS
    parser.set_defaults(access=access, notify=_say)


def store_of(options: argparse.Namespace) -> "Store":
    """The store that *options* name, open: a name of the settings, a URL, a plug-in's, or a folder."""
    from ld.publish.opening import Access, open_store  # noqa: PLC0415 - imported late: --help must not wait for them

    named = named_store(options.store) or StoreSettings(options.store)
    return open_store(
        named.url,
        update=options.update_endpoint or named.update,
        query=options.query_endpoint or named.query,
        gsp=options.gsp_endpoint or named.gsp,
        preset=options.preset or named.preset,
        access=Access(options.access),
        notify=options.notify,
    )


def read_only_store_of(options: argparse.Namespace) -> "Store":
    """The store that *options* name, for those who answer others: a folder is only read, and must be there."""
    from ld.publish.reading import ReadOnlyStore  # noqa: PLC0415

    location = (named_store(options.store) or StoreSettings(options.store)).url
    if ":" in location or options.query_endpoint or options.gsp_endpoint:
        return store_of(options)
    return ReadOnlyStore(Path(location))


def place_of(options: argparse.Namespace) -> str:
    """The location of the store that *options* name, without secrets, so that it can be shown to anybody."""
    from ld.credentials import without_login  # noqa: PLC0415

    named = named_store(options.store) or StoreSettings(options.store)
    return without_login(options.gsp_endpoint or named.gsp or options.update_endpoint or named.update or named.url)


def _say(message: str) -> None:
    tell(f"article-ld: {message}")
