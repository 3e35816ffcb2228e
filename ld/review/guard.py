"""What keeps others out of the desk: who sends a form must have it from here, and who asks must know the address.

A page of another site can send requests to this machine. It cannot read the token, which every form here has; a name
that its owner points at this machine (DNS rebinding) is not among the hosts; and its Origin says where it is from.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MOST_BYTES = 64 << 10
"""Of a form that is sent."""
_HEADERS = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"referrer-policy": b"same-origin",
    b"x-content-type-options": b"nosniff",
}
"""A page says in its own head what may run and load, by hashes; this adds the rest."""


class Guarded:
    """*app* (ASGI 3) for who asks one of *hosts*, each with its port, and sends forms from there."""

    def __init__(self, app: App, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif reason := self._refused(
            scope["method"], {name: value.decode("latin-1") for name, value in scope["headers"]}
        ):
            body = f"{reason}\n".encode()
            headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"%d" % len(body))]
            await send({"type": "http.response.start", "status": 403, "headers": [*headers, *_HEADERS.items()]})
            await send({"type": "http.response.body", "body": body})
        else:
            await self._app(scope, receive, _with_headers(send))

    def _refused(self, method: str, headers: Mapping[bytes, str]) -> str:
        """Why the request is not answered; empty if it is."""
        if headers.get(b"host", "") not in self._hosts:
            return "This address is not one of the desk: open the one that it printed when it started."
        origin = headers.get(b"origin")
        if method == "POST" and origin is not None and origin.removeprefix("http://") not in self._hosts:
            return "This was sent from another site."
        if method == "POST" and not headers.get(b"content-length", "").isdigit():
            return "This has no length."
        if method == "POST" and int(headers[b"content-length"]) > MOST_BYTES:
            return "This is too long for a decision."
        return ""


def hosts_of(host: str, port: int) -> frozenset[str]:
    """What browsers may have as Host: this machine's own names and *host*, with the *port*."""
    return frozenset(f"{name}:{port}" for name in (*LOOPBACK, f"[{host}]" if ":" in host else host))


def is_from_here(sent: str, token: str) -> bool:
    """Whether the token that was *sent* is this desk's, compared in constant time."""
    return hmac.compare_digest(sent.encode(), token.encode())


def _with_headers(send: Send) -> Send:
    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *_HEADERS.items()]}
        await send(message)

    return take
