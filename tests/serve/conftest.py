"""Real servers for the tests: uvicorn on free ports of this machine."""

import functools
import threading
from contextlib import contextmanager

import pytest
import requests
from serve.articles import ARTICLES, BASE, TREATY, facts_of, store_of

from ld.serve.reading import ReadOnlyStore
from ld.serve.server import ServerOptions, listening


@contextmanager
def running(store, settings):
    """The address of a server of *store*: a folder, or a function that opens a store."""
    opened = store if callable(store) else functools.partial(ReadOnlyStore, store)
    with listening(opened, settings) as ready:
        thread = threading.Thread(target=ready.run)
        thread.start()
        try:
            yield ready.home
        finally:
            ready.server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """The address of a server with only the store."""
    folder = tmp_path_factory.mktemp("plain")
    settings = ServerOptions(port=0, base=BASE, seconds=3, most_bytes=100_000)
    with running(store_of(folder / "store", *ARTICLES), settings) as address:
        yield address


@pytest.fixture(scope="session")
def reporting(tmp_path_factory):
    """The address of a server that also has the facts of an article."""
    folder = tmp_path_factory.mktemp("reporting")
    facts = facts_of(folder / "facts", TREATY)
    with running(store_of(folder / "store", *ARTICLES), ServerOptions(port=0, base=BASE, facts=facts)) as address:
        yield address


@pytest.fixture
def get(home):
    """Request a path from the plain server, without following redirects."""

    def ask(path, accept=None, method="GET", **headers):
        sent = {"Accept": accept, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return requests.request(method, f"{home}{path}", headers=sent, allow_redirects=False, timeout=30)

    return ask
