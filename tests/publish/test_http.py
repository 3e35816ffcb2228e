"""Stores over HTTP that redirect, trickle, never end, or want credentials: told apart, and nothing leaks."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest
from loopback import Loopback
from publish.articles import an_article
from urllib3.util import Retry

from ld.errors import StoreError, StoreUnavailableError
from ld.publish import open_store, publish, unpublish
from ld.publish.embedded import EmbeddedStore
from ld.publish.endpoints import Endpoints
from ld.publish.gsp import GspStore
from ld.publish.http import HttpStore
from ld.publish.outbox import Outbox

NOTHING = Retry(total=0)
FEW = Retry(total=3, backoff_factor=0.001, allowed_methods=None, status_forcelist=(503,), raise_on_status=False)
UPDATE = "INSERT DATA { GRAPH <urn:x:g> { <urn:x:s> <urn:x:p> 'o' } }"
SECRET = "harb0r-l1ght"


class Asked(NamedTuple):
    method: str
    path: str
    authorization: str
    body: bytes


class Scripted(Loopback):
    """A server that remembers each request, with its body, and then calls *act* with its handler."""

    def __init__(self, act: Callable[[BaseHTTPRequestHandler], object]) -> None:
        self.asked: list[Asked] = []
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                scripted.asked.append(Asked(self.command, self.path, self.headers.get("Authorization", ""), body))
                act(self)

            do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """Nothing: a client that cuts the line is what this is about."""

        super().__init__(Server(("127.0.0.1", 0), Handler))


def answer(status: int, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return act


def moved(status: int, to: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Redirects to the path or URL *to*, where all is well."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        answer(200, b"done")(handler) if handler.path == "/new" else answer(status, Location=to)(handler)

    return act


def store_at(url: str, retries: Retry = NOTHING, **options) -> HttpStore:
    return HttpStore(Endpoints(f"{url}/old", f"{url}/old"), retries, **options)


def by_update(url):
    store_at(url).update(UPDATE)


def by_query(url):
    store_at(url).query("ASK { }", "application/sparql-results+json")


def graphs_at(url: str) -> GspStore:
    return GspStore(Endpoints("", f"{url}/q"), f"{url}/old", NOTHING)


def by_put(url):
    graphs_at(url)._put("urn:x:g", ["<urn:x:s> <urn:x:p> <urn:x:o> ."])  # noqa: SLF001 - a PUT and no other request


def by_delete(url):
    graphs_at(url)._put("urn:x:g", [])  # noqa: SLF001


@pytest.mark.parametrize("act", [by_update, by_query, by_put, by_delete])
@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_redirect_that_turns_a_request_into_another_is_an_error_that_names_where_to(act, status):
    with Scripted(moved(status, "/new")) as server:
        with pytest.raises(StoreError, match=rf"redirects \({status}\) to {server.url}/new.*not done"):
            act(server.url)
        assert len(server.asked) == 1


@pytest.mark.parametrize("act", [by_update, by_query, by_put, by_delete])
@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_request_is_followed_with_it(act, status):
    with Scripted(moved(status, "/new")) as server:
        act(server.url)
        first, second = server.asked
    assert (second.method, second.body) == (first.method, first.body)
    assert second.path == "/new"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_reading_a_graph_follows_every_redirect(status):
    with Scripted(moved(status, "/new")) as server:
        graphs_at(server.url)._send("GET", f"{server.url}/old", b"", {})  # noqa: SLF001
        assert [request.method for request in server.asked] == ["GET", "GET"]


@pytest.fixture(params=["token", "basic", "digest"])
def credentials(request, monkeypatch):
    if request.param == "token":
        monkeypatch.setenv("ARTICLE_LD_TOKEN", SECRET)
    else:
        monkeypatch.setenv("ARTICLE_LD_USER", "editor")
        monkeypatch.setenv("ARTICLE_LD_PASSWORD", SECRET)
        monkeypatch.setenv("ARTICLE_LD_AUTH", request.param)


@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize("act", [by_update, by_query, by_put, by_delete])
def test_credentials_are_not_sent_on_to_another_host(act):
    challenge = 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5'
    with Scripted(answer(401, WWW_Authenticate=challenge)) as other, Scripted(moved(307, f"{other.url}/new")) as server:
        with pytest.raises(StoreError, match=f"{other.url}/new: answered 401"):
            act(server.url)
        assert [request.authorization for request in other.asked] == [""]


@pytest.mark.parametrize("to", ["http://editor:s3cret@{host}/new", "//editor:s3cret@{host}/new"])
def test_a_login_in_a_redirect_is_not_used(to):
    def act(handler):
        moved(308, to.format(host=handler.headers["Host"]))(handler)

    with Scripted(act) as server:
        by_update(server.url)
        assert [request.authorization for request in server.asked] == ["", ""]


@pytest.mark.parametrize("to", ["ftp://store.example/", "http://[::1", "http://store.example:port/", "mailto:x"])
def test_a_redirect_to_what_is_no_address_is_an_error(to):
    with Scripted(moved(308, to)) as server, pytest.raises(StoreError, match="what is no address"):
        by_update(server.url)


def test_redirects_in_a_circle_end():
    with Scripted(moved(307, "/old")) as server, pytest.raises(StoreError, match="redirects more than 5 times"):
        by_update(server.url)


@pytest.mark.parametrize("status", [300, 304, 305, 307, 399])
def test_a_status_that_is_no_success_is_none(status):
    with Scripted(answer(status)) as server, pytest.raises(StoreError):
        by_update(server.url)


def test_what_was_not_removed_is_not_called_so(tmp_path):
    with EmbeddedStore(tmp_path / "store") as store:
        publish([an_article(1)], store)
        store.update = lambda _: None
        with pytest.raises(StoreError, match="still stands in the store"):
            unpublish([an_article(1).name], store)


def trickle(piece: bytes, start: bytes = b""):
    """Sends *piece* again and again, a few times a second, and never ends."""

    def act(handler):
        handler.wfile.write(start)
        while True:
            handler.wfile.write(piece)
            time.sleep(0.05)

    return act


HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "act",
    [
        trickle(b"X", HEAD + b"X-Slow: "),
        trickle(b"H"),
        trickle(b" ", HEAD + b"\r\n"),
        trickle(b" ", HEAD + b"Content-Length: 1000000\r\n\r\n"),
        trickle(b"1\r\n \r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        trickle(b" ", b"HTTP/1.1 503 Later\r\n\r\n"),
        trickle(b" ", b"HTTP/1.1 302 Found\r\nLocation: /new\r\n\r\n"),
    ],
    ids=["header", "status", "body", "length", "chunks", "failure", "redirect"],
)
def test_an_answer_that_trickles_in_has_one_clock(act, monkeypatch):
    monkeypatch.setattr("ld.publish.http.ANSWER_SECONDS", 0.4)
    started = time.monotonic()
    with Scripted(act) as server, pytest.raises(StoreUnavailableError, match="no whole answer within 0 seconds"):
        store_at(server.url, FEW).update(UPDATE)
    assert time.monotonic() - started < 10, "it would never have ended"


def test_repeats_and_the_pauses_that_a_store_asks_for_are_within_the_same_time(monkeypatch):
    monkeypatch.setattr("ld.publish.http.ANSWER_SECONDS", 5)
    with Scripted(answer(503, Retry_After="3600")) as server, pytest.raises(StoreUnavailableError, match="is over"):
        store_at(server.url, FEW).update(UPDATE)


def test_a_pause_that_cannot_be_read_is_none():
    with Scripted(answer(503, Retry_After="soon")) as server, pytest.raises(StoreUnavailableError, match="503"):
        store_at(server.url, FEW).update(UPDATE)


def test_an_answer_has_a_longest_length(monkeypatch):
    monkeypatch.setattr("ld.publish.http.MOST_BYTES", 100_000)
    with (
        Scripted(trickle(b" " * 50_000, HEAD + b"\r\n")) as server,
        pytest.raises(StoreError, match="more than 100,000"),
    ):
        by_query(server.url)


def test_it_is_said_once_and_at_once_that_there_is_no_answer_and_that_we_try_again():
    told = []
    with Scripted(answer(503)) as server, pytest.raises(StoreUnavailableError):
        store_at(server.url, FEW, notify=told.append).update(UPDATE)
    assert len(told) == 1
    assert "503; trying again" in told[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ARTICLE_LD_TOKEN", f"{SECRET}\nX-Other: 1"),
        ("ARTICLE_LD_TOKEN", f"{SECRET}€"),
        ("ARTICLE_LD_PASSWORD", f"{SECRET}€"),
    ],
)
def test_credentials_that_cannot_be_sent_are_refused_by_the_variable_s_name(monkeypatch, name, value):
    monkeypatch.setenv("ARTICLE_LD_USER", "editor")
    monkeypatch.setenv(name, value)
    with pytest.raises(StoreError, match=f"^{name} holds") as refusal:
        open_store("http://127.0.0.1:9")
    assert SECRET not in str(refusal.value)


def test_a_token_with_a_line_end_behind_it_is_sent_without(monkeypatch):
    monkeypatch.setenv("ARTICLE_LD_TOKEN", f"{SECRET}\n")
    with Scripted(answer(200)) as server:
        by_update(server.url)
        assert server.asked[0].authorization == f"Bearer {SECRET}"


def test_a_login_in_netrc_that_cannot_be_sent_is_an_error_without_it(monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text(f"machine 127.0.0.1 login editor password {SECRET}€\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with Scripted(answer(200)) as server, pytest.raises(StoreError, match="cannot be asked") as refusal:
        by_update(server.url)
    assert SECRET not in str(refusal.value)
    assert "netrc" in refusal.value.hint


def test_an_unknown_way_to_log_in_is_refused(monkeypatch):
    monkeypatch.setenv("ARTICLE_LD_AUTH", "kerberos")
    with pytest.raises(StoreError, match="ARTICLE_LD_AUTH"):
        open_store("http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("location", "options"),
    [
        ("http://editor:s3cret@store.example/ds", {}),
        ("HTTP://editor:s3cret@store.example/ds", {}),
        ("http://s3cret@store.example/ds", {}),
        ("http://store.example", {"query": "http://editor:s3cret@store.example/q"}),
        ("http://store.example", {"update": "http://editor:s3cret@store.example/q"}),
        ("http://store.example", {"gsp": "http://editor:s3cret@store.example/q"}),
        ("http://editor:s3/cret@store.example/ds", {}),
        ("nokind://editor:s3cret@store.example/ds", {}),
    ],
)
def test_a_password_in_an_address_is_refused_and_not_told(location, options):
    with pytest.raises(StoreError) as refusal:
        open_store(location, **options)
    assert "s3" not in str(refusal.value)
    assert "s3" not in refusal.value.hint


@pytest.mark.parametrize("location", ["http://", "http://[::1", "http://store.example:port", "http://:80/"])
def test_what_is_no_address_is_refused_before_anything_is_sent(location):
    with pytest.raises(StoreError, match="no http or https address") as refusal:
        open_store(location)
    assert not isinstance(refusal.value, StoreUnavailableError)


TABLE = b'{"results":{"bindings":[%s]}}'
ODD = {
    "a page": b"<html><form>Log in</form></html>",
    "nothing": b"",
    "bytes": b"\xff\xfe\x00",
    "a list": b"[]",
    "rows that are none": TABLE % b"[],1,null",
    "a row of nothing": TABLE % b"{}",
    "values that are no text": TABLE % b'{"name":{"value":null},"digest":{"value":5},"size":{"value":[]}}',
    "half a character": TABLE % b'{"name":{"value":"\\ud800"},"digest":{"value":"x"},"size":{"value":"1"}}',
    "no number": TABLE % b'{"name":{"value":"x"},"digest":{"value":"y"},"size":{"value":"abc"},"graph":{"value":"g"}}',
    "depth": b"[" * 100_000,
    "depth where nobody looks": b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "an ASK": b'{"head":{},"boolean":true}',
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_an_answer_of_another_shape_is_an_error_and_leaves_the_article_in_the_outbox(body, tmp_path):
    outbox = Outbox(tmp_path)
    with Scripted(answer(200, body)) as server:
        outcome = publish([an_article(1)], store_at(server.url), outbox=outbox)
    assert list(outcome.kept) == [an_article(1).name]
    assert list(outbox.waiting()) == [an_article(1)]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500, 503])
def test_a_store_that_refuses_everything_leaves_the_article_in_the_outbox(status, tmp_path):
    outbox = Outbox(tmp_path)
    with Scripted(answer(status, b"<html>no</html>")) as server:
        outcome = publish([an_article(1)], store_at(server.url), outbox=outbox)
    assert list(outcome.kept) == [an_article(1).name]
    assert list(outbox.waiting()) == [an_article(1)]


@pytest.mark.parametrize("graph", [b"<html>", b"\xff", b"<urn:x> <urn:x> .", b'<urn:x> <urn:x> "\xff" .\n'])
def test_a_graph_that_is_no_n_triples_is_an_error(graph):
    with Scripted(answer(200, graph)) as server, pytest.raises(StoreError, match=r"no N-Triples"):
        store_at(server.url).construct("CONSTRUCT WHERE { ?s ?p ?o }")


def test_two_threads_have_clocks_of_their_own(monkeypatch):
    monkeypatch.setattr("ld.publish.http.ANSWER_SECONDS", 0.3)

    def act(handler):
        (trickle(b" ", HEAD + b"\r\n") if handler.path == "/old" else answer(200, b"{}"))(handler)

    with Scripted(act) as server:
        store = HttpStore(Endpoints(f"{server.url}/old", f"{server.url}/quick"), NOTHING)
        late = []

        def update():
            try:
                store.update(UPDATE)
            except StoreUnavailableError as error:
                late.append(error)

        slow = threading.Thread(target=update)
        slow.start()
        while slow.is_alive():
            assert store.query("ASK { }", "*/*") == b"{}"
        slow.join()
    assert len(late) == 1
