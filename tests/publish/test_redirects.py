"""A login goes where a redirect leads only if that is the same site."""

import pytest

from ld.publish.redirects import is_same_site

STORE = "http://store.example:80/query"


@pytest.mark.parametrize("other", ["http://store.example/sparql", "https://store.example/query"])
def test_the_same_host_is_the_same_site_behind_tls_too(other):
    assert is_same_site(STORE, other)


@pytest.mark.parametrize(
    "other", ["http://other.example/query", "http://store.example:8080/query", "https://store.example:8443/query"]
)
def test_another_host_or_port_is_another_site(other):
    assert not is_same_site(STORE, other)


def test_no_site_is_the_same_without_its_tls():
    assert not is_same_site("https://store.example/query", "http://store.example/query")
