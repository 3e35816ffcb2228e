"""Answers with documents: of articles, of all that they speak of, and of the data set."""

from collections.abc import Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ld.serve import answers, articles, things
from ld.serve.articles import ChangedError, StoredArticle
from ld.serve.cache import Cache
from ld.serve.forms import BY_SUFFIX, OF_ARTICLES, OF_THINGS, Form
from ld.serve.handlers.numbers import page_number
from ld.serve.serving import Serving
from ld.serve.site import RESOURCE, VOID, is_iri

_TRIES = 3


class Documents:
    """The documents of *serving*."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._site = serving.site
        self._cache = Cache()

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
        """Serves any IRI: an article or a node of it by its document, anything else by what is said about it."""
        suffix = request.scope["path"].removeprefix(RESOURCE)
        iri = request.query_params.get("iri", "")
        if not is_iri(iri):
            raise HTTPException(400, f"Ask as {RESOURCE}?iri=… with an absolute IRI, percent-encoded.")
        document, _, fragment = iri.partition("#")
        found = await self._found((document,))
        if not found:
            thing = await self._thing(request, iri, suffix, page_number(request))
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
        serving = self._serving
        text = await serving.queries.run(things.description, form, self._site, serving.licence, serving.index_path)
        return _by_bytes(request, text, form, f"{self._site.home}{VOID}", lambda ending: f"{VOID}{ending}")

    async def well_known(self, _: Request) -> Response:
        """Where who knows nothing of the server finds the description (VoID, section 7.2)."""
        return RedirectResponse(VOID, 302)

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

    async def _thing(self, request: Request, iri: str, suffix: str, page: int = 1) -> Response | None:
        def addresses(ending: str) -> str:
            return self._site.address(iri, ending)

        form = answers.chosen(request, suffix, OF_THINGS)
        if form is None:
            return answers.not_acceptable(OF_THINGS, addresses)
        index = self._serving.index_path
        text = await self._serving.documents.run(things.document, iri, form, self._site, index, page)
        return _by_bytes(request, text, form, iri, addresses) if text else None


def _by_bytes(request: Request, text: str, form: Form, about: str, addresses: answers.Addresses) -> Response:
    body = text.encode()
    tag = answers.tag_of(body)
    known = answers.is_known(request, tag)
    return answers.document(None if known else body, form, tag, forms=OF_THINGS, addresses=addresses, about=about)


def _sent(request: Request) -> tuple[str, str]:
    """Path and query as sent, percent-encoded; characters outside ASCII are not part of a URI."""
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return path.decode("ascii", "replace"), query.decode("ascii", "replace")


def _readings(path: str) -> Iterator[tuple[str, str]]:
    """*path* as that of an IRI; and, if it ends in the suffix of a form, without it."""
    yield path, ""
    for suffix in BY_SUFFIX:
        if path.endswith(suffix):
            yield path.removesuffix(suffix), suffix
