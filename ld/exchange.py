"""One HTTP request and its complete answer, within limits of time and length, whatever the server does.

A socket's own time limit starts again with each byte, and does not cover looking up the host. So a thread sends the
request, and whoever waits for it cuts its connections when the time is over.
"""

import codecs
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

import msgspec
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, MaxRetryError, ProtocolError
from urllib3.response import HTTPResponse
from urllib3.util import Retry

CONNECT_SECONDS = 10.0
"""Seconds to wait for a connection to one address."""

_PIECE = 65_536


class LateError(requests.Timeout):
    """The answer was not whole when the time was over."""


class TooLongError(requests.RequestException):
    """The answer is longer than its bound."""


class CutShortError(requests.ConnectionError):
    """The answer broke off; *length* bytes of it had come."""

    def __init__(self, length: int) -> None:
        super().__init__(f"broke off after {length:,} bytes")
        self.length = length


class NotJsonError(ValueError):
    """The body of an answer is not JSON."""


class Answer(NamedTuple):
    """What a server answered: all of it, with its body unpacked; *reason* can be shown."""

    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes

    def excerpt(self, length: int) -> str:
        """The beginning of the body as one printable line, read as UTF-8 whatever the server declares."""
        return _shown(self.body[: 8 * length].decode("utf-8", "replace"))[:length]

    def json(self) -> Any:
        """The body as JSON. Raises NotJsonError, also for excessive nesting and for lone surrogates."""
        try:
            return msgspec.json.decode(self.body.removeprefix(codecs.BOM_UTF8))
        except (msgspec.DecodeError, UnicodeError) as error:
            raise NotJsonError(str(error)) from error
        except RecursionError as error:
            raise NotJsonError("nested too deeply") from error


def exchange(  # noqa: PLR0913 - a request and its two bounds
    session: "WatchedSession",
    method: str,
    url: str,
    *,
    seconds: float,
    most: int,
    wants: Callable[[requests.Response], bool] = lambda _: True,
    **request: Any,
) -> Answer:
    """The answer to one request in a WatchedSession; *request* is what ``requests`` takes.

    Everything, from looking up the host to the last byte, must be done within *seconds*; the unpacked body has at most
    *most* bytes. No redirect is followed. If the reader rejects an answer by its status and headers, its body is empty.
    Raises requests.RequestException: LateError, TooLongError, CutShortError, and others if there is no answer; and the
    ArticleLdErrors of the session's own connections.
    """
    if seconds <= 0:
        raise LateError("no time is left")
    line, done = _Line(), threading.Event()
    outcome: list[Answer | BaseException] = []

    timeout = (min(CONNECT_SECONDS, seconds), seconds + 1)  # so that the thread ends too if nothing comes
    ask = partial(_asked, session, method, url, most, wants, {"timeout": timeout, **request})
    threading.Thread(target=_ask, args=(line, ask, outcome, done), daemon=True, name="exchange").start()
    try:
        if not done.wait(seconds):
            raise LateError(f"not whole after {seconds:.0f} seconds")
    finally:
        line.cut()
    (result,) = outcome
    if isinstance(result, BaseException):
        raise result
    return result


def repeated(ask: Callable[[], Answer], retries: Retry) -> Answer:
    """What *ask* comes to, asked again as *retries* say while it breaks off or has a status that may pass.

    What takes too long or is too long is not asked for again. The last answer or error is that of the caller.
    """
    while True:
        try:
            answer = ask()
        except (LateError, TooLongError):
            raise
        except requests.RequestException as error:
            try:
                retries = retries.increment("", "", error=ProtocolError(str(error)))
            except MaxRetryError:
                raise error from None
            retries.sleep()
        else:
            if answer.status not in retries.status_forcelist:
                return answer
            told = HTTPResponse(status=answer.status, headers=answer.headers)
            try:
                retries = retries.increment("", "", response=told)
            except MaxRetryError:
                return answer
            try:
                retries.sleep(told)
            except (HTTPError, ValueError, OverflowError):  # a Retry-After that is no time
                retries.sleep()


def _ask(
    line: "_Line", ask: Callable[[], Answer], outcome: list[Answer | BaseException], done: threading.Event
) -> None:
    """Put what *ask* comes to into *outcome*, its connections held by *line*, and say that it is *done*."""
    _here.line = line
    try:
        outcome.append(ask())
    except BaseException as error:  # noqa: BLE001 - whoever waits gets it
        outcome.append(error)
    finally:
        line.close()
        done.set()


def _asked(  # noqa: PLR0913, PLR0917
    session: "WatchedSession",
    method: str,
    url: str,
    most: int,
    wants: Callable[[requests.Response], bool],
    request: dict[str, Any],
) -> Answer:
    try:
        answer = session.request(method, url, stream=True, allow_redirects=False, **request)
    except requests.RequestException:
        raise
    except (HTTPError, OSError, ValueError, LookupError) as error:  # what requests lets through
        raise requests.ConnectionError(f"{type(error).__name__}: {error}") from error
    with answer:
        body = _body(answer, most) if wants(answer) else b""
    return Answer(answer.status_code, _shown(answer.reason or ""), answer.headers, body)


def _shown(text: str) -> str:
    r"""*text* in one line; what a terminal would obey is made visible (``\x1b``)."""
    spaced = " ".join(text.split())
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in spaced)


def _body(answer: requests.Response, most: int) -> bytes:
    body = bytearray()
    try:
        for piece in answer.iter_content(_PIECE):
            body += piece
            if len(body) > most:
                break
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        raise CutShortError(len(body)) from error
    if len(body) > most:
        raise TooLongError(f"has over {most:,} bytes")
    return bytes(body)


class _Line:
    """The sockets of an exchange: held by duplicates, since TLS takes the socket itself away."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._is_cut = False

    def hold(self, connected: socket.socket) -> None:
        with self._lock:
            if self._is_cut:
                raise LateError("connected too late")
            self._sockets.append(socket.fromfd(connected.fileno(), connected.family, connected.type))

    def cut(self) -> None:
        """End all that is under way; harmless when nothing is."""
        with self._lock:
            self._is_cut = True
            for held in self._sockets:
                with suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        with self._lock:
            while self._sockets:
                self._sockets.pop().close()


_here = threading.local()


def _hold(connected: socket.socket | None) -> None:
    line: _Line | None = getattr(_here, "line", None)
    if line and connected:
        line.hold(connected)


class WatchedHTTPConnection(HTTPConnection):
    """A connection that can be cut while it is set up, and when it is used again."""

    def _new_conn(self) -> socket.socket:
        return _held(super()._new_conn())

    def putrequest(self, *arguments: Any, **options: Any) -> None:
        """See http.client."""
        _hold(self.sock)
        super().putrequest(*arguments, **options)


class WatchedHTTPSConnection(HTTPSConnection):
    """The same with TLS."""

    def _new_conn(self) -> socket.socket:
        return _held(super()._new_conn())

    def putrequest(self, *arguments: Any, **options: Any) -> None:
        """See http.client."""
        _hold(self.sock)
        super().putrequest(*arguments, **options)


def _held(connected: socket.socket) -> socket.socket:
    try:
        _hold(connected)
    except BaseException:
        connected.close()
        raise
    return connected


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = WatchedHTTPConnection


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = WatchedHTTPSConnection


class WatchedAdapter(HTTPAdapter):
    """An adapter of requests whose connections can be cut; a subclass may have *pools* of its own."""

    pools: Mapping[str, type[HTTPConnectionPool]] = {"http": _HTTPPool, "https": _HTTPSPool}

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """See requests."""
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = dict(self.pools)

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        """See requests."""
        manager = super().proxy_manager_for(*arguments, **options)
        manager.pool_classes_by_scheme = dict(self.pools)
        return manager


class WatchedSession(requests.Session):
    """A session whose connections can be cut, and which looks at no redirect: requests would read its body whole."""

    def __init__(self) -> None:
        super().__init__()
        for scheme in ("http://", "https://"):
            self.mount(scheme, WatchedAdapter())

    def get_redirect_target(self, _: requests.Response) -> None:
        """See requests."""
