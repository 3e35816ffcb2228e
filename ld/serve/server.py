"""The whole server: the address it listens on, its worker processes, and uvicorn in front of them."""

import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import uvicorn

from ld.errors import InputError
from ld.publish.store import Store
from ld.serve.app import ANNOTATOR_JOBS, DOCUMENT_JOBS, MOST_BYTES, QUERY_JOBS, Serving, application
from ld.serve.connections import ACCEPTED_AT_ONCE, Connection, Connections, SeldomAgain, most_connections
from ld.serve.facts_files import facts_files
from ld.serve.site import site
from ld.serve.workers import Workers

_WAITING_CONNECTIONS = 2048
_SECONDS_TO_END = 5
_LAST_PORT = 65_535
_LOG = logging.getLogger("uvicorn.error")


class ServerOptions(NamedTuple):
    """How to serve. *host* and *port* are where to listen (0: a free port), *base* is the site whose paths are served.

    *facts* is a folder of facts.json. There are *processes* for documents and as many for queries; no answer takes more
    than *seconds*, and those to queries have at most *most_bytes*. With *annotate*, as many
    processes again annotate the articles that are sent.
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


class Listening(NamedTuple):
    """A server that listens at *home* and answers while it runs."""

    home: str
    server: uvicorn.Server
    socket: socket.socket

    def run(self) -> None:
        """Answer until the server is told to stop, by a signal or by its ``should_exit``."""
        self.server.run(sockets=[self.socket])


@contextmanager
def listening(opened: Callable[[], Store], settings: ServerOptions) -> Iterator[Listening]:
    """A server of the store that *opened*, a function of a module, opens in other processes.

    Raises InputError for an address that cannot be listened on, a base that is none, or facts that cannot be read,
    and what *opened* raises.
    """
    with ExitStack() as ends:
        connections = Connections(most_connections())
        bound = ends.enter_context(_bound(settings.host, settings.port))
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        home = f"http://{host}:{bound.getsockname()[1]}"
        addresses = site(settings.base or home, settings.base)
        facts = facts_files(settings.facts) if settings.facts else {}
        documents, queries, *others = (
            ends.enter_context(closing(Workers(opened, settings.processes, settings.seconds, jobs)))
            for jobs in (DOCUMENT_JOBS, QUERY_JOBS, *([ANNOTATOR_JOBS] if settings.annotate else []))
        )
        annotators = others[0] if others else None
        serving = Serving(documents, queries, addresses, facts, settings.licence, settings.most_bytes, annotators)
        config = uvicorn.Config(
            application(serving),
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
        if documents.can_ask_others or queries.can_ask_others:
            _LOG.warning("this system lets queries open connections: that none asks for it rests on the check of them")
        yield Listening(home, _Server(config), bound)


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
