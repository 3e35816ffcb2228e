"""The middlewares, in front of applications of every manner."""

import gzip
import json
from contextlib import suppress
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest
from fixtures_facts import FACTS
from web.blocks import DOCUMENT, PAGE

from ld.web import embed, json_ld, profile
from ld.web.asgi import JsonLdAsgi
from ld.web.middleware import MOST_BYTES
from ld.web.wsgi import JsonLdWsgi

HTML = ("Content-Type", "text/html; charset=utf-8")
WHOLE = embed(PAGE, profile(FACTS).document).page
LENGTH = ("Content-Length", str(len(PAGE)))


def finish(coroutine):
    """Run what waits for nothing; asyncio.run refuses while a browser of other tests is open."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


def by_wsgi(app, *, source=lambda _: FACTS, method="GET", path="/news/oslo", nonce=None, valid=True):
    """Status, headers and body as a WSGI server gets them."""
    place = {"SCRIPT_NAME": "", "PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": "from=mail"}
    environ = {"REQUEST_METHOD": method, "HTTP_HOST": "harbor.example", **place}
    setup_testing_defaults(environ)
    started = []

    def start_response(status, headers, _error=None):
        started[:] = [status, dict(headers)]
        return started.append

    wrapped = JsonLdWsgi(app, source, nonce=nonce)
    chunks = (validator(wrapped) if valid else wrapped)(environ, start_response)
    try:
        body = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    return int(started[0][:3]), started[1], b"".join(started[2:]) + body


def by_asgi(app, *, source=lambda _: FACTS, method="GET", path="/news/oslo", nonce=None, valid=True):  # noqa: ARG001
    """Status, headers and body as an ASGI server gets them; *app* is an application of WSGI."""
    scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": path,
        "headers": [(b"host", b"harbor.example")],
    }
    sent = []

    async def asgi(_scope, _receive, send):
        environ = {"REQUEST_METHOD": method}
        setup_testing_defaults(environ)
        answer = []
        chunks = list(app(environ, lambda status, headers, *_: answer.extend([status, headers])))
        raw = [(name.lower().encode(), value.encode()) for name, value in answer[1]]
        await send({"type": "http.response.start", "status": int(answer[0][:3]), "headers": raw})
        for chunk in chunks:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body"})

    async def send(message):
        sent.append(message)

    finish(JsonLdAsgi(asgi, source, nonce=nonce)(scope, None, send))
    names = {b"content-type": "Content-Type", b"content-length": "Content-Length", b"etag": "ETag"}
    headers = {names.get(name, name.decode()): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


def answering(*chunks, status="200 OK", headers=(HTML, LENGTH)):
    """An application that answers so."""

    def app(_environ, start_response):
        start_response(status, list(headers))
        return list(chunks)

    return app


@pytest.fixture(params=[by_wsgi, by_asgi])
def ask(request):
    return request.param


def test_a_page_gets_its_block_and_its_new_length(ask):
    assert ask(answering(PAGE)) == (200, {"Content-Type": HTML[1], "Content-Length": str(len(WHOLE))}, WHOLE)


def test_a_page_that_comes_in_pieces_is_put_together(ask):
    status, headers, body = ask(answering(*(PAGE[at : at + 7] for at in range(0, len(PAGE), 7)), headers=(HTML,)))
    assert (status, headers["Content-Length"], body) == (200, str(len(WHOLE)), WHOLE)


def test_the_source_gets_the_address_without_its_query(ask):
    asked = []
    ask(answering(PAGE), source=asked.append, path="/news/oslo één")
    assert asked == ["http://harbor.example/news/oslo%20%C3%A9%C3%A9n"]


def test_the_source_may_give_json_ld(ask):
    assert ask(answering(PAGE), source=lambda _: json_ld(FACTS))[2] == WHOLE


def test_json_ld_of_the_source_is_escaped_too(ask):
    body = ask(answering(PAGE), source=lambda _: json.dumps({"headline": "</script>"}))[2]
    assert body == embed(PAGE, {"headline": "</script>"}).page


@pytest.mark.parametrize(
    "app",
    [
        answering(b"{}", headers=[("Content-Type", "application/json")]),
        answering(gzip.compress(PAGE), headers=[HTML, ("Content-Encoding", "gzip")]),
        answering(PAGE, status="404 Not Found", headers=[HTML]),
        answering(PAGE[:9], status="206 Partial Content", headers=[HTML, ("Content-Range", "bytes 0-8/99")]),
        answering(PAGE, headers=[("Content-Type", "application/xhtml+xml")]),
    ],
    ids=["json", "compressed", "not found", "a part", "xhtml"],
)
def test_what_is_no_whole_plain_page_is_passed_on(ask, app):
    source = pytest.fail
    _, _, body = ask(app, source=source)
    told = []
    assert b"".join(app({}, lambda *answer: told.extend(answer))) == body
    assert told


@pytest.mark.parametrize("label", ["hex", "undefined", "idna", "utf-7", "nothing"])
def test_a_page_that_names_no_encoding_of_the_web_gets_its_block_all_the_same(ask, label):
    headers = [("Content-Type", f"text/html; charset={label}")]
    assert ask(answering(PAGE, headers=headers))[2] == WHOLE


def test_a_page_that_no_browser_reads_is_passed_on(ask):
    page = b"\xff\xfe\0\0<\0\0\0"
    assert ask(answering(page, headers=[HTML]))[2] == page


def test_a_page_without_an_article_is_passed_on(ask):
    assert ask(answering(PAGE), source=lambda _: None) == (200, dict([HTML, LENGTH]), PAGE)


def test_a_very_long_page_is_passed_on(ask):
    long = PAGE + b" " * MOST_BYTES
    assert ask(answering(PAGE, long[len(PAGE) :], headers=[HTML, ("Content-Length", str(len(long)))]))[2] == long


def test_what_told_of_the_old_body_goes(ask):
    old = [HTML, LENGTH, ("ETag", '"1"'), ("Accept-Ranges", "bytes"), ("Vary", "Accept")]
    headers = ask(answering(PAGE, headers=old))[1]
    assert {name.lower() for name in headers} == {"content-type", "content-length", "vary"}


def test_to_head_no_wrong_length_is_told(ask):
    status, headers, body = ask(answering(headers=[HTML, LENGTH]), method="HEAD")
    assert (status, headers, body) == (200, {"Content-Type": HTML[1]}, b"")


def test_the_nonce_is_that_of_the_request(ask):
    assert ask(answering(PAGE), nonce=lambda _: "abc=")[2] == embed(PAGE, profile(FACTS).document, nonce="abc=").page


def test_the_charset_of_the_header_counts(ask):
    page = "<p>é".encode("utf-16-le")
    app = answering(page, headers=[("Content-Type", "text/html; charset=utf-16le")])
    assert ask(app, source=lambda _: json.dumps(DOCUMENT))[2] == embed(page, DOCUMENT, charset="utf-16le").page


class TestWsgi:
    def test_a_generator_that_starts_late_is_understood(self):
        def app(_environ, start_response):
            start_response("200 OK", [HTML])
            yield b""
            yield PAGE

        assert by_wsgi(app)[2] == WHOLE

    def test_the_old_write_is_understood(self):
        def app(_environ, start_response):
            start_response("200 OK", [HTML])(PAGE[:50])
            return [PAGE[50:]]

        assert by_wsgi(app)[2] == WHOLE
        assert by_wsgi(app, source=lambda _: None)[2] == PAGE

    def test_what_is_no_page_streams_on(self):
        def app(_environ, start_response):
            start_response("200 OK", [("Content-Type", "text/plain")])
            yield b"1"
            raise ValueError("too far")

        chunks = iter(JsonLdWsgi(app, pytest.fail)({"REQUEST_METHOD": "GET"}, lambda *_: None))
        assert next(chunks) == b"1"

    @pytest.mark.parametrize("source", [lambda _: FACTS, lambda _: None, lambda _: 1 / 0])
    def test_the_applications_body_is_closed(self, source):
        class Body(list):
            closed = False

            def close(self):
                self.closed = True

        body = Body([PAGE])

        def app(_environ, start_response):
            start_response("200 OK", [HTML])
            return body

        with suppress(ZeroDivisionError):
            by_wsgi(app, source=source, valid=False)
        assert body.closed


class TestAsgi:
    @staticmethod
    def run(app, kind="http"):
        sent = []

        async def send(message):
            sent.append(message)

        scope = {"type": kind, "method": "GET", "path": "/", "headers": [], "server": ("::1", 80)}
        finish(JsonLdAsgi(app, lambda _: FACTS)(scope, None, send))
        return sent

    def test_what_is_no_request_for_a_page_is_passed_on(self):
        async def app(scope, _receive, send):
            await send({"type": f"{scope['type']}.startup.complete"})

        assert self.run(app, "lifespan") == [{"type": "lifespan.startup.complete"}]

    def test_a_file_that_the_server_is_to_send_is_passed_on(self):
        start = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
        path = {"type": "http.response.pathsend", "path": "index.html"}

        async def app(_scope, _receive, send):
            await send(start)
            await send(path)

        assert self.run(app) == [start, path]

    def test_trailers_are_passed_on(self):
        start = {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"content-type", b"text/html")],
            "trailers": True,
        }

        async def app(_scope, _receive, send):
            await send(start)

        assert self.run(app) == [start]
