"""Queries to a query service: named, patient, and every way in which they fail."""

import json
import threading

import pytest
from loopback import Reply
from wikidata.query_service import QueryService

from ld.errors import InputError, UnavailableError
from ld.wikidata.service import LONGEST, TRIES, TakesTooLongError
from ld.wikidata.sparql import PATIENCE, Endpoint

CONTACT = "desk@harbor-news.example"
SHORT = "SELECT ?item WHERE { ?item ?p ?o }"
ROW = {
    "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q2"},
    "kind": {"type": "literal", "value": "person"},
}


def result(*rows):
    return Reply(json.dumps({"head": {"vars": ["item", "kind"]}, "results": {"bindings": list(rows)}}))


@pytest.fixture
def service():
    with QueryService("http://127.0.0.1:9/") as service:
        yield service


@pytest.fixture
def ask(service, clock):
    endpoint = Endpoint(service.url, CONTACT, now=clock.now, pause=clock.pause, seconds=0.6)
    yield lambda query=SHORT: endpoint.select(query)
    endpoint.close()


def test_without_a_contact_nobody_is_asked(service):
    with pytest.raises(InputError, match="no contact"):
        Endpoint(service.url, "nobody")


def test_an_address_without_a_scheme_is_refused_at_once():
    with pytest.raises(InputError, match="no address of a query service"):
        Endpoint("query.harbor-news.example/sparql", CONTACT)


def test_a_query_names_us_and_the_operator_and_asks_for_json(ask, service):
    service.first = [result(ROW)]
    assert ask() == [{"item": "http://www.wikidata.org/entity/Q2", "kind": "person"}]
    assert service.headers[0]["User-Agent"].startswith("article-ld/")
    assert f"({CONTACT})" in service.headers[0]["User-Agent"]
    assert service.headers[0]["Accept"] == "application/sparql-results+json"


def test_what_is_unbound_or_a_blank_node_is_not_in_a_row(ask, service):
    service.first = [result({"item": ROW["item"], "kind": {"type": "bnode", "value": "b0"}})]
    assert ask() == [{"item": "http://www.wikidata.org/entity/Q2"}]


def test_a_query_too_long_for_an_address_is_posted(ask, service):
    service.first = [result(), result()]
    ask(SHORT)
    ask(SHORT + " # ä " + "x" * 5000)
    assert service.methods == ["GET", "POST"]
    assert service.queries[1].endswith("x")


PASSING = {
    "429 in HTML": Reply("<html><title>Wikimedia Error</title>Too many", 429, (("Retry-After", "70"),)),
    "503": Reply("upstream connect error", 503, (("Retry-After", "70"),)),
    "half of the JSON": Reply('{"head": {"vars": ["item"]}, "resu', headers=(("Retry-After", "70"),)),
    "HTML with status 200": Reply("<html>Wikimedia Error", headers=(("Retry-After", "70"),)),
    "no result": Reply('{"boolean": true}', headers=(("Retry-After", "70"),)),
    "a list": Reply("[]", headers=(("Retry-After", "70"),)),
}


@pytest.mark.parametrize("failure", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_asked_again_after_the_time_that_it_asks_for(failure, ask, service, clock):
    service.first = [failure, result(ROW)]
    assert len(ask()) == 1
    assert clock.pauses[0] == 70


def test_a_connection_that_breaks_off_is_made_again(ask, service, clock):
    service.first = [result(ROW)._replace(cut=9), result(ROW)]
    assert len(ask()) == 1
    assert clock.pauses[0] == 1


def test_waits_double_and_end(ask, service, clock):
    service.first = [Reply("", 429)] * TRIES
    with pytest.raises(UnavailableError, match="the query service answered 429"):
        ask()
    assert clock.pauses == [1, 2, 4, 8]


def test_who_asks_for_more_patience_than_we_have_gets_it(ask, service, clock):
    service.first = [Reply("", 429, (("Retry-After", str(int(PATIENCE) + 1)),)), result()]
    for _ in range(2):
        with pytest.raises(UnavailableError, match="429"):
            ask()
    assert len(service.queries) == 1
    clock.time += PATIENCE + 2
    assert ask() == []


def test_who_refuses_us_is_left_alone_for_a_while(ask, service, clock):
    service.first = [Reply("Please set a user-agent and respect our robot policy", 403), result()]
    for _ in range(2):
        with pytest.raises(UnavailableError, match="robot policy"):
            ask()
    assert len(service.queries) == 1
    clock.time += LONGEST + 1
    assert ask() == []


TOO_LONG = {
    "a time-out in Java": Reply("SPARQL-QUERY: …\njava.util.concurrent.TimeoutException\n\tat java.base", 500),
    "one in the midst of rows": Reply(
        '{"results": {"bindings": [ {}, java.util.concurrent.TimeoutException: Query', 200
    ),
    "a gateway's": Reply("upstream request timeout", 504),
}


@pytest.mark.parametrize("failure", TOO_LONG.values(), ids=TOO_LONG)
def test_a_query_that_takes_too_long_is_not_asked_again_as_it_is(failure, ask, service, clock):
    service.first = [failure, result(ROW)]
    with pytest.raises(TakesTooLongError, match="takes too long"):
        ask()
    assert (len(service.queries), clock.pauses) == (1, [])
    assert len(ask("SELECT ?item WHERE { ?item ?q ?o }")) == 1


def test_rows_that_speak_of_time_outs_are_rows(ask, service):
    service.first = [result({"label": {"type": "literal", "value": "TimeoutException"}})]
    assert ask() == [{"label": "TimeoutException"}]


def test_a_service_that_never_answers_takes_too_long(ask, service):
    released = threading.Event()
    service.fails = lambda _: result() if released.wait(5) else None
    with pytest.raises(TakesTooLongError, match="no answer"):
        ask()
    released.set()


def test_a_fault_in_the_query_is_ones_own(ask, service):
    service.first = [Reply("MalformedQueryException: Encountered '}' at line 1", 400)]
    with pytest.raises(InputError, match="finds fault with the query: MalformedQueryException"):
        ask()
    assert len(service.queries) == 1


def test_nobody_there_is_no_answer(clock):
    endpoint = Endpoint("http://127.0.0.1:9/sparql", CONTACT, now=clock.now, pause=clock.pause)
    with pytest.raises(UnavailableError, match="no answer"):
        endpoint.select(SHORT)
    endpoint.close()
