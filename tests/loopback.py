"""Servers on loopback for as long as a test needs them, and answers that may be cut short."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import NamedTuple, Self


class Reply(NamedTuple):
    """What is sent, word for word; *cut* takes so many bytes off its end while the length promises them."""

    body: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0


class Handler(BaseHTTPRequestHandler):
    """Answers with a Reply, and says nothing of it."""

    def send(self, reply: Reply, body: bytes, *headers: tuple[str, str]) -> None:
        """Send *reply* as JSON, its body encoded as *body* as the *headers* say."""
        self.send_response(reply.status)
        for name, value in (("Content-Type", "application/json"), *reply.headers, *headers):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - reply.cut])

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Loopback:
    """Runs *server*, which answers at *url*, from the beginning of a with statement to its end."""

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
