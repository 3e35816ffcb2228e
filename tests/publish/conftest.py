"""Stores for the tests: each test that needs a store runs against every kind available on this machine.

With CI_STORES=required in the environment, a missing one is an error.
"""

import os

import pytest
from publish.servers import STORES, MissingError

from ld.publish import CATALOG, open_store
from ld.publish.http import RETRIES

SITE = "https://harbor-news.example/"
OTHERS = "urn:x-others:"


@pytest.fixture(autouse=True)
def no_long_waits(monkeypatch):
    """Retry an unavailable server as often as usual, but at once."""
    monkeypatch.setattr("ld.publish.http.RETRIES", RETRIES.new(backoff_factor=0.001))
    monkeypatch.setattr("ld.publish.http.TIMEOUT", (5, 30))


@pytest.fixture(scope="session", params=STORES, ids=lambda start: start.__name__)
def served(request, tmp_path_factory):
    """A store that runs as long as there are tests for it."""
    name = request.param.__name__
    try:
        with request.param(tmp_path_factory.mktemp(name)) as running:
            yield running
    except MissingError as reason:
        if os.environ.get("CI_STORES") == "required":
            raise
        pytest.skip(f"the store {name.replace('_', ' ')}: {reason}")


@pytest.fixture
def store(served, monkeypatch):
    """The store, opened with its credentials, and without the data of other tests."""
    for name, value in served.credentials.items():
        monkeypatch.setenv(name, value)
    with open_store(served.location, preset=served.preset) as opened:
        ours = "".join(f' || STRSTARTS(STR(?g), "{start}")' for start in (SITE, OTHERS, "urn:uuid:"))
        graphs = opened.select(f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STR(?g) = "{CATALOG}"{ours}) }}')
        if graphs:
            opened.update("; ".join(f"DROP SILENT GRAPH <{graph['g']}>" for graph in graphs))
        yield opened
