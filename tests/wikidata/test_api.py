"""Requests to Wikidata: few, named, patient; and every way in which they fail."""

import gc
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from loopback import Reply
from trickling import ENDLESS, TRICKLES, trickling
from wikidata.server import HTML, error

from ld.errors import InputError
from ld.kb import UnavailableError
from ld.wikidata.api import Api
from ld.wikidata.service import A_MINUTE, LONGEST, TRIES

FINE = Reply('{"search": [], "success": 1}')


@pytest.fixture
def ask(api):
    return lambda: api.get(action="wbsearchentities", search="Ada Quill", limit="20")


@pytest.mark.parametrize("contact", ["", " ", "nobody", "desk@harbor.example\r\nX-Evil: 1", "büro@häfen.example"])
def test_without_a_contact_no_client_is_made(contact, wikibase):
    with pytest.raises(InputError, match="no contact") as raised:
        Api(wikibase.url, contact)
    assert "ARTICLE_LD_CONTACT" in raised.value.hint
    assert wikibase.requests == []


def test_an_address_without_a_scheme_is_refused_at_once():
    with pytest.raises(InputError, match="no address of an API"):
        Api("wikibase.harbor-news.example/w/api.php", "desk@harbor-news.example")


def test_a_request_names_us_and_the_operator_takes_gzip_and_yields_to_lag(ask, wikibase):
    ask()
    assert wikibase.headers[0]["User-Agent"].startswith("article-ld/")
    assert "(desk@harbor-news.example)" in wikibase.headers[0]["User-Agent"]
    assert wikibase.headers[0]["Accept-Encoding"] == "gzip"
    assert (wikibase.requests[0]["maxlag"], wikibase.requests[0]["format"]) == ("5", "json")


def test_no_more_is_asked_in_a_minute_than_is_allowed(ask, wikibase, clock):
    for _ in range(A_MINUTE + 1):
        ask()
    assert clock.time >= 60 - 0.001
    assert len(wikibase.requests) == A_MINUTE + 1


PASSING = {
    "lag": error("maxlag", ("Retry-After", "7"), lag=7, host="10.0.0.1"),
    "rate": error("ratelimited", ("Retry-After", "7")),
    "read only": error("readonly", ("Retry-After", "7")),
    "429 in HTML": Reply("<html><title>Wikimedia Error</title>Too many", 429, (("Retry-After", "7"),)),
    "503 in HTML": Reply("<html>Wikimedia Error", 503, (("Content-Type", HTML), ("Retry-After", "7"))),
}


@pytest.mark.parametrize("failure", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_asked_again_after_the_time_that_it_asks_for(failure, ask, wikibase, clock):
    wikibase.first = [failure, FINE]
    assert ask() == {"search": [], "success": 1}
    assert clock.pauses[0] == 7


def test_a_date_to_retry_after_is_understood(ask, wikibase, clock):
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    wikibase.first = [Reply("", 503, (("Retry-After", date),)), FINE]
    ask()
    assert 30 < clock.pauses[0] <= 40


BROKEN = {
    "half of the JSON": Reply('{"search": [{"id": "Q3'),
    "HTML with status 200": Reply("<html>Wikimedia Error", headers=(("Content-Type", HTML),)),
    "no object": Reply("[]"),
    "a connection that breaks off": Reply('{"search": [], "success": 1}', cut=9),
    "an error inside": error("internal_api_error_DBQueryError"),
    "a gateway": Reply("<html>Bad Gateway", 502),
}


@pytest.mark.parametrize("failure", BROKEN.values(), ids=BROKEN)
def test_a_broken_answer_is_asked_for_again(failure, ask, wikibase, clock):
    wikibase.first = [failure, FINE]
    assert ask() == {"search": [], "success": 1}
    assert clock.pauses[0] == 1


def test_waits_double_and_end(ask, wikibase, clock):
    wikibase.first = [PASSING["rate"]._replace(headers=())] * TRIES
    with pytest.raises(UnavailableError, match="service unavailable: Wikidata answered with the error ratelimited"):
        ask()
    assert clock.pauses == [1, 2, 4, 8]
    assert len(wikibase.requests) == TRIES


def test_who_asks_for_a_long_time_gets_it(ask, wikibase, clock):
    wikibase.first = [Reply("", 429, (("Retry-After", "3600"),))]
    with pytest.raises(UnavailableError, match="429"):
        ask()
    clock.time += 3599
    with pytest.raises(UnavailableError, match="429"):
        ask()
    assert (len(wikibase.requests), clock.pauses) == (1, [])
    clock.time += 2
    ask()


FINAL = {
    "403 by the robot policy": (Reply("Please set a user-agent and respect our robot policy", 403), "robot policy"),
    "a bad value": (error("badvalue"), "the error badvalue"),
    "a malformed ID": (error("no-such-entity", id="pop"), "the error no-such-entity"),
    "a missing parameter": (error("param-missing"), "the error param-missing"),
    "an unknown type": (error("unknown_type"), "the error unknown_type"),
}


@pytest.mark.parametrize(("failure", "told"), FINAL.values(), ids=FINAL)
def test_what_will_not_pass_is_not_asked_again(failure, told, ask, wikibase):
    wikibase.first = [failure]
    with pytest.raises(UnavailableError, match=told):
        ask()
    assert len(wikibase.requests) == 1


def test_who_refuses_us_is_left_alone_for_a_while(ask, wikibase, clock):
    wikibase.first = [FINAL["403 by the robot policy"][0]]
    for _ in range(3):
        with pytest.raises(UnavailableError, match="robot policy"):
            ask()
    assert len(wikibase.requests) == 1
    clock.time += LONGEST + 1
    ask()


def test_an_error_of_one_request_fails_no_other(ask, wikibase):
    wikibase.first = [FINAL["a bad value"][0]]
    with pytest.raises(UnavailableError):
        ask()
    assert ask() == {"search": [], "success": 1} | {"searchinfo": {"search": "Ada Quill"}}


def test_nobody_there_is_no_answer(clock):
    api = Api("http://127.0.0.1:9/w/api.php", "https://harbor-news.example/about", now=clock.now, pause=clock.pause)
    with pytest.raises(UnavailableError, match="no answer"):
        api.get(action="query")
    api.close()


@pytest.mark.parametrize("trickle", TRICKLES.values(), ids=TRICKLES)
def test_an_answer_that_trickles_in_is_no_answer_and_who_sends_so_is_left_alone(clock, monkeypatch, trickle):
    monkeypatch.setattr("ld.wikidata.api.SECONDS", 0.3)
    with trickling(*trickle) as server:
        api = Api(server.url, "desk@harbor.example", now=clock.now, pause=clock.pause)
        for _ in range(2):
            with pytest.raises(UnavailableError, match="not whole after"):
                api.get(action="query")
        api.close()


def test_an_answer_without_end_is_no_answer(clock, monkeypatch):
    monkeypatch.setattr("ld.wikidata.api.MOST", 1_000_000)
    with trickling(*ENDLESS, 0) as server:
        api = Api(server.url, "desk@harbor.example", now=clock.now, pause=clock.pause)
        with pytest.raises(UnavailableError, match="over 1,000,000 bytes"):
            api.get(action="query")
        api.close()


ODD = {
    "deep": Reply("[" * 100_000),
    "half a character": Reply('{"search": "\\ud800"}'),
    "a long number": Reply('{"search": ' + "9" * 5000),
    "an error that is a list": Reply('{"error": [1]}'),
    "an error of lists": Reply('{"error": {"code": ' + "[" * 900 + "]" * 900 + ', "info": {}}}'),
    "no encoding": Reply("no", 400, (("Content-Type", "text/plain; charset=undefined"),)),
    "elsewhere": Reply("", 301, (("Location", "http://[::1"),)),
    "later": Reply("", 503, (("Retry-After", "Mon, 01 Jan 0001 00:00:00 +2359"),)),
    "much later": Reply("", 503, (("Retry-After", "9" * 400),)),
}


@pytest.mark.parametrize("reply", ODD.values(), ids=ODD)
def test_an_answer_of_any_shape_is_no_answer(ask, wikibase, reply):
    gc.collect()  # a finalizer of what earlier tests left could not run within so deep a call
    wikibase.first = [reply] * TRIES
    with pytest.raises(UnavailableError, match="service unavailable: Wikidata"):
        ask()
