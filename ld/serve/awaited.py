"""Reads requests whole, within limits, and ends work whose client has left.

Nothing here depends on what is asked or answered.
"""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from ld.serve.headers import App, Message, Receive, Send
from ld.serve.turns import client_at
from ld.serve.workers import CLIENT

MOST_BYTES = 1 << 20
"""Of one request's body."""
MOST_BYTES_OF_ALL = 64 << 20
"""Of the bodies of all requests that are answered at one time."""


class WhileAwaited:
    """*app* (ASGI 3), cancelled as soon as the client of a request has left; it is given bodies in one piece."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._held = 0

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = bytearray()
        try:
            refusal = await self._read(body, receive)
            if refusal is None:
                host, _ = scope.get("client") or ("", 0)
                CLIENT.set(client_at(host))
                await _until_left(self._app(scope, _replaying(bytes(body), receive), send), receive)
            else:
                await _refuse(send, *refusal)
        except ClientHasLeftError:
            pass
        finally:
            self._held -= len(body)

    async def _read(self, body: bytearray, receive: Receive) -> tuple[int, str] | None:
        """Read into *body*; the status and the text of an answer if it is too much."""
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientHasLeftError
            chunk = message.get("body", b"")
            body += chunk
            self._held += len(chunk)
            if len(body) > MOST_BYTES:
                return 413, f"What is sent may have {MOST_BYTES:,} bytes."
            if self._held > MOST_BYTES_OF_ALL:
                return 503, "Too many long requests at one time: try again later."
            more = message.get("more_body", False)
        return None


class ClientHasLeftError(Exception):
    """Nobody is there to answer to."""


async def _until_left(answer: Any, receive: Receive) -> None:
    answering = asyncio.ensure_future(answer)
    leaving = asyncio.ensure_future(receive())  # the body has been read, so nothing but this can come
    try:
        await asyncio.wait((answering, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not answering.done():
            raise ClientHasLeftError
        await answering
    finally:
        for task in (answering, leaving):
            task.cancel()
        await asyncio.gather(answering, leaving, return_exceptions=True)


def _replaying(body: bytes, receive: Receive) -> Receive:
    rest: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return rest.pop() if rest else await receive()

    return replay


async def _refuse(send: Send, status: int, text: str) -> None:
    """Answer with *text*; what else comes on this connection is not read."""
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{text}\n".encode()})
