"""A WSGI middleware (PEP 3333) that puts an article's JSON-LD into its page."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any
from wsgiref.util import request_uri

from ld.web.middleware import MOST_BYTES, Headers, Page, Source, charset, is_page, without_body_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class JsonLdWsgi:
    """*app*, its HTML pages with the JSON-LD that *source* gives for their addresses.

    *nonce* gives the request's nonce from its environ. What is no whole, plain HTML page with status 200,
    and what *source* does not know, is passed on untouched and as it streams; a page is held until it is whole.
    What *source* raises is not caught.
    """

    def __init__(
        self,
        app: "WSGIApplication",
        source: Source,
        *,
        nonce: "Callable[[WSGIEnvironment], str | None] | None" = None,
    ) -> None:
        self._app = app
        self._source = source
        self._nonce = nonce

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        answer = _Answer(start_response)
        chunks = self._app(environ, answer.start)
        try:
            return self._answered(environ, answer, chunks)
        except BaseException:
            _close(chunks)
            raise

    def _answered(self, environ: "WSGIEnvironment", answer: "_Answer", chunks: Iterable[bytes]) -> Iterable[bytes]:
        iterator = iter(chunks)
        first = next(iterator, b"")  # an application may be a generator that starts its answer only here
        page = self._page(environ, answer)
        if page is None:
            answer.pass_on()
            return _Chunks(chain(answer.written, (first,), iterator), chunks)
        if environ["REQUEST_METHOD"] == "HEAD":
            answer.pass_on(without_body_headers(answer.headers))
            return _Chunks(iter(()), chunks)
        body = bytearray()
        for chunk in chain(answer.written, (first,), iterator):
            body += chunk
            if len(body) > MOST_BYTES:
                answer.pass_on()
                return _Chunks(chain((bytes(body),), iterator), chunks)
        whole = page.embedded(bytes(body))
        answer.pass_on([*without_body_headers(answer.headers), ("Content-Length", str(len(whole)))])
        return _Chunks(iter((whole,)), chunks)

    def _page(self, environ: "WSGIEnvironment", answer: "_Answer") -> Page | None:
        if not is_page(environ["REQUEST_METHOD"], int(answer.status[:3]), answer.headers):
            return None
        said = self._source(request_uri(environ, include_query=False))
        return Page(said, self._nonce(environ) if self._nonce else None, charset(answer.headers)) if said else None


class _Answer:
    """The start of an answer, kept back until it is known what becomes of it."""

    def __init__(self, start_response: "StartResponse") -> None:
        self._start_response = start_response
        self._passed: Callable[[bytes], object] | None = None
        self._error: Any = None
        self.status = "500"
        self.headers: Headers = []
        self.written: list[bytes] = []

    def start(self, status: str, headers: Headers, error: Any = None, /) -> Callable[[bytes], object]:
        """What the application calls as ``start_response``."""
        if self._passed:
            return self._start_response(status, headers, error)
        self.status, self.headers, self._error = status, list(headers), error
        return self._write

    def _write(self, chunk: bytes) -> object:
        """PEP 3333's old way to send a body."""
        if self._passed:
            return self._passed(chunk)
        self.written.append(chunk)
        return None

    def pass_on(self, headers: Headers | None = None) -> None:
        """Start the answer, with other *headers* if they are given."""
        error = (self._error,) if self._error else ()
        self._passed = self._start_response(self.status, self.headers if headers is None else headers, *error)


class _Chunks:
    """The body as it goes to the server; the application's own iterable is closed with it."""

    def __init__(self, body: Iterator[bytes], chunks: Iterable[bytes]) -> None:
        self._body = body
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return self._body

    def close(self) -> None:
        """What the server calls at the end."""
        _close(self._chunks)


def _close(chunks: Iterable[bytes]) -> None:
    close = getattr(chunks, "close", None)
    if close:
        close()
