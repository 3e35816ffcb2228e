"""Stores over HTTP: SPARQL 1.1 Protocol, with retries and time limits."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import requests
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.response import HTTPResponse
from urllib3.util import Retry

from ld.credentials import without_login
from ld.errors import StoreError, StoreUnavailableError
from ld.publish.endpoints import Endpoints
from ld.publish.redirects import REDIRECTS, is_same_site, redirect_target
from ld.publish.results import Row, read_rows
from ld.publish.server_answers import PASSING, ServerAnswer, accepted
from ld.publish.server_logins import NoLogin, login_of_environment
from ld.publish.store import Store
from ld.publish.watch import Watch, WatchedSession
from ld.version import __version__

TIMEOUT = (10, 120)
"""Seconds to wait for a connection, and for the next bytes of an answer."""
ANSWER_SECONDS = 180.0
"""Within which a whole answer must be there: from the first attempt to connect to its last byte, repeats included."""
MOST_BYTES = 256_000_000
"""Of the body of an answer, unpacked."""
MOST_REDIRECTS = 5
RETRIES = Retry(
    total=6,
    backoff_factor=0.5,
    backoff_max=30,
    retry_after_max=30,
    status_forcelist=PASSING,
    allowed_methods=None,  # every request of ours may be repeated: replacing twice is replacing once
    raise_on_status=False,
)
LOADERS = 2
"""How many documents are loaded at once."""

_AT_ONCE = 2
"""Seconds after which the user is told that there is no answer, unless the second attempt has begun by then."""
_PIECE = 65_536


class HttpStore(Store):
    """A store behind a SPARQL 1.1 endpoint.

    Credentials come from ``ARTICLE_LD_TOKEN`` (Bearer) or ``ARTICLE_LD_USER`` and ``ARTICLE_LD_PASSWORD`` (Basic, or
    Digest with ``ARTICLE_LD_AUTH=digest``), else from the user's netrc. They are sent to no other host.
    *notify* is called once, when there is no answer and another attempt will follow.
    Raises StoreError for credentials that HTTP cannot carry.
    """

    def __init__(
        self, addresses: Endpoints, retries: Retry | None = None, notify: Callable[[str], object] = lambda _: None
    ) -> None:
        self._at = addresses
        self._retries = RETRIES if retries is None else retries
        self._notify, self._has_notified = notify, False
        self._auth = login_of_environment()
        self._session = WatchedSession()
        self._session.headers["User-Agent"] = f"article-ld/{__version__}"

    def update(self, request: str) -> None:
        """See Store."""
        self._post(self._at.update, request.encode(), "application/sparql-update")

    def query(self, query: str, media_type: str) -> bytes:
        """See Store. The query is sent as a form: Virtuoso 7 never answers if it is the whole body."""
        form = urlencode({"query": query}).encode()
        answer = self._post(self._at.query, form, "application/x-www-form-urlencoded", media_type)
        if limit := answer.headers.get("X-SPARQL-MaxRows"):
            raise StoreError(
                f"{self._at.query}: gave the first {limit} rows of an answer only",
                "raise ResultSetMaxRows in its virtuoso.ini",
            )
        return answer.content

    def select(self, query: str) -> list[Row]:
        """See Store. The message about an invalid answer names the address that gave it."""
        answer = self.query(query, "application/sparql-results+json")
        try:
            return read_rows(answer)
        except StoreError as error:
            raise StoreError(f"{self._at.query}: {error}", error.hint) from error

    def load(self, n_quads: Iterable[bytes]) -> None:
        """See Store. Each document is a request of its own, which can be repeated."""
        if not self._at.load:
            super().load(n_quads)
        under_way: deque[Future[ServerAnswer]] = deque()
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

    def _post(self, address: str, body: bytes, content_type: str, accept: str = "*/*") -> ServerAnswer:
        return accepted(self._send("POST", address, body, {"Content-Type": content_type, "Accept": accept}))

    def _send(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> ServerAnswer:
        """The whole answer, whatever its status, after following redirects from *address*.

        A POST, PUT or DELETE is redirected only if the method is kept (RFC 9110, section 15.4).
        """
        until = time.monotonic() + ANSWER_SECONDS
        at, auth = address, self._auth
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._repeated(method, at, body, headers, auth, until)
            if answer.status not in REDIRECTS:
                return answer
            to = redirect_target(method, answer)
            if not is_same_site(at, to):
                auth = NoLogin()
            at = to
        raise StoreError(f"{address}: redirects more than {MOST_REDIRECTS} times", "name the last address")

    def _repeated(  # noqa: PLR0913, PLR0917 - a request, and how long
        self, method: str, at: str, body: bytes, headers: dict[str, str], auth: Any, until: float
    ) -> ServerAnswer:
        """The answer at an address; the request is repeated if the answer is cut short or the fault may pass."""
        retries = self._retries
        while True:
            told: HTTPResponse | None = None
            try:
                answer = self._once(method, at, body, headers, auth, until)
                if not retries.is_retry(method, answer.status, "Retry-After" in answer.headers):
                    return answer
                told = HTTPResponse(status=answer.status, headers=answer.headers)
                retries = retries.increment(method, at, response=told)
                cause = f"answered {answer.status}"
            except MaxRetryError:
                return answer
            except requests.RequestException as error:
                cause = f"no answer: {_reason(error)}"
                try:
                    retries = retries.increment(method, at, error=HTTPError(cause))
                except MaxRetryError:
                    raise _unanswered(at, error) from None
            self._wait(retries, told, f"{at}: {cause}", until)

    def _wait(self, retries: Retry, told: HTTPResponse | None, cause: str, until: float) -> None:
        """Sleep until the next attempt. Raises StoreUnavailableError if no time is left for one."""
        pause = (_asked_pause(retries, told) if told else 0) or retries.get_backoff_time()
        left = until - time.monotonic()
        if pause >= left:
            raise StoreUnavailableError(f"{cause}; the time of {ANSWER_SECONDS:.0f} s is over", "is the store running?")
        if not self._has_notified and (pause or left < ANSWER_SECONDS - _AT_ONCE):
            self._has_notified = True
            self._notify(f"{cause}; trying again, {retries.total} times at most")
        time.sleep(pause)

    def _once(  # noqa: PLR0913, PLR0917
        self, method: str, at: str, body: bytes, headers: dict[str, str], auth: Any, until: float
    ) -> ServerAnswer:
        """The answer to one request. Raises RequestException where the next may have one, else StoreError."""
        seconds = until - time.monotonic()
        if seconds <= 0:
            raise _late(at)
        timeout = (min(TIMEOUT[0], seconds), min(TIMEOUT[1], seconds))
        with Watch(seconds) as watch:
            try:
                response = self._session.request(
                    method,
                    at,
                    data=body,
                    headers=headers,
                    auth=auth,
                    timeout=timeout,
                    stream=True,
                    allow_redirects=False,
                )
                with response:
                    content = _body(response)
            except (requests.RequestException, HTTPError, OSError, ValueError) as error:
                if watch.is_over:
                    raise _late(at) from None
                if isinstance(error, ValueError):  # its words may be those of a header, or of netrc
                    what = f"{at}: cannot be asked ({type(error).__name__})"
                    raise StoreError(what, "check the address, the settings of the proxy, and netrc") from None
                if isinstance(error, requests.RequestException):
                    raise
                raise requests.ConnectionError(str(error)) from error
            if watch.is_over:
                raise _late(at)
        return ServerAnswer(at, response.status_code, response.reason or "", response.headers, content)


def _asked_pause(retries: Retry, told: HTTPResponse) -> float:
    """The seconds that an answer asks us to wait for; 0 if it says nothing that can be read."""
    try:
        return retries.get_retry_after(told) or 0
    except (HTTPError, ValueError, OverflowError):
        return 0


def _body(response: requests.Response) -> bytes:
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > MOST_BYTES:
            raise StoreError(f"{response.url}: answered with more than {MOST_BYTES:,} bytes", "ask for less")
    return bytes(body)


def _late(at: str) -> StoreUnavailableError:
    return StoreUnavailableError(f"{at}: no whole answer within {ANSWER_SECONDS:.0f} seconds", "is the store at work?")


def _unanswered(address: str, error: requests.RequestException) -> StoreUnavailableError:
    return StoreUnavailableError(f"{address}: no answer: {_reason(error)}", "is the store running?")


def _reason(error: requests.RequestException) -> str:
    """The innermost cause, without the addresses of objects in memory that the outer ones name."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None:
        cause = inner
    return without_login(str(cause))
