"""The server before a store that is a server itself."""

import functools
from urllib.parse import quote

import pytest
import requests
from publish.servers import MissingError, oxigraph
from serve.articles import BASE, TREATY
from serve.conftest import running

from ld.publish import open_store, unchecked_publication
from ld.serve.server import ServerOptions
from ld.web import json_ld


@pytest.fixture(scope="module")
def before_oxigraph(tmp_path_factory):
    try:
        with oxigraph(tmp_path_factory.mktemp("oxigraph")) as served:
            with open_store(served.location) as store:
                store.replace([unchecked_publication(TREATY.graph)])
            with running(functools.partial(open_store, served.location), ServerOptions(port=0, base=BASE)) as address:
                yield address
    except MissingError as reason:
        pytest.skip(str(reason))


def test_documents_are_the_same_as_from_a_folder(before_oxigraph):
    assert requests.get(f"{before_oxigraph}/2024/treaty.ttl", timeout=30).text == TREATY.turtle()
    assert requests.get(f"{before_oxigraph}/2024/treaty.jsonld", timeout=30).text == json_ld(TREATY.facts)


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"])
def test_what_is_refused_never_reaches_the_store(before_oxigraph, query):
    assert requests.get(f"{before_oxigraph}/sparql?query={quote(query)}", timeout=30).status_code == 400
    assert requests.get(f"{before_oxigraph}/2024/treaty", timeout=30).status_code == 200
