"""Answers with lists: of all articles, of what a search has found, and of changes for harvesters."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ld.serve import answers, articles, changes, finding
from ld.serve.accept import preferred
from ld.serve.forms import HTML
from ld.serve.handlers.numbers import page_number
from ld.serve.serving import Serving
from ld.serve.site import SEARCH

_JSON = "application/json"


class Lists:
    """The lists of *serving*."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving

    async def index(self, request: Request) -> Response:
        """The list of articles, a page of it."""
        serving = self._serving
        text = await serving.documents.run(articles.listed, serving.index_path, page_number(request), serving.site)
        if not text:
            raise HTTPException(404, "There are not so many articles.")
        return page_answer(request, text.encode(), HTML.content_type)

    async def search(self, request: Request) -> Response:
        """What is found for ``q``, as a page or as JSON."""
        suffix = request.scope["path"].removeprefix(SEARCH)
        accept = ", ".join(request.headers.getlist("accept"))
        kind = {".html": HTML.media_type, ".json": _JSON}.get(suffix) or preferred(accept, (HTML.media_type, _JSON))
        if not kind:
            raise HTTPException(406, f"Results can be had as\n{HTML.media_type}\n{_JSON}", {"Vary": "Accept"})
        job = finding.found_page if kind == HTML.media_type else finding.found_data
        words = request.query_params.get("q", "")
        text = await self._serving.documents.run(job, self._serving.index_path, words, self._serving.site)
        content_type = HTML.content_type if kind == HTML.media_type else kind
        return page_answer(request, text.encode("utf-8", "replace"), content_type, vary="Accept")

    async def changes(self, request: Request) -> Response:
        """The collection of all articles, or a page of it."""
        serving = self._serving
        if "page" in request.query_params:
            number = page_number(request)
            text = await serving.documents.run(changes.changes_page, serving.index_path, serving.site, number)
        else:
            text = await serving.documents.run(changes.collection, serving.index_path, serving.site)
        if not text:
            raise HTTPException(404, "There are not so many pages.")
        return page_answer(request, text.encode(), "application/ld+json")


def page_answer(request: Request, body: bytes, content_type: str, vary: str = "") -> Response:
    """The answer with *body*, or, to a client that has it, without it."""
    headers = {"ETag": answers.tag_of(body), "Cache-Control": answers.SHORT_WHILE}
    headers |= {"Vary": vary} if vary else {}
    if answers.is_known(request, headers["ETag"]):
        return Response(None, 304, headers)
    return Response(body, 200, {**headers, "Content-Type": content_type})
