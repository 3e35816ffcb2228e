"""Maps addresses of the server to IRIs, and IRIs to addresses."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

import pyoxigraph

from ld.errors import InputError
from ld.urls import is_absolute_url

RESOURCE, SPARQL, VOID, HEALTH, WELL_KNOWN = "/resource", "/sparql", "/void", "/healthz", "/.well-known/void"
ANNOTATE, SEARCH, OPENAPI, METRICS, CHANGES = "/annotate", "/search", "/openapi.json", "/metrics", "/changes"
_OWN = frozenset((RESOURCE, SPARQL, VOID, HEALTH, WELL_KNOWN, ANNOTATE, SEARCH, OPENAPI, METRICS, CHANGES))
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
_ASCII_ONLY = "!#$%&'()*+,/:;=?@[]~"
_NOT_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


class Site(NamedTuple):
    """The server's addresses. IRIs under *base* (which ends in a slash) keep their path here.

    *home* is the server's own address, without a final slash. Without a *base*, no IRI has a path.
    """

    home: str
    base: str = ""

    def address(self, iri: str, suffix: str = "") -> str:
        """Where the document on *iri* is, on this server; with a *suffix*, in that form. It is ASCII."""
        path, question, query = self._path(iri).partition("?")
        return f"{path}{suffix}{question}{query}"

    def place(self, iri: str, suffix: str = "") -> str:
        """The address of *iri*, a node of an article, within the article's document."""
        document, mark, fragment = iri.partition("#")
        return f"{self.address(document, suffix)}{mark}{uri(fragment)}"

    def has_path(self, iri: str) -> bool:
        """Whether *iri* has a path of its own here."""
        return not self._path(iri).startswith(f"{RESOURCE}?")

    def _path(self, iri: str) -> str:
        rest = iri.removeprefix(self.base) if self.base and iri.startswith(self.base) and "#" not in iri else ""
        path = rest.partition("?")[0]
        # An address that begins with two slashes names another host; browsers resolve dots before they ask.
        strange = path.startswith("/") or not path or {".", ".."} & set(path.split("/"))
        if strange or f"/{path}".rpartition(".")[0] in _OWN or f"/{path}" in _OWN:
            return f"{RESOURCE}?iri={quote(iri, safe='')}"
        return f"/{uri(rest)}"

    def iris(self, path: str, query: str) -> tuple[str, ...]:
        """The IRIs that a request for *path* with *query*, as they were sent, may mean: as it is, and as RFC 3987 has
        it (section 3.2), with letters beyond ASCII.
        """  # noqa: D205 - one sentence
        if not self.base:
            return ()
        sent = f"{self.base}{path.removeprefix('/')}" + (f"?{query}" if query else "")
        return tuple(found for found in dict.fromkeys((sent, _NOT_ASCII.sub(_decoded, sent))) if is_iri(found))


def site(home: str, base: str) -> Site:
    """The addresses of a server at *home* standing in for the site *base*. Raises InputError for an invalid *base*."""
    if base and (not is_absolute_url(base) or "?" in base or "#" in base):
        raise InputError(f"{base!r} is not the address of a site", "give --base as https://news.example/")
    return Site(home.rstrip("/"), f"{base.rstrip('/')}/" if base else "")


def is_iri(text: str) -> bool:
    """Whether *text* is an absolute IRI that may be put in angle brackets in a query."""
    if not _IRI.fullmatch(text):
        return False
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:
        return False
    return True


def uri(iri: str) -> str:
    """*iri* in ASCII (RFC 3987, section 3.1), fit for a header."""
    return quote(iri, safe=_ASCII_ONLY, errors="replace")


def _decoded(match: re.Match[str]) -> str:
    try:
        return unquote_to_bytes(match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
