"""Stores over HTTP: SPARQL 1.1 Protocol, with retries, time limits and credentials from the environment."""

import os
import re
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlencode

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.publication import canonical
from ld.publish.store import Row
from ld.version import __version__

TIMEOUT = (10, 120)
"""Seconds to wait for a connection, and for an answer."""
RETRIES = Retry(
    total=6,
    backoff_factor=0.5,
    backoff_max=30,
    status_forcelist=(429, 502, 503, 504),
    allowed_methods=None,  # every request of ours may be repeated: replacing twice is replacing once
    raise_on_status=False,
)

_VIRTUOSO_REFUSAL = re.compile(r"\bVirtuoso (?!40|08|S1)\w{5} Error\b")
"""Virtuoso answers 500 to what it will never take; of its SQLSTATEs, deadlocks, lost links and time-outs may pass."""


class Layout(NamedTuple):
    """Where under a server's URL its endpoints lie."""

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
    """The addresses to which updates, queries and bulk N-Quads are sent; no *load* where a server has none."""

    update: str
    query: str
    load: str = ""


def endpoints(location: str, *, update: str = "", query: str = "", preset: str = "") -> tuple[Endpoints]:
    """The endpoints of the server at *location*: those given, else those of its *preset*, else Oxigraph's."""
    if preset and preset not in PRESETS:
        raise StoreError(f"there is no preset {preset!r}", f"take one of {', '.join(PRESETS)}, or name the endpoints")
    base, layout = location.rstrip("/"), PRESETS[preset or "oxigraph"]
    load = f"{base}{layout.load}" if layout.load and not update else ""
    return (Endpoints(update or f"{base}{layout.update}", query or f"{base}{layout.query}", load),)


class HttpStore:
    """A store behind a SPARQL 1.1 endpoint.

    Credentials come from ``ARTICLE_LD_TOKEN`` (Bearer) or ``ARTICLE_LD_USER`` and ``ARTICLE_LD_PASSWORD``
    (Basic, or Digest with ``ARTICLE_LD_AUTH=digest``), else from the user's netrc.
    """

    def __init__(self, addresses: Endpoints, retries: Retry | None = None) -> None:
        self._at = addresses
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"article-ld/{__version__}"
        self._session.auth = _credentials()
        adapter = HTTPAdapter(pool_connections=8, pool_maxsize=8, max_retries=RETRIES if retries is None else retries)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def update(self, request: str) -> None:
        """See Store."""
        self._send(self._at.update, request, "application/sparql-update", "*/*")

    def select(self, query: str) -> list[Row]:
        """See Store."""
        answer = self._ask(query, "application/sparql-results+json")
        try:
            bindings = answer.json()["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in bindings]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{self._at.query}: answered with something that is no SPARQL result", "is this the query endpoint?"
            ) from error

    def construct(self, query: str) -> list[str]:
        """See Store."""
        return canonical(self.query(query, "application/n-triples"))

    def query(self, query: str, media_type: str) -> bytes:
        """See Store."""
        return self._ask(query, media_type).content

    def load(self, n_quads: Iterable[str]) -> None:
        """See Store."""
        if not self._at.load:
            raise StoreError(f"{self._at.update}: has no way to load N-Quads in bulk", "publish without --bulk")
        self._send(self._at.load, _encoded(n_quads), "application/n-quads", "*/*")

    def close(self) -> None:
        """See Store."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _ask(self, query: str, accept: str) -> requests.Response:
        """Send *query* as a form: Virtuoso 7 never answers to one that is the whole body."""
        form = urlencode({"query": query})
        answer = self._send(self._at.query, form, "application/x-www-form-urlencoded", accept)
        if limit := answer.headers.get("X-SPARQL-MaxRows"):
            raise StoreError(
                f"{self._at.query}: gave the first {limit} rows of an answer only",
                "raise ResultSetMaxRows in its virtuoso.ini",
            )
        return answer

    def _send(self, address: str, body: str | Iterator[bytes], content_type: str, accept: str) -> requests.Response:
        data = body.encode() if isinstance(body, str) else body
        headers = {"Content-Type": content_type, "Accept": accept}
        try:
            answer = self._session.post(address, data=data, headers=headers, timeout=TIMEOUT)
        except requests.RequestException as error:
            raise StoreUnavailableError(f"{address}: no answer: {_reason(error)}", "is the store running?") from error
        if answer.ok:
            return answer
        message = f"{address}: answered {answer.status_code} {answer.reason}: {answer.text[:200].strip()}"
        if answer.status_code in {401, 403}:
            raise StoreError(message, "set ARTICLE_LD_USER and ARTICLE_LD_PASSWORD, or ARTICLE_LD_TOKEN, or use netrc")
        if _VIRTUOSO_REFUSAL.search(answer.text):
            raise StoreError(message)
        if answer.status_code in RETRIES.status_forcelist or answer.status_code == requests.codes.server_error:
            raise StoreUnavailableError(message, "try again later")
        raise StoreError(message)


def _credentials() -> AuthBase | None:
    token = os.environ.get("ARTICLE_LD_TOKEN")
    user, password = os.environ.get("ARTICLE_LD_USER"), os.environ.get("ARTICLE_LD_PASSWORD", "")
    if token:
        return _Bearer(token)
    if user:
        return (HTTPDigestAuth if os.environ.get("ARTICLE_LD_AUTH") == "digest" else HTTPBasicAuth)(user, password)
    return None


class _Bearer(AuthBase):
    """RFC 6750, section 2.1."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _encoded(n_quads: Iterable[str]) -> Iterator[bytes]:
    for quad in n_quads:
        yield f"{quad}\n".encode()


def _reason(error: requests.RequestException) -> str:
    """The innermost cause, without the addresses of objects in memory that the outer ones name."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None:
        cause = inner
    return str(cause)
