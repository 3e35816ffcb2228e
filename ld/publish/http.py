"""Stores over HTTP: SPARQL 1.1 Protocol, with retries, time limits and credentials from the environment."""

import os
import re
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple
from urllib.parse import urlencode

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import MaxRetryError, ProtocolError
from urllib3.util import Retry

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.store import Store
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
LOADERS = 2
"""How many documents are loaded at once."""

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


def endpoints(location: str, *, update: str = "", query: str = "", preset: str = "") -> Endpoints:
    """The endpoints of the server at *location*: those given, else those of its *preset*, else Oxigraph's."""
    if preset and preset not in PRESETS:
        raise StoreError(f"there is no preset {preset!r}", f"take one of {', '.join(PRESETS)}, or name the endpoints")
    if not location.startswith(("http://", "https://")) and not query:
        raise StoreError(f"{location}: is no URL, so where do queries go?", "name the query endpoint too")
    base, layout = location.rstrip("/"), PRESETS[preset or "oxigraph"]
    load = f"{base}{layout.load}" if layout.load and not update else ""
    return Endpoints(update or f"{base}{layout.update}", query or f"{base}{layout.query}", load)


class HttpStore(Store):
    """A store behind a SPARQL 1.1 endpoint.

    Credentials come from ``ARTICLE_LD_TOKEN`` (Bearer) or ``ARTICLE_LD_USER`` and ``ARTICLE_LD_PASSWORD``
    (Basic, or Digest with ``ARTICLE_LD_AUTH=digest``), else from the user's netrc.
    """

    def __init__(self, addresses: Endpoints, retries: Retry | None = None) -> None:
        self._at = addresses
        self._retries = RETRIES if retries is None else retries
        self._session = _Session()
        self._session.headers["User-Agent"] = f"article-ld/{__version__}"
        self._session.auth = _credentials()
        adapter = HTTPAdapter(pool_connections=8, pool_maxsize=8, max_retries=self._retries)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def update(self, request: str) -> None:
        """See Store."""
        self._post(self._at.update, request.encode(), "application/sparql-update")

    def query(self, query: str, media_type: str) -> bytes:
        """See Store. It is sent as a form: Virtuoso 7 never answers to one that is the whole body."""
        form = urlencode({"query": query}).encode()
        answer = self._post(self._at.query, form, "application/x-www-form-urlencoded", media_type)
        if limit := answer.headers.get("X-SPARQL-MaxRows"):
            raise StoreError(
                f"{self._at.query}: gave the first {limit} rows of an answer only",
                "raise ResultSetMaxRows in its virtuoso.ini",
            )
        return answer.content

    def load(self, n_quads: Iterable[bytes]) -> None:
        """See Store. Each document is a request of its own, which can be repeated."""
        if not self._at.load:
            super().load(n_quads)
        under_way: deque[Future[requests.Response]] = deque()
        with ThreadPoolExecutor(LOADERS) as loaders:
            for document in n_quads:
                if len(under_way) == LOADERS:
                    under_way.popleft().result()
                under_way.append(loaders.submit(self._post, self._at.load, document, "application/n-quads"))
            for loading in under_way:
                loading.result()

    def close(self) -> None:
        """See Store."""
        self._session.close()

    def _post(self, address: str, body: bytes, content_type: str, accept: str = "*/*") -> requests.Response:
        return accepted(self._send("POST", address, body, {"Content-Type": content_type, "Accept": accept}))

    def _send(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> requests.Response:
        """The answer, all of it, whatever its status. One that is cut short is asked for again.

        The adapter repeats what fails before the body of an answer comes; requests reads the body only after that.
        """
        retries = self._retries
        while True:
            try:
                answer = self._session.request(
                    method, address, data=body, headers=headers, timeout=TIMEOUT, stream=True
                )
            except requests.RequestException as error:
                raise _unanswered(address, error) from error
            try:
                _ = answer.content
            except requests.RequestException as error:
                try:
                    retries = retries.increment(method, address, error=ProtocolError(str(error)))
                except MaxRetryError:
                    raise _unanswered(address, error) from error
                retries.sleep()
            else:
                return answer


def accepted(answer: requests.Response) -> requests.Response:
    """*answer*, if it is one of success; else a StoreError, or a StoreUnavailableError where it may pass."""
    if answer.ok:
        return answer
    message = f"{answer.url}: answered {answer.status_code} {answer.reason}: {answer.text[:200].strip()}"
    if answer.status_code in {401, 403}:
        raise StoreError(message, "set ARTICLE_LD_USER and ARTICLE_LD_PASSWORD, or ARTICLE_LD_TOKEN, or use netrc")
    if _VIRTUOSO_REFUSAL.search(answer.text):
        raise StoreError(message)
    if answer.status_code in RETRIES.status_forcelist or answer.status_code == requests.codes.server_error:
        raise StoreUnavailableError(message, "try again later")
    raise StoreError(message)


class _Session(requests.Session):
    """Reads the environment once for each address: requests does it for each request, for as much time as it sends."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: dict[str, Any] = {}

    def merge_environment_settings(self, url: str, *settings: Any) -> Any:  # type: ignore[override]
        if url not in self._settings:
            self._settings[url] = super().merge_environment_settings(url, *settings)
        return dict(self._settings[url])


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


def _unanswered(address: str, error: requests.RequestException) -> StoreUnavailableError:
    return StoreUnavailableError(f"{address}: no answer: {_reason(error)}", "is the store running?")


def _reason(error: requests.RequestException) -> str:
    """The innermost cause, without the addresses of objects in memory that the outer ones name."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None:
        cause = inner
    return str(cause)
