"""Addresses of IRIs, and IRIs of addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.errors import InputError
from ld.serve.site import Site, is_iri, site

HERE = site("http://127.0.0.1:80", "https://harbor.example/news")


@pytest.mark.parametrize(
    ("iri", "address"),
    [
        ("https://harbor.example/news/2024/a", "/2024/a.ttl"),
        ("https://harbor.example/news/a?id=5&x=%20", "/a.ttl?id=5&x=%20"),
        ("https://harbor.example/news/häfen", "/h%C3%A4fen.ttl"),
        ("https://harbor.example/other", "/resource.ttl?iri=https%3A%2F%2Fharbor.example%2Fother"),
        ("https://harbor.example/news/", "/resource.ttl?iri=https%3A%2F%2Fharbor.example%2Fnews%2F"),
        ("https://harbor.example/news/a#b", "/resource.ttl?iri=https%3A%2F%2Fharbor.example%2Fnews%2Fa%23b"),
        ("urn:uuid:1", "/resource.ttl?iri=urn%3Auuid%3A1"),
    ],
)
def test_what_stands_under_the_base_keeps_its_path_and_all_else_is_a_resource(iri, address):
    assert HERE.address(iri, ".ttl") == address


@pytest.mark.parametrize("path", ["sparql", "void", "void.ttl", "resource.html", "healthz", ".well-known/void"])
def test_the_addresses_of_the_server_itself_are_no_articles(path):
    assert not HERE.has_path(f"https://harbor.example/news/{path}")


@pytest.mark.parametrize("path", ["/evil.example/a", "a/../b", "./a", "a/.."])
def test_a_path_that_a_browser_would_read_as_another_is_not_given_out(path):
    assert HERE.address(f"https://harbor.example/news/{path}").startswith("/resource?iri=")


_segments = st.text(st.characters(categories=["L", "N"]) | st.sampled_from("-_~!$&'()*+,;=:@"), min_size=1, max_size=8)


@given(st.lists(_segments, min_size=1, max_size=3), st.one_of(st.just(""), _segments))
def test_an_address_leads_back_to_its_iri(segments, query):
    iri = f"{HERE.base}{'/'.join(segments)}{f'?{query}' if query else ''}"
    if is_iri(iri) and HERE.has_path(iri):
        path, _, sent = HERE.address(iri).partition("?")
        assert iri in HERE.iris(path, sent)


def test_without_a_base_no_path_is_an_article():
    assert Site("http://127.0.0.1").iris("/a", "") == ()


@pytest.mark.parametrize("text", ["", "a", "http://a b", "http://a/<b>", "urn:x>", "http://[", "javascript", "\0:x"])
def test_what_is_no_iri_gets_into_no_query(text):
    assert not is_iri(text)


@pytest.mark.parametrize("base", ["harbor.example", "ftp://harbor.example/", "https://harbor.example/?a", "https://"])
def test_a_base_must_be_the_address_of_a_site(base):
    with pytest.raises(InputError, match="not the address of a site"):
        site("http://127.0.0.1", base)
