"""An ASGI 3 middleware that puts an article's JSON-LD into its page."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import quote

from ld.web.middleware import MOST_BYTES, Headers, Page, Source, charset, is_page, without_body_headers

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class JsonLdAsgi:
    """*app*, with the JSON-LD that *source* gives for their addresses in its HTML pages.

    *nonce* gives the request's nonce from its scope. Anything but a complete, uncompressed HTML page with status 200 is
    passed on untouched as it streams, and so is a page that *source* does not know; other pages are buffered.
    Exceptions of *source* are not caught.
    """

    def __init__(self, app: App, source: Source, *, nonce: Callable[[Scope], str | None] | None = None) -> None:
        self._app = app
        self._source = source
        self._nonce = nonce

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, _Answer(send, lambda start: self._page(scope, start), scope["method"]).take)

    def _page(self, scope: Scope, start: Message) -> Page | None:
        headers = _headers(start)
        if start.get("trailers") or not is_page(scope["method"], start["status"], headers):
            return None
        said = self._source(_address(scope))
        return Page(said, self._nonce(scope) if self._nonce else None, charset(headers)) if said else None


class _Answer:
    """One response in progress: its start is held back until it is clear what to do with it."""

    def __init__(self, send: Send, page_of: Callable[[Message], Page | None], method: str) -> None:
        self._send = send
        self._page_of = page_of
        self._method = method
        self._start: Message = {}
        self._page: Page | None = None
        self._held = bytearray()

    async def take(self, message: Message) -> None:
        """What the application calls as ``send``."""
        if message["type"] == "http.response.start":
            self._start, self._page = message, self._page_of(message)
            if self._page is None:
                await self._send(message)
        elif self._page is None:
            await self._send(message)
        elif message["type"] != "http.response.body":
            await self._give_up(message)
        else:
            await self._hold(message)

    async def _hold(self, message: Message) -> None:
        self._held += message.get("body", b"")
        if len(self._held) > MOST_BYTES:
            await self._give_up({**message, "body": bytes(self._held)})
        elif not message.get("more_body", False):
            await self._finish()

    async def _give_up(self, message: Message) -> None:
        """Send what was buffered, unchanged: the page is too long, or sent in an unsupported way."""
        self._page = None
        await self._send(self._start)
        if self._held and message["type"] != "http.response.body":
            await self._send({"type": "http.response.body", "body": bytes(self._held), "more_body": True})
        await self._send(message)

    async def _finish(self) -> None:
        page, self._page = self._page, None
        headers, body = without_body_headers(_headers(self._start)), b""
        if self._method != "HEAD" and page:
            body = page.embedded(bytes(self._held))
            headers.append(("content-length", str(len(body))))
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await self._send({**self._start, "headers": raw})
        await self._send({"type": "http.response.body", "body": body})


def _headers(start: Message) -> Headers:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start.get("headers", ())]


def _address(scope: Scope) -> str:
    """The page's address by its Host header, else by the server's own name, without the query."""
    hosts = (value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host")
    server, port = scope.get("server") or ("localhost", None)
    host = next(hosts, f"{server}:{port}" if port else server)
    return f"{scope.get('scheme', 'http')}://{host}{quote(scope['path'], safe='/;=,')}"
