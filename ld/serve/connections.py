"""Connections that cannot be exhausted: slow clients are disconnected first, and the log is not flooded.

A connection is *waiting* for its client while a request is incomplete, and after an answer: for the client to have
read it, or to ask again.
"""

import asyncio
import logging
import sys
import time
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS_TO_ASK = 20
"""Within which a request must be there as a whole, from the connection or the last answer on."""
SECONDS_TO_READ, BYTES_PER_SECOND = 30, 20_000
"""The time that a client may take to read an answer: this many seconds, plus one for this many bytes."""
MOST_UNREAD = 256 << 20
"""Bytes of answers that clients have not read yet. If there are more, the oldest answers are given up."""
MOST_CONNECTIONS = 4096
SPARE_DESCRIPTORS = 256
"""For what else the server opens, and for connections that it has not seen yet."""
ACCEPTED_AT_ONCE = 50
"""How many connections are taken from the system in one go, before any of them is seen here."""
SECONDS_BETWEEN_WARNINGS = 60
_DESCRIPTORS = 65_536
"""As many as are of use, where the system sets no limit or a very high one."""

_LOG = logging.getLogger("uvicorn.error")


class Connections:
    """All connections of one server, at most *most*: beyond that, the one idle for longest is closed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: set[Connection] = set()
        self._waiting: dict[Connection, None] = {}  # those that have waited longest come first
        self._sweeping: asyncio.TimerHandle | None = None

    def add(self, connection: "Connection") -> None:
        """Take a new connection in."""
        if len(self._open) >= self._most:
            _LOG.warning("all %d connections are taken: those that keep the server waiting are ended", self._most)
            self._end(next(iter(self._waiting), connection))
        if not connection.transport.is_closing():
            self._open.add(connection)
            self.waits(connection)
        if self._sweeping is None:
            self._sweeping = connection.loop.call_later(1, self._sweep)

    def discard(self, connection: "Connection") -> None:
        """Let a connection go that has ended."""
        self._open.discard(connection)
        self._waiting.pop(connection, None)

    def waits(self, connection: "Connection") -> None:
        """From now on *connection* waits for its client."""
        if connection in self._open:
            self._waiting.pop(connection, None)
            self._waiting[connection] = None
            connection.patience_ends = time.monotonic() + connection.patience
            if connection.unread:
                self._bound_unread()

    def works(self, connection: "Connection") -> None:
        """From now on *connection* does not wait for its client, who waits for an answer."""
        self._waiting.pop(connection, None)

    def _bound_unread(self) -> None:
        unread = [connection for connection in self._waiting if connection.unread]
        size = sum(connection.unread for connection in unread)
        for connection in unread[:-1]:
            if size <= MOST_UNREAD:
                return
            size -= connection.unread
            self._end(connection)

    def _sweep(self) -> None:
        now = time.monotonic()
        for connection in [each for each in self._waiting if each.patience_ends < now]:
            self._end(connection)
        loop = asyncio.get_running_loop()
        self._sweeping = loop.call_later(1, self._sweep) if self._open else None

    def _end(self, connection: "Connection") -> None:
        self.discard(connection)
        connection.transport.abort()


class Connection(H11Protocol):
    """One connection (HTTP/1.1) among those that its class keeps; answers are sent in the order of the requests.

    Make a class for each server with ``among``.
    """

    all: Connections
    patience_ends: float

    @classmethod
    def among(cls, connections: Connections) -> "type[Connection]":
        """A protocol for uvicorn whose connections are among these."""
        return type("Connection", (cls,), {"all": connections})

    @property
    def unread(self) -> int:
        """Bytes that the client has not taken yet."""
        return self.transport.get_write_buffer_size()

    @property
    def patience(self) -> float:
        """For how many seconds this may wait for its client."""
        return SECONDS_TO_READ + self.unread / BYTES_PER_SECOND if self.unread else SECONDS_TO_ASK

    def connection_made(self, transport: Any) -> None:
        """See asyncio.Protocol."""
        super().connection_made(transport)
        self.all.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self.all.discard(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol. What comes before the last request is answered is lost, and then the connection is
        closed, as RFC 9112 has it (section 9.3.2): to wait with it would be not to notice that the client leaves.
        """  # noqa: D205 - one sentence
        if self._is_working():
            self.cycle.keep_alive = False
            return
        super().data_received(data)
        if self._is_working():
            self.all.works(self)
            if self.conn.trailing_data[0]:
                self.cycle.keep_alive = False
                self.flow.resume_reading()

    def on_response_complete(self) -> None:
        """See H11Protocol."""
        super().on_response_complete()
        self.all.waits(self)

    def _is_working(self) -> bool:
        cycle = self.cycle
        return cycle is not None and not cycle.response_complete and not cycle.more_body


class SeldomAgain(logging.Filter):
    """Lets the same message through once in a while, however many clients cause it.

    What the system refuses is said in one line, without a traceback.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """See logging.Filter."""
        now, text = time.monotonic(), str(record.msg).partition("\n")[0]
        if now < self._said.get(text, now):
            return False
        self._said[text] = now + SECONDS_BETWEEN_WARNINGS
        if record.exc_info and isinstance(record.exc_info[1], OSError):  # of the system, not of the program
            first = record.getMessage().partition("\n")[0]
            record.msg, record.args, record.exc_info = f"{first}: {record.exc_info[1]}", None, None
        return True


def most_connections() -> int:
    """How many connections the system lets this process have, as far as they are of use. Raises the limit if it may."""
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource  # noqa: PLC0415 - not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, _DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (ValueError, OSError):  # macOS has a limit below the one that it tells
            pass
    available = _DESCRIPTORS if soft == resource.RLIM_INFINITY else soft
    return min(MOST_CONNECTIONS, max(available - SPARE_DESCRIPTORS, available // 4))
