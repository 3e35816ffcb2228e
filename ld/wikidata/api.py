"""One request after the other to a MediaWiki Action API, as its operators ask: few, named, patient."""

import re
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

import requests

from ld.errors import InputError
from ld.exchange import Answer, LateError, NotJsonError, TooLongError, WatchedSession, exchange
from ld.kb import UnavailableError
from ld.version import __version__

A_MINUTE = 200
"""Requests at most: the limit that Wikimedia sets for whoever names a contact."""
TRIES = 5
LONGEST = 60.0
"""Seconds to wait before another try, at most; who asks for more is not asked again for so long."""
SECONDS = 60
"""Seconds within which an answer must be there, all of it."""
MOST = 100_000_000
"""Bytes that an answer may have, unpacked; fifty items that much is known of have some ten million."""
MAXLAG = "5"
"""Seconds that Wikidata's copies may lag behind: if they lag more, our requests have to wait."""

_CONTACT = re.compile(r"(?=.*\S@\S|.*https?://\S)[\x20-\x7e]+")
_PASSING = frozenset((408, 413, 429, 500, 502, 503, 504))
_PASSING_CODES = frozenset(("maxlag", "ratelimited", "readonly", "internal_api_error"))


class Api:
    """The Action API at *url*, asked in the name of *contact*: an e-mail address or a URL of the operator.

    After a refusal, or a failure that outlasted all tries, it is left alone for LONGEST seconds, or as long as it
    asked for; an error that is one of the request fails this one only.
    *now* and *pause* are the clock. Raises InputError without such a contact, or for what is no URL.
    """

    def __init__(
        self,
        url: str,
        contact: str,
        *,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        if not _CONTACT.fullmatch(contact):
            raise InputError(
                f"{contact!r} is no contact, and without one Wikidata must not be asked",
                "set ARTICLE_LD_CONTACT, or contact in [tool.article-ld.wikidata], to your e-mail address or page",
            )
        if not url.startswith(("http://", "https://")):
            raise InputError(f"{url!r} is no address of an API", "write it as https://…/w/api.php")
        self.url = url
        self._now, self._pause = now, pause
        self._session = WatchedSession()
        self._session.headers.update(
            {
                "User-Agent": f"article-ld/{__version__} ({contact}) python-requests/{requests.__version__}",
                "Accept-Encoding": "gzip",
            }
        )
        self._one_at_a_time = threading.Lock()
        self._next = self._rested = float("-inf")
        self._why = ""

    def get(self, **parameters: str) -> dict[str, Any]:
        """The answer to these *parameters*. UnavailableError if there is none: an error in the body is none either."""
        with self._one_at_a_time:
            if self._now() < self._rested:
                raise _unavailable(self._why)
            tries = 0
            while isinstance(answer := self._ask(parameters), _Failure):
                tries += 1
                wait = max(answer.after, 2.0 ** (tries - 1))
                if not answer.passing or tries == TRIES or wait > LONGEST:
                    if not answer.of_request:
                        self._why, self._rested = answer.told, self._now() + max(wait, LONGEST)
                    raise _unavailable(answer.told)
                self._pause(wait)
            return answer

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _ask(self, parameters: dict[str, str]) -> "dict[str, Any] | _Failure":
        wait = self._next - self._now()
        if wait > 0:
            self._pause(wait)
        self._next = self._now() + 60 / A_MINUTE
        asked = {"format": "json", "maxlag": MAXLAG, **parameters}
        try:
            return _read(exchange(self._session, "GET", self.url, seconds=SECONDS, most=MOST, params=asked))
        except LateError:
            return _Failure(f"had not answered after {SECONDS} seconds", passing=False)
        except TooLongError:
            return _Failure(f"answered with more than {MOST:,} bytes", passing=False)
        except requests.RequestException as error:
            return _Failure(f"no answer ({type(error).__name__})", passing=True)


class _Failure(NamedTuple):
    """What went wrong, whether it may pass, after how many seconds if the answer says; or it is *of_request*."""

    told: str
    passing: bool
    after: float = 0.0
    of_request: bool = False


def _read(answer: Answer) -> dict[str, Any] | _Failure:
    """The body of *answer*, if it is one of success: errors come with status 200 too."""
    after = _seconds(answer.headers.get("Retry-After", ""))
    if answer.status != requests.codes.ok:
        told = f"answered {answer.status} {answer.reason}: {_beginning(answer.excerpt(2000))}"
        return _Failure(told, answer.status in _PASSING, after)
    try:
        body = answer.json()
    except NotJsonError:
        told = f"answered with what is no JSON: {_beginning(answer.excerpt(2000))}"
        return _Failure(told, passing=True, after=after)
    if not isinstance(body, dict):
        return _Failure("answered with JSON that is no object", passing=True, after=after)
    error = body.get("error")
    if error is None:
        return body
    code, info = (_text(error.get(key)) for key in ("code", "info")) if isinstance(error, dict) else (_text(error), "")
    passing = code in _PASSING_CODES or code.startswith("internal_api_error")
    told = f"answered with the error {code}: {_beginning(info)}"
    return _Failure(told, passing, after, of_request=not passing)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _seconds(retry_after: str) -> float:
    """The seconds that a Retry-After header asks for: a number, or a date (RFC 9110, section 10.2.3)."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        then = parsedate_to_datetime(retry_after)
        return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return 0.0


def _beginning(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text[:2000]).split())[:120]


def _unavailable(told: str) -> UnavailableError:
    return UnavailableError(f"service unavailable: Wikidata {told}", "try again later; what was answered is kept")
