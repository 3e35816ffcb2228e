"""What is known of the requests: numbers for Prometheus, and a log for who asks for one."""

import json
import sys
import time
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from ld.serve.headers import App, Message, Receive, Send
from ld.serve.index.refreshing import State

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_NO_HANDLER = "none"
_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS"))


class Metrics:
    """The metrics of one server; *state* returns that of its index."""

    def __init__(self, state: Callable[[], State]) -> None:
        self._registry = CollectorRegistry()
        labels = ("handler", "method", "status")
        self._requests = Counter("article_ld_requests", "Requests answered.", labels, registry=self._registry)
        self._seconds = Histogram(
            "article_ld_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("handler",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        indexed = Gauge("article_ld_index_articles", "Articles that the index has.", registry=self._registry)
        waiting = Gauge("article_ld_index_waiting", "Articles that the index has not read.", registry=self._registry)
        indexed.set_function(lambda: state().articles)
        waiting.set_function(lambda: state().waiting)

    def count(self, handler: str, method: str, status: int, seconds: float) -> None:
        """Count one request. Nothing that a client sends becomes a label, so that nobody can create new ones."""
        known = method if method in _METHODS else "other"
        self._requests.labels(handler, known, status).inc()
        self._seconds.labels(handler).observe(seconds)

    async def answer(self, _: Request) -> Response:
        """All numbers in the text format of Prometheus (0.0.4)."""
        headers = {"Content-Type": CONTENT_TYPE_PLAIN_0_0_4, "Cache-Control": "no-store"}
        return Response(generate_latest(self._registry), 200, headers)


class Observed:
    """*app* (ASGI 3), each request of which is counted in *metrics*, and logged to standard error if asked for."""

    def __init__(self, app: App, metrics: Metrics, *, logs_requests: bool) -> None:
        self._app, self._metrics, self._logs_requests = app, metrics, logs_requests

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Sent(send)
        started = time.perf_counter()
        try:
            await self._app(scope, receive, sent)
        finally:
            seconds = time.perf_counter() - started
            self._metrics.count(_handler(scope), scope["method"], sent.status, seconds)
            if self._logs_requests:
                _log(scope, sent, seconds)


class _Sent:
    """*send*, with what went through it: the status, 499 until there is one, and the bytes of the body."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status, self.bytes = 499, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        self.bytes += len(message.get("body", b""))
        await self._send(message)


def _handler(scope: MutableMapping[str, Any]) -> str:
    return getattr(scope.get("endpoint"), "__name__", _NO_HANDLER)


def _log(scope: MutableMapping[str, Any], sent: _Sent, seconds: float) -> None:
    """One line of JSON, in ASCII: nothing that is sent breaks a line or a terminal. Nobody's address is in it."""
    query = scope["query_string"].decode("ascii", "replace")
    target = scope["raw_path"].decode("ascii", "replace") + (f"?{query}" if query else "")
    entry = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": scope["method"],
        "target": target,
        "handler": _handler(scope),
        "status": sent.status,
        "bytes": sent.bytes,
        "seconds": round(seconds, 4),
    }
    sys.stderr.write(json.dumps(entry) + "\n")
    sys.stderr.flush()
