"""A web server on this machine with prescribed answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from loopback import Loopback


class Answer(NamedTuple):
    """An answer of the server: a status, headers, a body."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    body: bytes = b""


class Site(NamedTuple):
    """The address of the server, and the headers of each request to it."""

    address: str
    requests: list[dict[str, str]]


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[Site]:
    """Serve *answers* by path, one that the client has (ETag) as 304; everything else is 404."""
    requests: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            requests.append({"path": self.path, **self.headers})
            answer = answers.get(self.path, Answer(status=404))
            if ("ETag", self.headers["If-None-Match"]) in answer.headers:
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_):
            pass

    with Loopback(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as server:
        yield Site(server.url, requests)
