"""The desk's server: one process, reachable from this machine only unless configured otherwise."""

import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import uvicorn

from ld.errors import InputError
from ld.review.app import application
from ld.review.desk import Desk
from ld.review.guard import hosts_of

_LAST_PORT = 65_535


class Listening(NamedTuple):
    """A desk that listens at *home*, and answers while it runs."""

    home: str
    server: uvicorn.Server
    socket: socket.socket

    def run(self) -> None:
        """Serve until a signal or ``should_exit`` stops the server."""
        self.server.run(sockets=[self.socket])


@contextmanager
def listening(desk: Desk, host: str = "127.0.0.1", port: int = 8090) -> Iterator[Listening]:
    """A server of *desk* at *host* and *port* (0: a free one). InputError for what cannot be listened on."""
    with _bound(host, port) as bound:
        number = bound.getsockname()[1]
        config = uvicorn.Config(
            application(desk, secrets.token_urlsafe(), hosts_of(host, number)),
            http="h11",
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=False,
        )
        yield Listening(f"http://{f'[{host}]' if ':' in host else host}:{number}", uvicorn.Server(config), bound)


def _bound(host: str, port: int) -> socket.socket:
    if not 0 <= port <= _LAST_PORT:
        raise InputError(f"there is no port {port}", f"ports go from 0 to {_LAST_PORT}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise InputError(f"{host}, port {port}: cannot be listened on: {error}", "take another --port") from error
