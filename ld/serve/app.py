"""The application (ASGI 3): the handler of each address."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ld.errors import ArticleLdError, StoreUnavailableError
from ld.serve import annotations, answers, articles, pages, sparql, things
from ld.serve.annotate import annotator
from ld.serve.articles import ChangedError, StoredArticle
from ld.serve.awaited import WhileAwaited
from ld.serve.cache import Cache
from ld.serve.forms import BY_SUFFIX, HTML, OF_ARTICLES, OF_THINGS, Form
from ld.serve.headers import App, WithHeaders
from ld.serve.protocol import asked
from ld.serve.site import ANNOTATE, HEALTH, RESOURCE, SPARQL, VOID, WELL_KNOWN, Site, is_iri
from ld.serve.workers import Workers

_LAST_PAGE = 100_000
_TRIES = 3


MOST_BYTES = 10_000_000


class Serving(NamedTuple):
    """What is served: by which processes documents are written and queries answered, so that none waits for the other.

    *facts* are files by the names of articles. Answers to queries have at most *most_bytes*. Articles that are sent are
    annotated by *annotators*, if there are any.
    """

    documents: Workers
    queries: Workers
    site: Site
    facts: Mapping[str, str]
    licence: str = ""
    most_bytes: int = MOST_BYTES
    annotators: Workers | None = None


DOCUMENT_JOBS = (
    articles.found,
    articles.speaks_of,
    articles.document,
    articles.listed,
    things.document,
    things.is_there,
)
QUERY_JOBS = (things.description, sparql.answer)
ANNOTATOR_JOBS = (annotations.annotated,)
"""What the processes of each kind are asked to do."""


def application(serving: Serving) -> App:
    """The server for *serving*."""
    handlers = _Handlers(serving)
    routes = [
        Route("/", handlers.index),
        Route(SPARQL, handlers.sparql, methods=["GET", "POST"]),
        *([Route(ANNOTATE, annotator(serving.annotators), methods=["GET", "POST"])] if serving.annotators else ()),
        Route(WELL_KNOWN, handlers.well_known),
        Route(HEALTH, handlers.health),
        *(Route(f"{RESOURCE}{suffix}", handlers.resource) for suffix in ("", *BY_SUFFIX)),
        *(Route(f"{VOID}{suffix}", handlers.void) for suffix in ("", *BY_SUFFIX)),
        Route("/{path:path}", handlers.article),
    ]
    refusals = {HTTPException: _refusal, ArticleLdError: _failure}
    return WithHeaders(WhileAwaited(Starlette(routes=routes, exception_handlers=refusals)))


class _Handlers:
    """One method for each kind of address."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._site = serving.site
        self._cache = Cache()

    async def index(self, request: Request) -> Response:
        """The list of articles, a page of it."""
        number = request.query_params.get("page", "1")
        if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= _LAST_PAGE):
            raise HTTPException(400, "A page has a number, from 1.")
        page = int(number[:9])
        found = await self._serving.documents.run(articles.listed, (page - 1) * pages.PAGE, pages.PAGE + 1)
        if not found and page > 1:
            raise HTTPException(404, "There are not so many articles.")
        entries = [(self._site.address(one.name), one.headline or one.name, one.date) for one in found[: pages.PAGE]]
        body = pages.index_page(entries, page, more=len(found) > pages.PAGE).encode()
        return _page(request, body)

    async def article(self, request: Request) -> Response:
        """The article that has this path on its own site, negotiated or in the form of the suffix."""
        path, query = _sent(request)
        for cut, suffix in _readings(path):
            found = await self._found(self._site.iris(cut, query))
            if found:
                return await self._article(request, found, suffix)
        for cut, suffix in _readings(path):
            for iri in self._site.iris(cut, query):
                thing = await self._thing(request, iri, suffix)
                if thing:
                    return thing
        raise HTTPException(404, f"Nothing here has this address; {RESOURCE}?iri=… answers for any IRI.")

    async def resource(self, request: Request) -> Response:
        """Any IRI: an article or a node of one where its document is, all else by what is said of it."""
        suffix = request.scope["path"].removeprefix(RESOURCE)
        iri = request.query_params.get("iri", "")
        if not is_iri(iri):
            raise HTTPException(400, f"Ask as {RESOURCE}?iri=… with an absolute IRI, percent-encoded.")
        document, _, fragment = iri.partition("#")
        found = await self._found((document,))
        if not found:
            thing = await self._thing(request, iri, suffix)
            if thing is None:
                raise HTTPException(404, "No article here speaks of this.")
            return thing
        if fragment and not await self._serving.documents.run(articles.speaks_of, found.name, iri):
            raise HTTPException(404, "The article says nothing of this.")
        if fragment or self._site.has_path(document):
            headers = {"Location": self._site.place(iri, suffix), "Cache-Control": answers.SHORT_WHILE}
            return Response(None, 303, headers)
        return await self._article(request, found, suffix)

    async def void(self, request: Request) -> Response:
        """The description of the data set."""
        suffix = request.scope["path"].removeprefix(VOID)
        form = answers.chosen(request, suffix, OF_THINGS)
        if form is None:
            return answers.not_acceptable(OF_THINGS, lambda ending: f"{VOID}{ending}")
        text = await self._serving.queries.run(things.description, form, self._site, self._serving.licence)
        return _by_bytes(request, text, form, f"{self._site.home}{VOID}", lambda ending: f"{VOID}{ending}")

    async def well_known(self, _: Request) -> Response:
        """Where who knows nothing of the server finds the description (VoID, section 7.2)."""
        return RedirectResponse(VOID, 302)

    async def health(self, _: Request) -> Response:
        """Whether the store answers."""
        await self._serving.documents.run(things.is_there)
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})

    async def sparql(self, request: Request) -> Response:
        """The answer to a query; a form for who has none, and reads HTML."""
        query = await asked(request)
        if query is None:
            if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
                return _page(request, pages.query_page().encode())
            raise HTTPException(400, "There is no query: send it as the parameter query.")
        try:
            answer = await self._serving.queries.run(sparql.answer, *query, self._serving.most_bytes)
        except StoreUnavailableError:
            raise
        except ArticleLdError as error:
            raise HTTPException(400, answers.told(error)) from error
        if not answer.media_type:
            listed = "\n".join((*sparql.TABLES, *sparql.GRAPHS))
            raise HTTPException(406, f"Answers can be had as\n{listed}", {"Vary": "Accept"})
        charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
        headers = {"Content-Type": f"{answer.media_type}{charset}", "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(answer.body, 200, headers)

    async def _found(self, names: tuple[str, ...]) -> StoredArticle | None:
        if not names:
            return None
        facts = {name: self._serving.facts[name] for name in names if name in self._serving.facts}
        return await self._serving.documents.run(articles.found, names, facts)

    async def _article(self, request: Request, found: StoredArticle, suffix: str, tries: int = _TRIES) -> Response:
        def addresses(ending: str) -> str:
            return self._site.address(found.name, ending)

        form = answers.chosen(request, suffix, OF_ARTICLES)
        if form is None:
            return answers.not_acceptable(OF_ARTICLES, addresses)
        tag = found.tag(form, self._site)
        try:
            body = None if answers.is_known(request, tag) else await self._written(found, form)
        except ChangedError:
            again = await self._found((found.name,)) if tries else None
            if again is None:
                raise
            return await self._article(request, again, suffix, tries - 1)
        return answers.document(body, form, tag, forms=OF_ARTICLES, addresses=addresses, about=found.name)

    async def _written(self, found: StoredArticle, form: Form) -> bytes:
        async def write() -> bytes:
            text = await self._serving.documents.run(articles.document, found, form, self._site)
            return text.encode()

        return await self._cache.get(found.tag(form, self._site), write)

    async def _thing(self, request: Request, iri: str, suffix: str) -> Response | None:
        def addresses(ending: str) -> str:
            return self._site.address(iri, ending)

        form = answers.chosen(request, suffix, OF_THINGS)
        if form is None:
            return answers.not_acceptable(OF_THINGS, addresses)
        text = await self._serving.documents.run(things.document, iri, form, self._site)
        return _by_bytes(request, text, form, iri, addresses) if text else None


def _by_bytes(request: Request, text: str, form: Form, about: str, addresses: answers.Addresses) -> Response:
    body = text.encode()
    tag = answers.tag_of(body)
    known = answers.is_known(request, tag)
    return answers.document(None if known else body, form, tag, forms=OF_THINGS, addresses=addresses, about=about)


def _page(request: Request, body: bytes) -> Response:
    headers = {"ETag": answers.tag_of(body), "Cache-Control": answers.SHORT_WHILE}
    if answers.is_known(request, headers["ETag"]):
        return Response(None, 304, headers)
    return Response(body, 200, {**headers, "Content-Type": HTML.content_type})


def _sent(request: Request) -> tuple[str, str]:
    """Path and query as they were sent, percent-encoded; what is not ASCII in them is no part of a URI."""
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return path.decode("ascii", "replace"), query.decode("ascii", "replace")


def _readings(path: str) -> Iterator[tuple[str, str]]:
    """*path* as that of an IRI; and, if it ends in the suffix of a form, without it."""
    yield path, ""
    for suffix in BY_SUFFIX:
        if path.endswith(suffix):
            yield path.removesuffix(suffix), suffix


async def _refusal(_: Request, error: Any) -> Response:
    headers = {"Cache-Control": "no-store", **(error.headers or {})}
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers)


async def _failure(_: Request, error: Any) -> Response:
    return PlainTextResponse(f"{answers.told(error)}\n", 503, {"Cache-Control": "no-store", "Retry-After": "5"})
