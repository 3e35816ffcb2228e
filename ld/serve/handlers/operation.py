"""Handlers for operators, and for programs that ask what the server can do."""

import functools
import json
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ld.serve import answers, things
from ld.serve.serving import Serving
from ld.serve.site import ANNOTATE
from ld.version import __version__


class Operation:
    """The state of *serving*, and what it offers."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving

    async def health(self, _: Request) -> Response:
        """Whether the store answers."""
        await self._serving.documents.run(things.is_there)
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})

    async def openapi(self, _: Request) -> Response:
        """What can be asked, in OpenAPI 3.1."""
        document = openapi_document(self._serving.site.home, annotates=self._serving.annotators is not None)
        return JSONResponse(document, headers={"Cache-Control": answers.SHORT_WHILE})


def openapi_document(home: str, *, annotates: bool) -> dict[str, Any]:
    """The description of a server at *home*; without what only one has that annotates."""
    described = dict(_openapi())
    described["info"] = {**described["info"], "version": __version__}
    described["servers"] = [{"url": home}]
    described["paths"] = {path: item for path, item in described["paths"].items() if annotates or path != ANNOTATE}
    return described


@functools.cache
def _openapi() -> dict[str, Any]:
    text = (files("ld.serve") / "assets" / "openapi.json").read_text(encoding="utf-8")
    described: dict[str, Any] = json.loads(text)
    return described
