"""A time limit for a whole HTTP exchange: when it is over, the connection is cut, even if data still trickles in.

A socket's own time limit starts again with each byte, so a server that sends one now and then would never time out.
"""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

_here = threading.local()


class Watch:
    """A context manager that watches the connections which this thread uses in a WatchedSession.

    After so many *seconds* they are cut, and *is_over* is true: what was read until then may look like a whole answer.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def hold(self, connected: socket.socket) -> None:
        """Watch *connected* too. It is held by a duplicate, since TLS takes the socket itself away."""
        with self._lock:
            if self.is_over:
                raise TimeoutError("connected too late")
            self._sockets.append(socket.fromfd(connected.fileno(), connected.family, connected.type))

    def __enter__(self) -> Self:
        _here.watch = self
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _here.watch = None
        self._timer.cancel()
        with self._lock:
            while self._sockets:
                self._sockets.pop().close()

    def _cut(self) -> None:
        with self._lock:
            self.is_over = True
            for held in self._sockets:
                with suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)


class WatchedSession(requests.Session):
    """A session whose connections a Watch can cut. It follows no redirect, and reads the environment once an address.

    requests reads the environment for each request, which takes as much time as the sending.
    """

    def __init__(self) -> None:
        super().__init__()
        self._settings: dict[str, Any] = {}
        for scheme in ("http://", "https://"):
            self.mount(scheme, _WatchedAdapter(pool_connections=8, pool_maxsize=8))

    def merge_environment_settings(self, url: str, *settings: Any) -> Any:  # type: ignore[override]
        """See requests."""
        if url not in self._settings:
            self._settings[url] = super().merge_environment_settings(url, *settings)
        return dict(self._settings[url])

    def get_redirect_target(self, _: requests.Response) -> None:
        """None: requests would read the whole body of a redirect, and know better than we where it goes."""


def _hold(connected: socket.socket | None) -> None:
    watch: Watch | None = getattr(_here, "watch", None)
    if watch and connected:
        watch.hold(connected)


def _held(connected: socket.socket) -> socket.socket:
    try:
        _hold(connected)
    except BaseException:
        connected.close()
        raise
    return connected


class _WatchedHTTPConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _held(super()._new_conn())

    def putrequest(self, *arguments: Any, **options: Any) -> None:
        _hold(self.sock)
        super().putrequest(*arguments, **options)


class _WatchedHTTPSConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _held(super()._new_conn())

    def putrequest(self, *arguments: Any, **options: Any) -> None:
        _hold(self.sock)
        super().putrequest(*arguments, **options)


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _WatchedHTTPConnection


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedHTTPSConnection


_POOLS: Mapping[str, type[HTTPConnectionPool]] = {"http": _HTTPPool, "https": _HTTPSPool}


class _WatchedAdapter(HTTPAdapter):
    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = dict(_POOLS)

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(*arguments, **options)
        manager.pool_classes_by_scheme = dict(_POOLS)
        return manager
