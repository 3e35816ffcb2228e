"""Queries from outside, as a worker answers them."""

import json
import socket

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from serve.articles import TREATY, store_of

from ld.errors import ArticleLdError, InputError, StoreError
from ld.serve.reading import ReadOnlyStore
from ld.serve.sparql import GRAPHS, TABLES, answer

MOST = 1_000_000
NAMES = ("a·b", "a\u0300b", "\u3001", "a‿b", "a-b", "a.b", "\u037f", "\u2070", "é", "")
"""Of prefixes, from the characters that the grammar allows in them (PN_CHARS), letters or not."""
SERVICES = (
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    "PREFIX x: <urn:x:> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "PREFIX : <urn:x:> SELECT * { SERVICE:y{ ?s ?p ?o } }",
    "PREFIX : <urn:x:> SELECT * { ?s ?p 1SERVICE:y{ ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <urn:x> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <urn:x> } SERVICESILENT$x{ ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment { } ?x\n # another\r SILENT <urn:x> { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <urn:x> { ?s ?p ?o } }",
    r"SELECT * { SER\U00000056ICE\u0020<urn:x> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "#" SERVICE <urn:x> { ?s ?p ?o } }',
    "SELECT * { ?service ?p ?o SERVICE ?service { ?s ?p ?o } }",
    *(f"PREFIX {name}: <urn:x:> SELECT * {{ Service {name}:y {{ }} }}" for name in NAMES),
    *(f"PREFIX {name}: <urn:x:> ASK {{ FILTER EXISTS {{ {{}}SERVICE SILENT {name}:{{}} }} }}" for name in NAMES),
    "PREFIX SERVICE: <urn:x:> SELECT * { SERVICE SERVICE:y { } }",
    "PREFIX : <urn:x:> SELECT * { BIND(1 AS ?a) FILTER(?a<?b)SERVICE:y#>\n{ } }",
    "SELECT * { # a comment\rSERVICE <urn:x> { } }",
    "SELECT * { ?s ?p 1.SERVICE<urn:x>{ } }",
    "SELECT * { ?s ?p trueSERVICE<urn:x>{ } }",
    "SELECT * { ?s ?p '''SERVICE'''SERVICE<urn:x>{ } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { { SELECT * { SERVICE <urn:x> { ?s ?p ?o } } } }",
    "DESCRIBE ?s { SERVICE <urn:x> { ?s ?p ?o } }",
    r"PREFIX a\u00B7b: <urn:x:> SELECT * { S\u0045RVICE a\u00B7b:y { } }",
    r'SELECT * { ?s ?p "\u0022 SERVICE <urn:x> { } #" }',
    "SELECT * { #\\u000ASERVICE <urn:x> { }\n }",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with ReadOnlyStore(store_of(tmp_path_factory.mktemp("sparql") / "store", TREATY)) as opened:
        yield opened


@pytest.mark.parametrize("query", SERVICES)
def test_no_query_makes_the_server_ask_another_one(store, query):
    with pytest.raises(InputError, match="SERVICE is refused"):
        answer(store, query, TABLES[0], GRAPHS[0], MOST)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { GRAPH ?g { ?service <http://schema.org/name> ?name } }",
        'SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(?o, "Secret Service")) }',
        "PREFIX x: <urn:x:service> SELECT * { ?s x:service ?o }",
        "SELECT * { ?s <http://x.example/service> ?o }",
        "PREFIX service: <urn:x:> SELECT * { ?s service:y ?o }",
        "PREFIX SERVICE: <urn:x:> SELECT * { ?s ?p SERVICE:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'service <urn:x>', '''SERVICE ?x { }''' } # SERVICE <urn:x> { }",
        r"SELECT * { ?s ?p 'caf\u00E9 service <urn:x> { }' }",
    ],
)
def test_the_word_alone_is_no_reason_to_refuse(store, query):
    assert json.loads(answer(store, query, TABLES[0], GRAPHS[0], MOST).body)["results"]


def test_a_query_is_not_carried_out_while_it_is_looked_at(store, monkeypatch):
    asked = []
    monkeypatch.setattr(store, "query", lambda query, _: asked.append(query) or b"")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        service = f"ASK {{ SERVICE SILENT <http://127.0.0.1:{listener.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
        with pytest.raises(InputError, match="SERVICE is refused"):
            answer(store, service, TABLES[0], GRAPHS[0], MOST)
        with pytest.raises(TimeoutError):
            listener.accept()
    assert asked == []


@pytest.mark.parametrize(
    "before", ["", "# SELECT\n", "BASE<urn:x>", "PREFIX ask: #<urn:a>\n <urn:b>\r", "PREFIX:<urn:x>"]
)
@pytest.mark.parametrize(
    ("query", "media_type"),
    [("ask{}", TABLES[0]), ("SELECT*{}", TABLES[0]), ("Construct{}{}", GRAPHS[1]), ("DESCRIBE<urn:a>", GRAPHS[1])],
)
def test_the_kind_of_a_query_is_told_by_its_first_word_after_the_prologue(store, before, query, media_type):
    assert answer(store, before + query, TABLES[0], GRAPHS[1], MOST).media_type == media_type


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <urn:a> <urn:b> 1 }", "DROP ALL", "CLEAR DEFAULT", "LOAD <http://127.0.0.1:9/>", "", "SELECT"],
)
def test_what_is_no_query_is_refused_before_a_store_sees_it(store, update):
    with pytest.raises(StoreError, match="cannot be parsed"):
        answer(store, update, TABLES[0], GRAPHS[0], MOST)


def test_a_store_that_is_read_only_takes_no_update(store):
    with pytest.raises(StoreError, match="for reading only"):
        store.update("DROP ALL")


@pytest.mark.parametrize("media_type", TABLES)
def test_tables_come_in_each_of_their_formats(store, media_type):
    given_ = answer(store, "SELECT (1 AS ?one) {}", media_type, "", MOST)
    assert given_.media_type == media_type
    assert b"1" in given_.body


@pytest.mark.parametrize("media_type", GRAPHS)
def test_graphs_come_in_each_of_their_formats(store, media_type):
    given_ = answer(store, "CONSTRUCT { <urn:a> <urn:b> <urn:c> } {}", "", media_type, MOST)
    parsed = list(pyoxigraph.parse(given_.body, format=pyoxigraph.RdfFormat.from_media_type(media_type)))
    assert [str(quad.object) for quad in parsed] == ["<urn:c>"]


def test_a_kind_of_answer_that_is_not_wanted_is_not_given(store):
    assert answer(store, "ASK {}", "", GRAPHS[0], MOST).media_type == ""
    assert answer(store, "DESCRIBE <urn:a>", TABLES[0], "", MOST).media_type == ""


def test_an_answer_that_is_too_long_is_refused_and_not_cut(store):
    query = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    length = len(answer(store, query, TABLES[0], "", MOST).body)
    assert len(answer(store, query, TABLES[0], "", length).body) == length
    with pytest.raises(InputError, match="more than"):
        answer(store, query, TABLES[0], "", length - 1)


_pieces = st.sampled_from(
    ("SELECT", "*", "{", "}", "?s", "?p", "?o", "<urn:a>", "SERVICE", "GRAPH", "FILTER", "(", ")", '"', "\\u0041", "#")
)


@given(st.lists(_pieces | st.text(max_size=3), max_size=12).map(" ".join))
def test_whatever_is_asked_the_answer_is_one_or_a_refusal(store, query):
    try:
        given_ = answer(store, query, TABLES[0], GRAPHS[0], MOST)
    except ArticleLdError as error:
        assert str(error)  # noqa: PT017 - most of these are refused, some are answered
    else:
        assert given_.media_type in {*TABLES, *GRAPHS}
