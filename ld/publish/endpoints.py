"""The addresses of a server: where updates, queries and bulk data go, and what counts as an address."""

from typing import NamedTuple
from urllib.parse import urlsplit

from ld.credentials import has_login, without_login
from ld.errors import StoreError


class Layout(NamedTuple):
    """The paths of the endpoints below a server's URL."""

    update: str
    query: str
    load: str = ""


PRESETS = {
    "oxigraph": Layout("/update", "/query", "/store?no_transaction"),
    "fuseki": Layout("/update", "/query", "/data"),
    "virtuoso": Layout("/sparql-auth", "/sparql"),
    "graphdb": Layout("/statements", "", "/statements"),
    "rdf4j": Layout("/statements", "", "/statements"),
    "qlever": Layout("", ""),
    "blazegraph": Layout("/sparql", "/sparql"),
    "neptune": Layout("/sparql", "/sparql"),
}
"""For GraphDB and RDF4J the URL is that of the repository, for Fuseki that of the dataset."""


class Endpoints(NamedTuple):
    """The addresses for updates, queries and bulk loads of N-Quads; *load* is empty if a server has none."""

    update: str
    query: str
    load: str = ""


def endpoints(location: str, *, update: str = "", query: str = "", preset: str = "") -> Endpoints:
    """The endpoints of the server at *location*: those given, else those of its *preset*, else Oxigraph's.

    Raises StoreError for an invalid address, and for one that contains a password.
    """
    if preset and preset not in PRESETS:
        raise StoreError(f"there is no preset {preset!r}", f"take one of {', '.join(PRESETS)}, or name the endpoints")
    if not is_http(location) and not query:
        raise StoreError(
            f"{without_login(location)}: is no URL, so where do queries go?", "name the query endpoint too"
        )
    for address in (update, query, location if is_http(location) else ""):
        check_address(address)
    base, layout = location.rstrip("/"), PRESETS[preset or "oxigraph"]
    load = f"{base}{layout.load}" if layout.load and not update else ""
    return Endpoints(update or f"{base}{layout.update}", query or f"{base}{layout.query}", load)


def is_http(location: str) -> bool:
    """Whether *location* is an http or https URL by its beginning."""
    return location.lower().startswith(("http://", "https://"))


def check_address(address: str) -> None:
    """Raise StoreError if *address* is neither empty nor an http or https URL, or contains a login.

    Others can read command lines and settings, and messages repeat addresses (RFC 9110, section 4.2.4).
    """
    if has_login(address):
        raise StoreError(
            f"{without_login(address)}: a user or password in an address can be read by others",
            "leave it out, and set ARTICLE_LD_USER and ARTICLE_LD_PASSWORD, or use netrc",
        )
    if address and not (is_http(address) and host_of(address)):
        shown = "what is given for an address" if "@" in address else f"{address}:"
        raise StoreError(f"{shown} is no http or https address", "write it as http://HOST:PORT/PATH")


def host_of(address: str) -> str:
    """The host of *address*; empty if it is not a URL with one."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    return parts.hostname or ""
