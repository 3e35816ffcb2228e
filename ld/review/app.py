"""The application (ASGI 3): the desk's pages, and the handlers of its forms."""

import functools
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ld.errors import ArticleLdError, InputError
from ld.kb.item import is_identifier
from ld.link.corrections import KIND, NOT_A_NAME, RIGHT, SAME_AS, SPEAKER_WRONG, SPLIT, TITLE, UNLINKED, WRONG
from ld.review import pages
from ld.review.article import article_page
from ld.review.desk import RANKED, Desk
from ld.review.forms import DECIDE, UNDO
from ld.review.frame import ARTICLES, DECISIONS, QUEUE
from ld.review.guard import App, Guarded, is_from_here
from ld.review.ledger import DecidedError

_AS_IT_IS = frozenset((UNLINKED, NOT_A_NAME, SPLIT, RIGHT, WRONG, SPEAKER_WRONG))
_MOST_FIELDS = 40


def application(desk: Desk, token: str, hosts: frozenset[str]) -> App:
    """The pages of *desk* for who asks one of *hosts*. Forms are taken with the *token* that its pages have."""
    handlers = _Handlers(desk, token)
    routes = [
        Route(QUEUE, handlers.queue),
        Route(f"{ARTICLES}{{number:int}}", handlers.article),
        Route(DECISIONS, handlers.decisions),
        Route(DECIDE, handlers.decide, methods=["POST"]),
        Route(UNDO, handlers.undo, methods=["POST"]),
    ]
    refusals: dict[Any, Any] = {HTTPException: _refusal, DecidedError: _conflict, ArticleLdError: _failure}
    return Guarded(Starlette(routes=routes, exception_handlers=refusals), hosts)


class _Handlers:
    """One method for each kind of address. The desk is worked by this thread alone, one request after the other."""

    def __init__(self, desk: Desk, token: str) -> None:
        self._desk, self._token = desk, token

    async def queue(self, _: Request) -> Response:
        """The names to look at."""
        return HTMLResponse(pages.queue_page(self._desk, self._token))

    async def article(self, request: Request) -> Response:
        """The report on one article."""
        number = request.path_params["number"]
        if number >= len(self._desk.articles):
            raise HTTPException(404, "There is no such article on the desk.")
        return HTMLResponse(article_page(self._desk, number, self._token))

    async def decisions(self, _: Request) -> Response:
        """What was decided."""
        return HTMLResponse(pages.decisions_page(self._desk, self._token))

    async def decide(self, request: Request) -> Response:
        """Write a decision down, and go on to the next."""
        form = await self._sent(request)
        article = form.get("article", "")
        cells = {"context": form.get("context", ""), "words": form.get("words", "")}
        self._desk.ledger.decide(
            form.get("match", ""),
            self._new_item(form) if form.get("decision") == "house" else self._decision(form),
            seen=form.get("seen", ""),
            page=article,
            article=article if form.get("here") else "",
            **cells,
        )
        return _onward(form)

    async def undo(self, request: Request) -> Response:
        """Take a decision back."""
        form = await self._sent(request)
        self._desk.ledger.undo(form.get("id", ""))
        return _onward(form)

    async def _sent(self, request: Request) -> Mapping[str, str]:
        """The fields of one of our forms. Raises HTTPException for any other."""
        body = await request.body()
        try:
            pairs = parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=_MOST_FIELDS)
        except ValueError as error:
            raise HTTPException(400, "This is not a form of the desk.") from error
        form = dict(pairs)
        request.state.back = _local(form.get("back", ""))
        if not is_from_here(form.get("token", ""), self._token):
            raise HTTPException(403, "The desk was started anew since this page was shown, or another site sent this.")
        return form

    def _decision(self, form: Mapping[str, str]) -> str:
        """The decision in *form*, as the table writes it. Raises InputError if it is not one."""
        decision = form.get("decision", "")
        made = {
            "kind": KIND + form.get("other", ""),
            "same as": SAME_AS + form.get("same", ""),
            "title": TITLE + form.get("title", ""),
            "item": form.get("item", "").strip(),
        }.get(decision, decision)
        is_told = decision in {"kind", "same as", "title"} and made.strip() != decision
        if not (is_told or made in _AS_IT_IS or is_identifier(made)):
            raise InputError(f"{made!r} is no item", "write an ID such as Q884, or an IRI of your own base")
        if is_identifier(made):
            self._check_item(made, form.get("kind", ""))
        return made

    def _check_item(self, identifier: str, kind: str) -> None:
        """Raises InputError for an item that is of another *kind*, and for an IRI that no knowledge base has."""
        lookup = self._desk.knowledge.lookup()
        item = lookup.item(identifier) if lookup else None
        if item is None and identifier.startswith("http"):
            raise InputError(f"no knowledge base has {identifier}", "add it to your own base first")
        if item and kind and item.kind != kind:
            raise InputError(f"{item.named()} is a {item.kind}, not a {kind}", "change the kind of the name first")

    def _new_item(self, form: Mapping[str, str]) -> Callable[[], str]:
        """What adds to the newsroom's own base, and gives the IRI. Raises InputError for a kind that has no items."""
        name, kind = form.get("words", ""), form.get("kind", "")
        if kind not in RANKED:
            raise InputError(f"{name!r} is no person, organization or place", "change its kind first")
        return functools.partial(self._desk.knowledge.add, kind, name, form.get("description", "").strip())


def _onward(form: Mapping[str, str]) -> Response:
    """To the page on which the next decision is made. It says there what was done."""
    address, _, fragment = (_local(form.get("next", "")) or "/").partition("#")
    return RedirectResponse(f"{address}?done{f'#{fragment}' if fragment else ''}", 303)


def _local(address: str) -> str:
    """*address* if it is a path of this server, else empty: nobody is redirected to another site."""
    return quote(address, safe="/#%~-._") if address.startswith("/") and not address.startswith("//") else ""


def _back(request: Request) -> str:
    return getattr(request.state, "back", "") or QUEUE


async def _refusal(request: Request, error: Any) -> Response:
    return HTMLResponse(pages.refusal_page("Not done", error.detail, _back(request)), error.status_code)


async def _conflict(request: Request, error: Any) -> Response:
    said = f"Since this page was shown, {error}. Nothing of yours was written."
    return HTMLResponse(pages.refusal_page("Somebody was faster", said, _back(request)), 409)


async def _failure(request: Request, error: Any) -> Response:
    hint = f" — {error.hint}" if error.hint else ""
    status = 400 if isinstance(error, InputError) and request.method == "POST" else 503
    return HTMLResponse(pages.refusal_page("Not done", f"{error}{hint}.", _back(request)), status)
