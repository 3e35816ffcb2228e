"""Servers on loopback for the time of a test, and answers that may be cut short."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import NamedTuple, Self


class Reply(NamedTuple):
    """What is sent, byte for byte; *cut* drops so many bytes at its end although the length includes them."""

    body: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0


class Handler(BaseHTTPRequestHandler):
    """Answers with a Reply, without logging."""

    def send(self, reply: Reply, body: bytes, *headers: tuple[str, str]) -> None:
        """Send *reply* as JSON, its body encoded as *body*, according to the *headers*."""
        self.send_response(reply.status)
        for name, value in (("Content-Type", "application/json"), *reply.headers, *headers):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - reply.cut])

    def log_message(self, *_: object) -> None:
        """Log nothing."""


class Loopback:
    """Runs *server*, which answers at *url*, for the length of a with statement."""

    def __init__(self, server: HTTPServer) -> None:
        self._server = server
        self._thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        self.url = f"http://127.0.0.1:{server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
