"""One clock and one length for a whole answer."""

import gzip
import socket
import threading
import time
from http.server import HTTPServer

import pytest
import requests
from loopback import Handler, Loopback, Reply
from read.web_server import Answer, serving
from trickling import ENDLESS, OK, TRICKLES, trickling
from urllib3.util import Retry

from ld.exchange import CutShortError, LateError, NotJsonError, TooLongError, WatchedSession, exchange, repeated

SOON = 0.3


@pytest.fixture
def ask():
    """Asks for the page at a URL."""
    with WatchedSession() as session:
        session.trust_env = False
        yield lambda url, seconds=20.0, most=1000, **more: exchange(
            session, "GET", url, seconds=seconds, most=most, **more
        )


def test_an_answer_is_its_status_its_headers_and_its_unpacked_body(ask):
    packed = Answer(status=404, headers=(("Content-Encoding", "gzip"),), body=gzip.compress("né".encode()))
    with serving({"/": packed}) as site:
        answer = ask(f"{site.address}/")
    assert (answer.status, answer.reason, answer.body.decode()) == (404, "Not Found", "né")
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("trickle", TRICKLES.values(), ids=TRICKLES)
def test_what_trickles_in_is_late_and_its_connection_is_cut(ask, trickle):
    with trickling(*trickle) as server:
        begun = time.monotonic()
        with pytest.raises(LateError):
            ask(server.url, seconds=SOON)
        assert time.monotonic() - begun < 10
        assert server.left.wait(10)


def test_a_handshake_that_never_ends_is_late(ask):
    with trickling(b"", lambda _: b"", 0.02) as server, pytest.raises(LateError):
        ask(server.url.replace("http:", "https:"), seconds=SOON)


def test_a_name_that_is_looked_up_for_ever_is_late_and_is_not_asked_afterwards(ask, monkeypatch):
    found, look_up = threading.Event(), socket.getaddrinfo

    def slowly(*arguments, **options):
        found.wait(10)
        return look_up("127.0.0.1", *arguments[1:], **options)

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    with serving({"/": Answer()}) as site:
        with pytest.raises(LateError):
            ask(site.address.replace("127.0.0.1", "harbor.example"), seconds=SOON)
        found.set()
        for thread in threading.enumerate():
            if thread.name == "exchange":
                thread.join(10)
        assert site.requests == []


def test_a_connection_that_is_used_again_can_be_cut_too(ask):
    start = OK + b"Content-Length: 1\r\n\r\na"
    with trickling(start, lambda _: b"") as server:
        assert ask(server.url).body == b"a"
        with pytest.raises(LateError):
            ask(server.url, seconds=SOON)
        assert server.left.wait(10)


def test_nothing_is_asked_when_no_time_is_left(ask):
    with pytest.raises(LateError):
        ask("http://nobody.invalid/", seconds=0.0)


def test_a_body_without_end_is_too_long(ask):
    with trickling(*ENDLESS, 0) as server, pytest.raises(TooLongError, match="over 1,000 bytes"):
        ask(server.url)


def test_a_body_is_measured_unpacked(ask):
    packed = Answer(headers=(("Content-Encoding", "gzip"),), body=gzip.compress(b"x" * 5_000_000))
    with serving({"/": packed}) as site, pytest.raises(TooLongError):
        ask(f"{site.address}/")


def test_a_body_that_is_not_wanted_is_not_read(ask):
    with trickling(*ENDLESS, 0) as server:
        assert ask(server.url, wants=lambda _: False).body == b""


@pytest.mark.parametrize("location", ["/more", "http://[::1", "http://127.0.0.1:1/", "\x00"])
def test_no_redirect_is_followed_nor_its_address_looked_at(ask, location):
    with serving({"/": Answer(status=302, headers=(("Location", location),), body=b"moved")}) as site:
        answer = ask(f"{site.address}/")
        assert (answer.status, answer.body, len(site.requests)) == (302, b"moved", 1)


def test_an_answer_that_breaks_off_is_told_from_one_that_is_whole(ask):
    with Loopback(HTTPServer(("127.0.0.1", 0), _Breaking)) as server, pytest.raises(CutShortError):
        ask(server.url)


class _Breaking(Handler):
    def do_GET(self):  # noqa: N802 - http.server looks for this name
        self.send(Reply("abc", cut=1), b"abc")


@pytest.mark.parametrize(("status", "tries"), [(200, 1), (404, 1), (503, 3)], ids=["done", "refused", "passing"])
def test_what_may_pass_is_asked_again_as_often_as_it_may(ask, status, tries):
    retries = Retry(total=2, status_forcelist=(503,), raise_on_status=False, allowed_methods=None)
    with serving({"/": Answer(status=status)}) as site:
        assert repeated(lambda: ask(f"{site.address}/"), retries).status == status
        assert len(site.requests) == tries


def test_what_is_late_is_not_asked_for_again():
    asked = []

    def late():
        asked.append(1)
        raise LateError("late")

    with pytest.raises(LateError):
        repeated(late, Retry(total=3, allowed_methods=None))
    assert len(asked) == 1


def test_who_does_not_answer_is_asked_again_and_the_last_error_told(ask):
    with pytest.raises(requests.ConnectionError):
        repeated(lambda: ask("http://127.0.0.1:1/"), Retry(total=2, allowed_methods=None))


@pytest.mark.parametrize("wait", ["soon", "-1", "9" * 400, "Mon, 01 Jan 99999 00:00:00 GMT"])
def test_a_time_to_ask_again_that_is_none_is_passed_over(ask, wait, monkeypatch):
    monkeypatch.setattr("urllib3.util.retry.time.sleep", lambda _: None)
    retries = Retry(total=1, status_forcelist=(503,), raise_on_status=False, allowed_methods=None, retry_after_max=1)
    with serving({"/": Answer(status=503, headers=(("Retry-After", wait),))}) as site:
        assert repeated(lambda: ask(f"{site.address}/"), retries).status == 503
        assert len(site.requests) == 2


@pytest.mark.parametrize(
    "body", [b"<html>", b"", b"[" * 100_000, b'"\\ud800"', b"9" * 5000 + b"x", b'"\xff"', b"NaN", b"\x1b[2J"]
)
def test_what_is_no_json_is_said_to_be_none(ask, body):
    with serving({"/": Answer(body=body)}) as site:
        answer = ask(f"{site.address}/", most=1_000_000)
    with pytest.raises(NotJsonError):
        answer.json()
    assert answer.excerpt(50).isprintable()


@pytest.mark.parametrize("label", ["undefined", "hex", "utf-7", "\xe9"])
def test_the_charset_that_a_service_names_is_not_looked_at(ask, label):
    headers = (("Content-Type", f"application/json; charset={label}"),)
    with serving({"/": Answer(headers=headers, body='{"a": "é"}'.encode("utf-8-sig"))}) as site:
        assert ask(f"{site.address}/").json() == {"a": "é"}


@pytest.mark.parametrize("url", ["http://[::1", "http://", "nothing", "http://a..b/", "http://\ud800/"])
def test_what_is_no_address_is_a_request_error(ask, url):
    with pytest.raises(requests.RequestException):
        ask(url)
