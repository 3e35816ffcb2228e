"""The application (ASGI 3): routes addresses to handlers."""

from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ld.errors import ArticleLdError
from ld.serve import answers
from ld.serve.annotate import annotator
from ld.serve.awaited import WhileAwaited
from ld.serve.forms import BY_SUFFIX
from ld.serve.handlers.documents import Documents
from ld.serve.handlers.lists import Lists
from ld.serve.handlers.operation import Operation
from ld.serve.handlers.queries import Queries
from ld.serve.headers import App, WithHeaders
from ld.serve.observing import Metrics, Observed
from ld.serve.serving import Serving
from ld.serve.site import (
    ANNOTATE,
    CHANGES,
    HEALTH,
    METRICS,
    OPENAPI,
    RESOURCE,
    SEARCH,
    SPARQL,
    VOID,
    WELL_KNOWN,
)


def application(serving: Serving, metrics: Metrics, *, logs_requests: bool = False) -> App:
    """The server for *serving*. It counts requests in *metrics*, and logs each if asked to."""
    documents, lists, queries, operation = Documents(serving), Lists(serving), Queries(serving), Operation(serving)
    routes = [
        Route("/", lists.index),
        *(Route(f"{SEARCH}{suffix}", lists.search) for suffix in ("", ".html", ".json")),
        Route(CHANGES, lists.changes),
        Route(SPARQL, queries.sparql, methods=["GET", "POST"]),
        *([Route(ANNOTATE, annotator(serving.annotators), methods=["GET", "POST"])] if serving.annotators else ()),
        Route(WELL_KNOWN, documents.well_known),
        Route(HEALTH, operation.health),
        Route(OPENAPI, operation.openapi),
        Route(METRICS, metrics.answer),
        *(Route(f"{RESOURCE}{suffix}", documents.resource) for suffix in ("", *BY_SUFFIX)),
        *(Route(f"{VOID}{suffix}", documents.void) for suffix in ("", *BY_SUFFIX)),
        Route("/{path:path}", documents.article),
    ]
    refusals = {HTTPException: _refusal, ArticleLdError: _failure}
    app = WithHeaders(WhileAwaited(Starlette(routes=routes, exception_handlers=refusals)))
    return Observed(app, metrics, logs_requests=logs_requests)


async def _refusal(_: Request, error: Any) -> Response:
    headers = {"Cache-Control": "no-store", **(error.headers or {})}
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers)


async def _failure(_: Request, error: Any) -> Response:
    return PlainTextResponse(f"{answers.told(error)}\n", 503, {"Cache-Control": "no-store", "Retry-After": "5"})
