"""A server on loopback that never finishes its answer."""

import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

OK = b"HTTP/1.1 200 OK\r\n"
_PAUSE = 0.02

Drop = Callable[[int], bytes]
TRICKLES: dict[str, tuple[bytes, Drop]] = {
    "nothing": (b"", lambda _: b""),
    "status": (OK[:9], lambda _: b"X"),
    "headers": (OK, lambda number: b"X-%d: y\r\n" % number if number < 50 else b"y"),
    "hundred": (b"", lambda _: b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": (OK + b"Content-Type: text/html\r\nContent-Length: 100000\r\n\r\n", lambda _: b"a"),
    "chunks": (OK + b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", lambda _: b"1\r\na\r\n"),
    "to the end": (OK + b"Content-Type: application/json\r\n\r\n", lambda _: b" "),
}
"""The beginning of each answer, and a function for the pieces after it."""

ENDLESS: tuple[bytes, Drop] = (OK + b"Content-Type: text/html\r\n\r\n", lambda _: b"a" * 100_000)


class Trickling(NamedTuple):
    """The server's address; *left* is set when the client has hung up."""

    url: str
    left: threading.Event


@contextmanager
def trickling(start: bytes, drop: Drop, pause: float = _PAUSE) -> Iterator[Trickling]:
    """Serve an answer that begins with *start* and goes on with *drop* of 1, 2, … for ever."""
    stop, left = threading.Event(), threading.Event()

    def answer(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(0.01)
            with suppress(TimeoutError):
                connection.recv(65536)
            connection.settimeout(5)
            connection.sendall(start)
            for number in itertools.count(1):
                connection.sendall(drop(number))
                if stop.wait(pause) or _has_left(connection):
                    break
        left.set()

    def serve() -> None:
        while not stop.is_set():
            with suppress(TimeoutError):
                threading.Thread(target=answer, args=(listening.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        serving = threading.Thread(target=serve)
        serving.start()
        try:
            yield Trickling(f"http://127.0.0.1:{listening.getsockname()[1]}", left)
        finally:
            stop.set()
            serving.join()


def _has_left(connection: socket.socket) -> bool:
    connection.settimeout(0.001)
    try:
        return connection.recv(65536) == b""
    except TimeoutError:
        connection.settimeout(5)
        return False
