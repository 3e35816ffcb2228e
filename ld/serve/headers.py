"""Headers of every response: CORS with its preflights, and what browsers must not do (content security policy)."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_ALWAYS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Location, ETag, Link, Location",
    "cross-origin-resource-policy": "cross-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_PAGES = "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""Content security policies. A page says in its own head what may run and load, by hashes; this adds the rest."""
_PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
    "access-control-max-age": "86400",
    "content-length": "0",
}
"""Nothing that is served is private, so every site may read it; no answer depends on a cookie."""


class WithHeaders:
    """*app* (ASGI 3) with these headers on every answer, and an answer to browsers that ask what they may send."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            headers = _raw(_ALWAYS | _PREFLIGHT)
            await send({"type": "http.response.start", "status": 204, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, _adding(send))


def _adding(send: Send) -> Send:
    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
            policy = _PAGES if any(kind.startswith(b"text/html") for kind in kinds) else _DATA
            headers = _raw({**_ALWAYS, "content-security-policy": policy})
            message = {**message, "headers": [*message["headers"], *headers]}
        await send(message)

    return take


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
