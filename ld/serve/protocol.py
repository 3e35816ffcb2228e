"""SPARQL queries over HTTP: the SPARQL 1.1 Protocol, section 2.1."""

import asyncio
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ld.errors import InputError
from ld.publish.question import questions
from ld.serve.accept import preferred
from ld.serve.forms import HTML
from ld.serve.sparql import GRAPHS, TABLES

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


class QueryRequest(NamedTuple):
    """A query, and the media types wanted for its answer, as a table and as a graph; empty if not wanted.

    *wants_page*: a page is preferred to either.
    """

    sparql: str
    table_type: str
    graph_type: str
    wants_page: bool = False


async def asked(request: Request) -> QueryRequest | None:
    """The query in *request*; None if there is none. Raises HTTPException if it is refused."""
    values = _pairs(request.scope["query_string"])
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST":
        body = await request.body()
        if kind == _UPDATE:
            raise HTTPException(403, "This endpoint is for reading only.")
        if kind not in {_FORM, _QUERY}:
            raise HTTPException(415, f"Send a query as {_QUERY} or {_FORM}.", {"Accept-Post": f"{_QUERY}, {_FORM}"})
        # a megabyte of escapes takes half a second, in which others are answered too
        values += await asyncio.to_thread(_pairs, body) if kind == _FORM else [("query", _text(body))]
    return _asked(values, ", ".join(request.headers.getlist("accept")))


def _asked(values: list[tuple[str, str]], accept: str) -> QueryRequest | None:
    names = [name for name, _ in values]
    if "update" in names:
        raise HTTPException(403, "This endpoint is for reading only.")
    if "default-graph-uri" in names or "named-graph-uri" in names:
        raise HTTPException(400, "Name the graphs in the query, with FROM and FROM NAMED.")
    queries = [value for name, value in values if name == "query"]
    if len(queries) + names.count("question") > 1:
        raise HTTPException(400, "Send one query at a time.")
    if "question" in names:
        queries = [_ready_made(dict(values))]
    if not queries:
        return None
    return QueryRequest(queries[0], preferred(accept, TABLES), preferred(accept, GRAPHS), wants_page(accept))


def wants_page(accept: str) -> bool:
    """Whether *accept* takes HTML before any other form of an answer."""
    return preferred(accept, (*TABLES, *GRAPHS, HTML.media_type)) == HTML.media_type


def _ready_made(values: dict[str, str]) -> str:
    """The query of the ready-made question that *values* name, with the others in it."""
    name = values.pop("question")
    if name not in questions():
        raise HTTPException(400, f"There is no such question; there are {', '.join(questions())}.")
    try:
        return questions()[name].with_values(values)
    except InputError as error:
        wanted = ", ".join(questions()[name].parameters) or "no values"
        raise HTTPException(400, f"This question needs {wanted}.") from error


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, "The parameters are not UTF-8, percent-encoded, or too many.") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "The query is not UTF-8.") from error
