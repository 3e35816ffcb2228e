"""Answers of Wikidata's query service and API, each saved to disk as soon as it arrives."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from ld.errors import InputError, UnavailableError
from ld.kb.dump import trimmed
from ld.kb.item import QID
from ld.wikidata import sparql
from ld.wikidata.api import URL, Api
from ld.wikidata.cache import Cache
from ld.wikidata.query import Query
from ld.wikidata.service import TakesTooLongError
from ld.wikidata.sparql import PATIENCE, Endpoint, Row

A_PAGE = 25
"""States in a query that is cut by states, at most."""
A_CALL = 50
"""IDs in a call, at most."""
MAX_AGE = 1.0
"""Days after which an answer is requested again."""

_T = TypeVar("_T")
_FORM = 1
"""The format in which items are cached: a new number makes all of them be requested again."""


class Sources(NamedTuple):
    """Where facts are fetched from, on behalf of *contact*: a query service and an Action API.

    *cache* is the folder of their answers; those older than *max_age* days are requested again.
    If *offline*, nothing is requested, and cached answers are used whatever their age.
    """

    contact: str
    cache: Path
    endpoint: str = ""
    api: str = ""
    offline: bool = False
    max_age: float = MAX_AGE


class Dated(NamedTuple):
    """What was answered about the item *qid*, and on which day (ISO 8601, UTC)."""

    qid: str
    answer: dict[str, Any]
    day: str


class Step(NamedTuple):
    """How far a fetch is: *done* of *total* pages of a query, or items."""

    what: str
    done: int
    total: int


Progress = Callable[[Step], object]


class Answers:
    """Requests from the *sources* what is not cached; *oldest* is the day of the oldest answer used.

    *languages* are those of names; all if empty. Everything requested in one run is dated with the day of its start.
    Raises InputError without a contact, and for a folder or an address that cannot be used.
    """

    def __init__(self, sources: Sources, languages: Sequence[str], progress: Progress) -> None:
        endpoint, api = sources.endpoint or sparql.URL, sources.api or URL
        online = not sources.offline
        self._endpoint = Endpoint(endpoint, sources.contact) if online else None
        self._api = Api(api, sources.contact, longest=PATIENCE) if online else None
        started = time.time()
        days = sources.max_age if online else None
        self._rows, self._items = (
            Cache(sources.cache, service, days=days, now=lambda: started) for service in (endpoint, api)
        )
        self._now, self._languages, self._progress = started, languages, progress
        self.oldest = _day(started)

    def rows(self, query: Query, states: Sequence[str]) -> Iterator[Row]:
        """The rows of *query*, one page of *states* after another if it is divided so.

        A page that takes too long is halved; if it cannot be divided, it is requested once more.
        Raises TakesTooLongError if that takes too long as well, UnavailableError if there is no answer, InputError for
        a query that the service rejects.
        """
        pages = [list(page) for page in _batches(states, A_PAGE)] if query.by_state else [[]]
        for done, page in enumerate(pages):
            self._progress(Step(f"pages of {query.told}", done, len(pages)))
            yield from self._page(query, page)

    def entities(self, qids: Iterable[str], what: str) -> Iterator[Dated]:
        """The data of the items *qids*, in their order; *what* names them in the progress display.

        Raises UnavailableError if there is no answer; earlier answers stay cached.
        """
        wanted = [qid for qid in qids if QID.fullmatch(qid)]
        unknown = [qid for qid in wanted if self._items.dated(self._key(qid)) is None]
        for number, call in enumerate(_batches(unknown, A_CALL)):
            self._progress(Step(what, len(wanted) - len(unknown) + number * A_CALL, len(wanted)))
            self._items.put({self._key(qid): answer for qid, answer in self._called(call).items()})
        for qid in wanted:
            answer, at = self._items.dated(self._key(qid)) or ({}, self._now)
            yield Dated(qid, answer, self._noted(at))

    def close(self) -> None:
        """Close the connections and the cache."""
        for each in (self._endpoint, self._api, self._rows, self._items):
            if each:
                each.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _page(self, query: Query, states: Sequence[str]) -> Iterator[Row]:
        if len(states) <= 1:
            yield from self._uncut(query, states)
            return
        try:
            rows = self._selected(query.told, query.of_states(states))
        except TakesTooLongError:
            half = len(states) // 2
            yield from self._page(query, states[:half])
            yield from self._page(query, states[half:])
        else:
            yield from rows

    def _uncut(self, query: Query, states: Sequence[str]) -> list[Row]:
        """The rows of a query that cannot be cut: it gets a second try, for the service may just have been busy."""
        asked = query.of_states(states) if states else query.sparql
        told = ", ".join((query.told, *states))
        try:
            return self._selected(told, asked)
        except TakesTooLongError:
            pass
        try:
            return self._selected(told, asked)
        except TakesTooLongError as error:
            hint = error.hint if states else "cut it by states: write VALUES ?state {} into it; or try again later"
            raise TakesTooLongError(f"{told}: {error}", hint) from error

    def _selected(self, told: str, asked: str) -> list[Row]:
        key = f"rows {hashlib.sha256(asked.encode()).hexdigest()}"
        kept = self._rows.dated(key)
        if kept is None:
            if self._endpoint is None:
                raise _not_kept(told)
            kept = self._endpoint.select(asked), self._now
            self._rows.put({key: kept[0]})
        rows, at = kept
        self._noted(at)
        return rows

    def _called(self, qids: Sequence[str]) -> dict[str, Any]:
        if self._api is None:
            raise _not_kept(", ".join(qids))
        languages = {"languages": "|".join(self._languages)} if self._languages else {}
        reply = self._api.get(
            action="wbgetentities", ids="|".join(qids),
            props="labels|aliases|descriptions|claims|sitelinks|info", **languages,
        )  # fmt: skip
        entities: Any = reply.get("entities")
        try:
            return {qid: trimmed(entities[qid]) for qid in qids}
        except (KeyError, TypeError, AttributeError) as error:
            raise UnavailableError(
                "service unavailable: Wikidata answered without the items asked for", "try again later"
            ) from error

    def _key(self, qid: str) -> str:
        return f"item {_FORM} {'|'.join(self._languages)} {qid}"

    def _noted(self, at: float) -> str:
        day = _day(at)
        self.oldest = min(self.oldest, day)
        return day


def as_line(answer: dict[str, Any]) -> bytes:
    """*answer* as a line of a dump."""
    return json.dumps(answer).encode()


def checked_languages(told: str) -> tuple[str, ...]:
    """The languages in *told*, ``en,de``, plus English and "mul"; empty for ``all``. Raises InputError."""
    named = [each.strip().lower() for each in told.split(",") if each.strip()]
    for each in named:
        if not all(part.isalnum() and part.isascii() for part in each.split("-")):
            raise InputError(f"{each!r} is no language", "write codes such as en,de,zh-hant, or all")
    return () if named == ["all"] else tuple(dict.fromkeys(("en", "mul", *sorted(named))))


def _batches(whole: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (whole[first : first + size] for first in range(0, len(whole), size))


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _not_kept(wanted: str) -> UnavailableError:
    return UnavailableError(f"service unavailable: offline, and not kept: {wanted}", "run it without --offline")
