"""Fixtures and hooks for all tests."""

import signal
import socket
import sqlite3
from collections import Counter
from functools import partial

import pytest
from hypothesis import settings
from material import OPTION

from ld.article import Article, Citation, Given, Part, Stated
from ld.kb.bundled import FILE

settings.register_profile("untimed", deadline=None, derandomize=True)
settings.load_profile("untimed")
# a shell lets its background jobs ignore interrupts, and their children would too
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption(OPTION, action="store_true", help="fail where a test lacks what others wrote (tests/material.py)")


def pytest_configure(config):
    config.addinivalue_line("markers", "material(which): needs what others wrote, one of tests/material.py")


@pytest.hookimpl(tryfirst=True)  # cases made from the material do not exist without it
def pytest_runtest_setup(item):
    for marker in item.iter_markers("material"):
        if marker.args[0].missing:
            (pytest.fail if item.config.getoption(OPTION) else pytest.skip)(marker.args[0].missing)


def pytest_terminal_summary(terminalreporter):
    """Report what was not tested, and what it would take."""
    reports = terminalreporter.stats.get("skipped", ())
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"NOT TESTED: {count} test{'s' * (count > 1)}: {reason}", yellow=True)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Let nothing reach the network; real servers for the tests listen on loopback."""
    connect = socket.socket.connect

    def only_loopback(connecting: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if connecting.family != getattr(socket, "AF_UNIX", None) and host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address}")
        connect(connecting, address)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)


@pytest.fixture(autouse=True)
def no_database_left_open(monkeypatch):
    """Require that every SQLite file is closed: Python up to 3.12 does not warn of an open one."""
    left = {}

    class Watched(sqlite3.Connection):
        def __init__(self, database, *args, **options):
            super().__init__(database, *args, **options)
            left[id(self)] = database

        def close(self):
            left.pop(id(self), None)
            super().close()

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Watched))
    yield
    left = {number: name for number, name in left.items() if FILE not in str(name)}  # open for the life of the process
    assert not left, f"left open: {', '.join(map(str, left.values()))}"


@pytest.fixture
def make_article():
    """A clean article of these paragraphs, as the reader would return it."""

    def make(
        *paragraphs: str, headline: str = "Harbor news of the day", date: str | None = None, captions=()
    ) -> Article:
        texts = [("headline", headline), *(("paragraph", p) for p in paragraphs), *(("caption", c) for c in captions)]
        parts, position = [], 0
        for kind, text in texts:
            parts.append(Part(kind=kind, start=position, end=position + len(text), source_start=position))
            position += len(text) + 2
        return Article(
            text="\n\n".join(text for _, text in texts),
            parts=tuple(parts),
            headline=Stated(value=headline, evidence=(Citation(start=0, end=len(headline), exact=headline),)),
            language=Stated(value="en", evidence=(Given(option="--lang", value="en"),)),
            date_published=date and Stated(value=date, evidence=(Given(option="--date", value=date),)),
        )

    return make
