"""A Wikibase on loopback, and a client of it whose clock is only counted."""

import pytest
from wikidata.server import Wikibase

from ld.wikidata.api import Api
from ld.wikidata.cache import Cache
from ld.wikidata.live import Wikidata

CONTACT = "desk@harbor-news.example"


class Clock:
    """A time that passes only by pauses."""

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
    """Wikidata as the linker asks it, with an empty cache."""
    cache = Cache(tmp_path, wikibase.url)
    yield Wikidata(api, cache)
    cache.close()


@pytest.fixture
def offline(wikibase, tmp_path):
    """Makes the same without a connection."""
    caches = []

    def make():
        caches.append(Cache(tmp_path, wikibase.url, days=None))
        return Wikidata(None, caches[-1])

    yield make
    for cache in caches:
        cache.close()
