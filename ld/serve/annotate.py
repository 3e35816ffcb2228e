"""The address to which articles are sent that are to become linked data; nothing of them is kept."""

from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ld.errors import InputError
from ld.read import Given
from ld.serve import answers
from ld.serve.accept import preferred
from ld.serve.annotations import FORMS, annotated
from ld.serve.workers import Workers

_PARAMETERS = tuple(Given.__annotations__)


def annotator(workers: Workers) -> Callable[[Request], Awaitable[Response]]:
    """The handler of requests whose body is an article; it answers as ``article-ld build`` writes, in an accepted form.

    422 means that the body is not an article, or that its graph does not conform, and says why.
    """

    async def annotate(request: Request) -> Response:
        if request.method != "POST":
            raise HTTPException(405, "Send the article, with POST.", {"Allow": "POST"})
        form, given = _form(request), _given(request)
        try:
            body = await workers.run(annotated, await request.body(), given, form)
        except InputError as error:
            raise HTTPException(422, answers.told(error)) from error
        headers = {"Content-Type": f"{form}; charset=utf-8", "Vary": "Accept", "Cache-Control": "no-store"}
        return Response(body, 200, headers)

    return annotate


def _form(request: Request) -> str:
    form = preferred(request.headers.get("accept", ""), FORMS)
    if not form:
        listed = "\n".join(FORMS)
        raise HTTPException(406, f"Annotations can be had as\n{listed}", {"Vary": "Accept"})
    return form


def _given(request: Request) -> Given:
    """What the query states about the article; a misspelt parameter is an error."""
    asked = request.query_params
    unknown = sorted(set(asked) - set(_PARAMETERS))
    if unknown:
        raise HTTPException(400, f"There is no parameter {unknown[0]}; there are {', '.join(_PARAMETERS)}.")
    return Given(url=asked.get("url"), date=asked.get("date"), publisher=asked.get("publisher"), lang=asked.get("lang"))
