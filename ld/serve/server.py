"""The whole server: the address it listens on, its worker processes, and uvicorn in front of them."""

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import uvicorn

from ld.errors import InputError
from ld.publish.store import Store
from ld.serve.app import application
from ld.serve.connections import ACCEPTED_AT_ONCE, Connection, Connections, SeldomAgain, most_connections
from ld.serve.facts_files import facts_files
from ld.serve.index.database import create
from ld.serve.index.keeper import Keeper
from ld.serve.observing import Metrics
from ld.serve.serving import ANNOTATOR_JOBS, DOCUMENT_JOBS, INDEX_JOBS, MOST_BYTES, QUERY_JOBS, Serving
from ld.serve.site import Site, site
from ld.serve.workers import Workers

_WAITING_CONNECTIONS = 2048
_SECONDS_TO_END = 5
_SECONDS_OF_INDEXING = 2
_LAST_PORT = 65_535
_LOG = logging.getLogger("uvicorn.error")


class ServerOptions(NamedTuple):
    """How to serve. *host* and *port* are where to listen (0: a free port), *base* is the site whose paths are served.

    *facts* is a folder of facts.json. There are *processes* for documents and as many for queries; no answer takes more
    than *seconds*, and those to queries have at most *most_bytes*. With *annotate*, as many
    processes again annotate the articles that are sent. With *log_requests* each request is a line on standard error.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    base: str = ""
    facts: Path | None = None
    licence: str = ""
    processes: int = 2
    seconds: float = 10
    most_bytes: int = MOST_BYTES
    annotate: bool = False
    log_requests: bool = False


class Listening(NamedTuple):
    """A server that listens at *home* and answers while it runs."""

    home: str
    server: uvicorn.Server
    socket: socket.socket

    def run(self) -> None:
        """Serve until a signal or ``should_exit`` stops the server."""
        self.server.run(sockets=[self.socket])


@contextmanager
def listening(opened: Callable[[], Store], settings: ServerOptions) -> Iterator[Listening]:
    """A server of the store that *opened*, a module's function, opens in other processes.

    Raises InputError for an address that cannot be listened on, an invalid base, or unreadable facts, and whatever
    *opened* raises.
    """
    with ExitStack() as ends:
        connections = Connections(most_connections())
        bound = ends.enter_context(_bound(settings.host, settings.port))
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        home = f"http://{host}:{bound.getsockname()[1]}"
        addresses = site(settings.base or home, settings.base)
        serving, keeper = _serving(opened, settings, addresses, ends)
        config = uvicorn.Config(
            application(serving, Metrics(lambda: keeper.state), logs_requests=settings.log_requests),
            http=Connection.among(connections),
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1"),
            backlog=ACCEPTED_AT_ONCE,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        seldom = SeldomAgain()
        for log in (_LOG, logging.getLogger("asyncio")):
            log.addFilter(seldom)
            ends.callback(log.removeFilter, seldom)
        if serving.documents.can_ask_others or serving.queries.can_ask_others:
            _LOG.warning("this system lets queries open connections: that none asks for it rests on the check of them")
        keeper.start()
        yield Listening(home, _Server(config), bound)


def _serving(
    opened: Callable[[], Store], settings: ServerOptions, addresses: Site, ends: ExitStack
) -> tuple[Serving, Keeper]:
    """What is served, with all processes started, and who keeps its index; *ends* is what ends them."""

    def workers(processes: int, jobs: Sequence[Callable[..., Any]]) -> Workers:
        started = Workers(opened, processes, settings.seconds, jobs)
        ends.callback(started.close)
        return started

    facts = facts_files(settings.facts) if settings.facts else {}
    index = str(Path(ends.enter_context(_folder())) / "index.db")
    create(index)
    serving = Serving(
        workers(settings.processes, DOCUMENT_JOBS),
        workers(settings.processes, QUERY_JOBS),
        addresses,
        index,
        facts,
        settings.licence,
        settings.most_bytes,
        workers(settings.processes, ANNOTATOR_JOBS) if settings.annotate else None,
    )
    seconds = min(_SECONDS_OF_INDEXING, settings.seconds / 4)
    keeper = Keeper(Workers(opened, 1, settings.seconds, INDEX_JOBS), index, seconds)
    ends.callback(keeper.close)
    return serving, keeper


def _folder() -> "TemporaryDirectory[str]":
    try:
        return TemporaryDirectory(prefix="article-ld-", ignore_cleanup_errors=True)
    except OSError as error:
        raise InputError(f"no folder can be made for the index: {error}", "name one with TMPDIR") from error


class _Server(uvicorn.Server):
    """One that takes few connections from the system in one go, but lets many wait there."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn.Server."""
        await super().startup(sockets)
        for each in sockets or ():
            each.listen(_WAITING_CONNECTIONS)


def _bound(host: str, port: int) -> socket.socket:
    if not 0 <= port <= _LAST_PORT:
        raise InputError(f"there is no port {port}", f"ports go from 0 to {_LAST_PORT}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING_CONNECTIONS)
    except OSError as error:
        raise InputError(f"{host}, port {port}: cannot be listened on: {error}", "take another --port") from error
