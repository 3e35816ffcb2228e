"""Whatever is sent, the server answers for it and goes on: never with an internal error."""

import http.client
import socket
import string
from urllib.parse import quote, urlsplit

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

_ODD = st.sampled_from(
    (
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "%ff%fe",
        "javascript:alert(1)",
        "https://harbor.example/2024/treaty#",
        "https://harbor.example/2024/treaty#event-1",
        "urn:x> } } DROP ALL #",
        "http://[::1",
        "<script>alert(1)</script>",
        "\ud7ff\U0010ffff",
        "é",
        ".ttl",
        ".html.ttl",
        "//evil.example/",
        "2024/treaty",
    )
)
_TEXTS = st.lists(_ODD | st.text(max_size=8), max_size=4).map("".join)
_PATHS = st.sampled_from(
    (
        "/",
        "/resource?iri=",
        "/resource.ttl?iri=",
        "/2024/treaty",
        "/sparql?query=",
        "/sparql?question=",
        "/sparql?question=members&organization=",
        "/?page=",
        "/void",
        "/search?q=",
        "/search.json?q=",
        "/changes?page=",
    )
)
_TARGETS = st.builds(
    lambda path, text, safe: path + quote(text, safe=safe), _PATHS, _TEXTS, st.sampled_from(("", "/%:#?&=;@"))
)
_VALUES = st.text(
    string.printable.replace("\n", "").replace("\r", "").replace("\x0b", "").replace("\x0c", ""), max_size=30
)


def status(home, target, headers):
    connection = http.client.HTTPConnection(urlsplit(home).netloc, timeout=30)
    try:
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


@settings(max_examples=150)
@given(_TARGETS, st.dictionaries(st.sampled_from(("Accept", "If-None-Match", "Host", "Cookie")), _VALUES, max_size=2))
def test_no_address_and_no_header_makes_the_server_fail(home, target, headers):
    assert status(home, target, headers) in {200, 303, 304, 400, 404, 405, 406}


_WORDS = st.sampled_from(
    ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "*", "?s", "?p", "{", "}", "(", ")", "<urn:a>", ".", ";", "1", "'x'")
)
_KEYWORDS = st.sampled_from(("FILTER", "GRAPH", "BIND", "AS", "VALUES", "UNION", "REGEX", "STR", "OPTIONAL", "LIMIT"))


@settings(max_examples=60)
@given(st.lists(_WORDS | _KEYWORDS | _TEXTS, max_size=15).map(" ".join))
def test_no_query_makes_the_server_fail(home, query):
    assert status(home, f"/sparql?query={quote(query)}", {}) in {200, 400}


@pytest.mark.parametrize(
    "query",
    [
        f"ASK {'{' * 20_000}{'}' * 20_000}",
        f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
        "SELECT (REPLACE('" + "a" * 2000 + "', '(a*)*b', 'c') AS ?x) {}",
    ],
)
def test_a_query_that_breaks_the_engine_costs_one_answer_only(home, query):
    answer = requests.post(f"{home.rstrip('/')}/sparql", data={"query": query}, timeout=60)
    assert answer.status_code in {200, 400, 503}
    assert status(home, "/sparql?query=ASK%7B%7D", {}) == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /h\xc3\xa4fen HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET http://evil.example/2024/treaty HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET //evil.example/.. HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /resource?iri=%00&iri=\xff HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /resource HTTP/1.1\r\nHost: [\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: \xff\r\nContent-Length: 1\r\n\r\nx",
        b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"nonsense\r\n\r\n",
    ],
)
def test_no_bytes_make_the_server_fail(home, request_):
    at = urlsplit(home)
    with socket.create_connection((at.hostname, at.port), timeout=30) as connection:
        connection.sendall(request_)
        start = connection.recv(64)
    assert start.startswith(b"HTTP/1.1 4"), start
