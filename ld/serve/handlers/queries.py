"""Answers to SPARQL queries, the page on which they are asked, and the description of the endpoint."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ld.errors import ArticleLdError, StoreUnavailableError
from ld.serve import answers, querying, sparql
from ld.serve.forms import HTML, JSON_LD, N_TRIPLES, TURTLE, negotiated
from ld.serve.protocol import QueryRequest, asked
from ld.serve.serving import Serving
from ld.serve.site import SPARQL

_DESCRIPTIONS = (TURTLE, JSON_LD, N_TRIPLES)


class Queries:
    """The endpoint of *serving*."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving

    async def sparql(self, request: Request) -> Response:
        """The answer to a query; without one the page to ask on, or the description of the service."""
        query = await asked(request)
        if query is None:
            if request.method == "POST":
                raise HTTPException(400, "There is no query: send it as the parameter query.")
            return await self._without_query(request)
        if query.wants_page:
            return await self._page(query.sparql)
        return await self._answer(query)

    async def _answer(self, query: QueryRequest) -> Response:
        try:
            answer = await self._serving.queries.run(
                sparql.answer, query.sparql, query.table_type, query.graph_type, self._serving.most_bytes
            )
        except StoreUnavailableError:
            raise
        except ArticleLdError as error:
            raise HTTPException(400, answers.told(error)) from error
        if not answer.media_type:
            listed = "\n".join((*sparql.TABLES, *sparql.GRAPHS, HTML.media_type))
            raise HTTPException(406, f"Answers can be had as\n{listed}", {"Vary": "Accept"})
        charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
        headers = {"Content-Type": f"{answer.media_type}{charset}", "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(answer.body, 200, headers)

    async def _page(self, query: str) -> Response:
        serving = self._serving
        written = await serving.queries.run(
            querying.answer_page, query, serving.index_path, serving.site, serving.most_bytes
        )
        headers = {"Content-Type": HTML.content_type, "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(written.body, written.status, headers)

    async def _without_query(self, request: Request) -> Response:
        """The description, for who does not say that a page is wanted (SPARQL 1.1 Service Description, section 2)."""
        form = negotiated(", ".join(request.headers.getlist("accept")), (*_DESCRIPTIONS, HTML))
        if form == HTML:
            return await self._page("")
        if form is None:
            listed = "\n".join(each.media_type for each in (*_DESCRIPTIONS, HTML))
            raise HTTPException(406, f"The description can be had as\n{listed}", {"Vary": "Accept"})
        text = await self._serving.queries.run(querying.description, form, self._serving.site)
        alternates = {"Content-Type": form.content_type, "Vary": "Accept", "Cache-Control": answers.SHORT_WHILE}
        return Response(text, 200, {**alternates, "Link": f'<{SPARQL}>; rel="describes"'})
