"""A MediaWiki Action API, whose errors can come with status 200."""

import time
from collections.abc import Callable
from typing import Any

from ld.errors import InputError
from ld.exchange import Answer, NotJsonError, exchange
from ld.wikidata.service import LONGEST, Failure, Service, asks_to_wait, beginning, in_one_line, refused

URL = "https://www.wikidata.org/w/api.php"
SECONDS = 60
"""Seconds within which an answer must be there, all of it."""
MOST = 100_000_000
"""Bytes that an answer may have, unpacked; fifty items that much is known of have some ten million."""
MAXLAG = "5"
"""Seconds that Wikidata's copies may lag behind: if they lag more, our requests have to wait."""

_PASSING_CODES = frozenset(("maxlag", "ratelimited", "readonly", "internal_api_error"))


class Api:
    """The Action API at *url*, used on behalf of *contact*: an e-mail address or a URL of the operator.

    ``Service`` defines its patience. *now* and *pause* are the clock.
    Raises InputError without such a contact, or for an invalid URL.
    """

    def __init__(
        self,
        url: str,
        contact: str,
        *,
        longest: float = LONGEST,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        if not url.startswith(("http://", "https://")):
            raise InputError(f"{url!r} is no address of an API", "write it as https://…/w/api.php")
        self.url = url
        self._service = Service("Wikidata", contact, longest=longest, now=now, pause=pause)

    def get(self, **parameters: str) -> dict[str, Any]:
        """The answer to these *parameters*. Raises UnavailableError if there is none, or if its body is an error."""
        asked = {"format": "json", "maxlag": MAXLAG, **parameters}
        return self._service.ask(
            lambda session: exchange(session, "GET", self.url, seconds=SECONDS, most=MOST, params=asked), _read
        )

    def close(self) -> None:
        """Close the connections."""
        self._service.close()


def _read(answer: Answer) -> dict[str, Any] | Failure:
    """The body of *answer*, if it is one of success."""
    if refusal := refused(answer):
        return refusal
    after = asks_to_wait(answer)
    try:
        body = answer.json()
    except NotJsonError:
        return Failure(f"answered with what is no JSON: {beginning(answer)}", passing=True, after=after)
    if not isinstance(body, dict):
        return Failure("answered with JSON that is no object", passing=True, after=after)
    error = body.get("error")
    if error is None:
        return body
    code, info = (_text(error.get(key)) for key in ("code", "info")) if isinstance(error, dict) else (_text(error), "")
    passing = code in _PASSING_CODES or code.startswith("internal_api_error")
    return Failure(f"answered with the error {code}: {in_one_line(info)}", passing, after, of_request=not passing)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
