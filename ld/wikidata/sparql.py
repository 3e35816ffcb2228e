"""A SPARQL endpoint with a time budget, like Wikidata's query service: one query at a time, and its rows."""

import time
from collections.abc import Callable
from typing import Any, NamedTuple

import requests

from ld.errors import InputError
from ld.exchange import Answer, NotJsonError, WatchedSession, exchange
from ld.wikidata.service import Failure, Service, asks_to_wait, beginning, refused

URL = "https://query.wikidata.org/sparql"
SECONDS = 90.0
"""Seconds within which an answer must be there, all of it: the service gives a query 60."""
MOST = 500_000_000
"""Bytes that an answer may have, unpacked."""
PATIENCE = 600.0
"""Seconds to wait before another try, at most: who fetches lists has time."""

Row = dict[str, str]

_LONG = 1500
"""Characters of a query that still fit into an address."""
_TOO_LONG = (408, 504)
_JSON = "application/sparql-results+json"
_GAVE_UP = (b"TimeoutException", b"QueryTimeout")
_TRACE = 20_000
"""Bytes at the end of a broken answer, among which Java says why."""


class Endpoint:
    """The query service at *url* (SPARQL 1.1 Protocol), asked in the name of *contact*, patiently as ``Service`` says.

    *now* and *pause* are the clock, *seconds* the time for an answer.
    Raises InputError without a contact, or for an invalid URL.
    """

    def __init__(
        self,
        url: str,
        contact: str,
        *,
        seconds: float = SECONDS,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        if not url.startswith(("http://", "https://")):
            raise InputError(f"{url!r} is no address of a query service", "write it as https://…/sparql")
        self.url, self._seconds = url, seconds
        self._service = Service("the query service", contact, longest=PATIENCE, timed=True, now=now, pause=pause)

    def select(self, query: str) -> list[Row]:
        """The rows of the SELECT *query*: for each bound variable, its IRI or its literal's text.

        Raises TakesTooLongError if it takes longer than the service allows, InputError if it is invalid,
        UnavailableError if there is no answer, or only part of one.
        """
        answer = self._service.ask(lambda session: self._send(session, query), _read)
        if answer.fault:
            raise InputError(f"the query service finds fault with the query: {answer.fault}", "mend the query")
        return answer.rows

    def close(self) -> None:
        """Close the connections."""
        self._service.close()

    def _send(self, session: WatchedSession, query: str) -> Answer:
        method, where = ("GET", "params") if len(query) <= _LONG else ("POST", "data")
        asked: dict[str, Any] = {where: {"query": query}, "headers": {"Accept": _JSON}}
        return exchange(session, method, self.url, seconds=self._seconds, most=MOST, **asked)


class _Result(NamedTuple):
    """The rows, or the *fault* that is found with the query."""

    rows: list[Row]
    fault: str = ""


def _read(answer: Answer) -> _Result | Failure:
    """The rows of *answer*; Wikidata's service may fail in its midst, with status 200 at its head."""
    if answer.status == requests.codes.bad_request:
        return _Result([], beginning(answer) or "it does not say which")
    try:
        refusal = refused(answer)
        if refusal is None:
            return _Result([_row(found) for found in answer.json()["results"]["bindings"]])
    except NotJsonError:
        refusal = _broken(answer, f"answered with what is no JSON: {beginning(answer)}")
    except (KeyError, TypeError, AttributeError):
        return _broken(answer, "answered with JSON that is no result of a SELECT")
    if answer.status in _TOO_LONG or any(word in answer.body[-_TRACE:] for word in _GAVE_UP):
        told = f"gave up: the query takes too long ({answer.status} {answer.reason})"
        return Failure(told, passing=False, of_request=True, too_long=True)
    return refusal


def _broken(answer: Answer, told: str) -> Failure:
    return Failure(told, passing=True, after=asks_to_wait(answer))


def _row(found: dict[str, Any]) -> Row:
    return {name: str(term["value"]) for name, term in found.items() if term["type"] != "bnode"}
