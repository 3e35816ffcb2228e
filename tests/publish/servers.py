"""Real SPARQL servers for the tests: each on free loopback ports, with a directory and a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import requests

USER, PASSWORD = "editor", "ink-and-paper"
SECONDS_TO_START = 40
SECONDS_TO_END = 10
JARS = Path.home() / ".cache/article-ld-tests"
"""The folder in which .ci/install-stores puts servers without a package; ARTICLE_LD_FUSEKI_JAR names another Fuseki."""

_VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 20
NumberOfBuffers = 10000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
"""
"""Like Debian's own in all that matters to SPARQL: answers have at most 10,000 rows."""


class MissingError(Exception):
    """A store is not installed on this machine."""


class Served(NamedTuple):
    """A store that can be opened: its location and preset, and the environment with its credentials, if any."""

    name: str
    location: str
    preset: str = ""
    credentials: Mapping[str, str] = {}
    graphs: str = ""
    """Its endpoint of the Graph Store Protocol, if it has one."""


@contextmanager
def embedded(directory: Path) -> Iterator[Served]:
    """Oxigraph in this process."""
    yield Served("embedded", str(directory / "store"))


@contextmanager
def oxigraph(directory: Path) -> Iterator[Served]:
    """The Oxigraph server on a directory."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = beside if beside.exists() else _command("oxigraph", "the package oxigraph is not installed")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with _running((binary, "serve", "--location", directory / "data", "--bind", f"127.0.0.1:{port}"), directory, url):
        yield Served("oxigraph", url, "oxigraph", graphs=f"{url}/store")


@contextmanager
def fuseki_memory(directory: Path) -> Iterator[Served]:
    """Fuseki with a dataset in memory, open to everybody."""
    with _fuseki(directory, "--mem") as url:
        yield Served("fuseki-memory", url, "fuseki", graphs=f"{url}/data")


@contextmanager
def fuseki_tdb2(directory: Path) -> Iterator[Served]:
    """Fuseki with a TDB2 dataset, behind a Basic login."""
    passwords = directory / "passwords"
    passwords.write_text(f"{USER}: {PASSWORD}\n")
    (directory / "data").mkdir()
    with _fuseki(directory, "--auth=basic", f"--passwd={passwords}", "--tdb2", "--loc", directory / "data") as url:
        credentials = {"ARTICLE_LD_USER": USER, "ARTICLE_LD_PASSWORD": PASSWORD}
        yield Served("fuseki-tdb2", url, "fuseki", credentials, f"{url}/data")


@contextmanager
def virtuoso(directory: Path) -> Iterator[Served]:
    """Virtuoso, whose updates are behind a Digest login."""
    server, isql = (
        _command(name, "Virtuoso is not installed: .ci/install-stores") for name in ("virtuoso-t", "isql-vt")
    )
    port, sql_port = _free_port(), _free_port()
    (directory / "virtuoso.ini").write_text(_VIRTUOSO_INI.format(port=port, sql_port=sql_port))
    url = f"http://127.0.0.1:{port}"
    with _running((server, "+foreground", "+configfile", "virtuoso.ini"), directory, f"{url}/sparql"):
        statements = f"DB.DBA.USER_CREATE ('{USER}', '{PASSWORD}'); GRANT SPARQL_UPDATE TO \"{USER}\";"
        login = (isql, f"127.0.0.1:{sql_port}", "dba", "dba", "ERRORS=STDOUT", f"exec={statements}")
        done = subprocess.run(login, capture_output=True, text=True, check=True, timeout=SECONDS_TO_START)
        assert "Error" not in done.stdout, done.stdout
        credentials = {"ARTICLE_LD_USER": USER, "ARTICLE_LD_PASSWORD": PASSWORD, "ARTICLE_LD_AUTH": "digest"}
        yield Served("virtuoso", url, "virtuoso", credentials, f"{url}/sparql-graph-crud-auth")


STORES = (embedded, oxigraph, fuseki_memory, fuseki_tdb2, virtuoso)


def unused_address() -> str:
    """The URL of a port on which nothing listens."""
    return f"http://127.0.0.1:{_free_port()}"


@contextmanager
def _fuseki(directory: Path, *options: str | Path) -> Iterator[str]:
    java = _command("java", "Java is not installed: .ci/install-stores")
    jar = os.environ.get("ARTICLE_LD_FUSEKI_JAR") or max(JARS.glob("jena-fuseki-server-*.jar"), default=None)
    if not jar:
        raise MissingError("the Fuseki server is not installed: .ci/install-stores")
    port = _free_port()
    server = (java, "-Xmx512m", "-jar", jar, "--localhost", f"--port={port}", "--ping", "--update", *options, "/ds")
    with _running(server, directory, f"http://127.0.0.1:{port}/$/ping"):
        yield f"http://127.0.0.1:{port}/ds"


def _command(name: str, otherwise: str) -> Path:
    found = shutil.which(name)
    if not found:
        raise MissingError(otherwise)
    return Path(found)


@contextmanager
def _running(command: tuple[str | Path, ...], directory: Path, address: str) -> Iterator[None]:
    """A server that answers at *address*; it ends with the block."""
    log = directory / "output.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, cwd=directory, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            _await_answer(process, address, log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()


def _await_answer(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < give_up:
        try:
            requests.get(address, timeout=2)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{Path(process.args[0]).name} does not start:\n{log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
