"""A query service on loopback in front of a real SPARQL server: it records queries, and fails on request."""

from collections.abc import Callable
from http.server import ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import requests
from loopback import Handler, Loopback, Reply


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Ignore errors: clients that go away before the answer are part of the tests."""


class QueryService(Loopback):
    """Passes queries on to *behind*. The answers *first* are given before all others, then those that *fails* returns.

    *queries* are those received, *methods* their HTTP methods, *headers* their headers.
    """

    def __init__(self, behind: str) -> None:
        self.first: list[Reply] = []
        self.fails: Callable[[str], Reply | None] = lambda _: None
        self.queries: list[str] = []
        self.methods: list[str] = []
        self.headers: list[dict[str, str]] = []
        super().__init__(_Server(("127.0.0.1", 0), self._handler(behind)))
        self.url += "/sparql"

    def forget(self) -> None:
        """Forget all queries, answers and failures."""
        self.first, self.fails = [], lambda _: None
        self.queries, self.methods, self.headers = [], [], []

    def _handler(self, behind: str) -> type[Handler]:
        service = self

        class QueryHandler(Handler):
            def do_GET(self) -> None:  # noqa: N802 - http.server looks for this name
                self._answer(urlsplit(self.path).query)

            def do_POST(self) -> None:  # noqa: N802
                self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

            def _answer(self, form: str) -> None:
                query = parse_qs(form)["query"][0]
                service.queries.append(query)
                service.methods.append(self.command)
                service.headers.append(dict(self.headers))
                reply = service.first.pop(0) if service.first else service.fails(query)
                if reply is None:
                    accept = {"Accept": self.headers["Accept"]}
                    got = requests.post(behind, data={"query": query}, headers=accept, timeout=30)
                    reply = Reply(got.text, got.status_code)
                self.send(reply, reply.body.encode())

        return QueryHandler
