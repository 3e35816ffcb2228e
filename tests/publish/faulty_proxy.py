"""A proxy on loopback that mistreats requests by a plan: it delays, refuses, repeats and cuts them, or kills."""

import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from loopback import Loopback


class Fault(Enum):
    """A fault that befalls a request."""

    NONE = auto()
    DELAY = auto()
    CUT_REQUEST = auto()
    """The server gets half of the body, the client no answer."""
    CUT_ANSWER = auto()
    """The server carries it out, the client gets half of the answer."""
    UNAVAILABLE = auto()
    """503, to be retried at once."""
    TOO_MANY = auto()
    """429, to be retried in a second."""
    BROKEN = auto()
    """500, as from a server whose disk is full."""
    TWICE = auto()
    """The server gets it twice."""
    KILL = auto()
    """A process is killed while the server works on it."""


_ANSWERS = {Fault.UNAVAILABLE: (503, 0), Fault.TOO_MANY: (429, 1), Fault.BROKEN: (500, 0)}


def faults(seed: int) -> Iterator[Fault]:
    """An endless plan in which every other request goes through."""
    chance = random.Random(seed)
    bad = (Fault.DELAY, Fault.CUT_REQUEST, Fault.CUT_ANSWER, Fault.UNAVAILABLE, Fault.TWICE)
    while True:
        yield chance.choice(bad) if chance.random() < 0.5 else Fault.NONE


class FaultyProxy(Loopback):
    """A proxy at *url* for the server on *port*. *kill* is called for Fault.KILL, a few milliseconds into the work.

    After the end of *plan*, every request goes through.
    """

    def __init__(self, port: int, plan: Iterator[Fault], kill: Callable[[], object] = lambda: None) -> None:
        super().__init__(_Server(port, plan, kill))


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, port: int, plan: Iterator[Fault], kill: Callable[[], object]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.port, self.kill = port, kill
        self._plan, self._one_at_a_time = plan, threading.Lock()
        self._chance = random.Random(port)

    def next_fault(self) -> Fault:
        with self._one_at_a_time:
            return next(self._plan, Fault.NONE)

    def pause(self) -> None:
        time.sleep(self._chance.uniform(0, 0.01))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore errors: peers that go away are the purpose, and their other side is cut off in turn."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = self.server.next_fault()
        if fault in _ANSWERS:
            status, seconds = _ANSWERS[fault]
            self._answer(f"HTTP/1.1 {status} Later\r\nRetry-After: {seconds}\r\nContent-Length: 0\r\n", b"")
        elif fault is Fault.CUT_REQUEST:
            with self._begun(body) as server:
                server.sendall(body[: len(body) // 2])
        elif fault is Fault.KILL:
            with self._begun(body) as server:
                server.sendall(body)
                self.server.pause()
                self.server.kill()
        else:
            if fault is Fault.DELAY:
                self.server.pause()
            if fault is Fault.TWICE:
                self._passed_on(body)
            self._answer(*self._passed_on(body), cut=fault is Fault.CUT_ANSWER)

    do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815 - http.server looks for these names

    def log_message(self, *arguments: object) -> None:
        """Log nothing."""

    def _begun(self, body: bytes) -> socket.socket:
        """A connection to the server on which the head of the request was sent, but not its body."""
        server = socket.create_connection(("127.0.0.1", self.server.port))
        lines = [self.requestline, f"Host: {self.headers['Host']}", *map(": ".join, self._kept().items())]
        server.sendall("\r\n".join((*lines, f"Content-Length: {len(body)}", "", "")).encode())
        return server

    def _kept(self) -> dict[str, str]:
        return {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}

    def _passed_on(self, body: bytes) -> tuple[str, bytes]:
        """The head and the body of the server's answer."""
        server = HTTPConnection("127.0.0.1", self.server.port)
        try:
            server.request(self.command, self.path, body, self._kept())
            answer = server.getresponse()
            content = answer.read()
        finally:
            server.close()
        length = "" if answer.status == 204 else f"Content-Length: {len(content)}\r\n"
        kind = answer.getheader("Content-Type", "text/plain")
        return f"HTTP/1.1 {answer.status} {answer.reason}\r\nContent-Type: {kind}\r\n{length}", content

    def _answer(self, head: str, content: bytes, *, cut: bool = False) -> None:
        whole = f"{head}Connection: close\r\n\r\n".encode() + content
        self.wfile.write(whole[: len(whole) // 2] if cut else whole)
