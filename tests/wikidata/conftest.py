"""A Wikibase on loopback, and a client of it with a simulated clock."""

import os

import pytest
import requests
from fixtures_kb import make_kb, opened, person  # noqa: F401 - pytest finds fixtures by their names here
from publish.servers import MissingError, oxigraph
from wikidata.query_service import QueryService
from wikidata.server import Wikibase
from wikidata.world import WORLD, entities, turtle

from ld.wikidata.api import Api
from ld.wikidata.cache import Cache
from ld.wikidata.live import Wikidata

CONTACT = "desk@harbor-news.example"


class Clock:
    """A clock that only pauses advance."""

    def __init__(self) -> None:
        self.time = 0.0
        self.pauses: list[float] = []

    def now(self) -> float:
        return self.time

    def pause(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.time += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def wikibase():
    with Wikibase() as server:
        yield server


@pytest.fixture
def api(wikibase, clock):
    api = Api(wikibase.url, CONTACT, now=clock.now, pause=clock.pause)
    yield api
    api.close()


@pytest.fixture
def live(wikibase, api, tmp_path):
    """Wikidata as the linker queries it, with an empty cache."""
    cache = Cache(tmp_path, wikibase.url)
    yield Wikidata(api, cache)
    cache.close()


@pytest.fixture
def offline(wikibase, tmp_path):
    """Makes a Wikidata with the same cache, without a connection."""
    caches = []

    def make():
        caches.append(Cache(tmp_path, wikibase.url, days=None))
        return Wikidata(None, caches[-1])

    yield make
    for cache in caches:
        cache.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """The query address of a SPARQL server that holds the invented world."""
    try:
        with oxigraph(tmp_path_factory.mktemp("world")) as running:
            data, turtle_type = turtle(WORLD).encode(), {"Content-Type": "text/turtle"}
            requests.post(f"{running.graphs}?default", data=data, headers=turtle_type, timeout=30).raise_for_status()
            yield f"{running.location}/query"
    except MissingError as reason:
        if os.environ.get("CI_STORES") == "required":
            raise
        pytest.skip(str(reason))


@pytest.fixture
def query_service(store):
    """A query service that knows the invented world."""
    with QueryService(store) as service:
        yield service


@pytest.fixture
def world(wikibase):
    """An API that also knows it."""
    wikibase.entities = entities(WORLD)
    return wikibase
