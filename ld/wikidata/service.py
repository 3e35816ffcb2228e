"""Requests to a public service as its operators ask: few, one after the other, identified, patient."""

import re
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, TypeVar

import requests

from ld.errors import InputError, UnavailableError
from ld.exchange import Answer, LateError, TooLongError, WatchedSession
from ld.version import __version__

A_MINUTE = 200
"""The most requests: Wikimedia's limit for clients that name a contact."""
TRIES = 5
LONGEST = 60.0
"""Seconds to wait before another try, at most; who asks for more is not asked again for so long."""

_CONTACT = re.compile(r"(?=.*\S@\S|.*https?://\S)[\x20-\x7e]+")
_NO_CONTACT = "no contact is set, and Wikidata wants to know who asks"
_PASSING = frozenset((408, 413, 429, 500, 502, 503, 504))
_Read = TypeVar("_Read")


class TakesTooLongError(UnavailableError):
    """A request takes the service longer than it allows: a smaller one may go through."""


class Failure(NamedTuple):
    """What went wrong, whether it may pass, after how many seconds if the answer says; or it is *of_request*.

    One that is *too_long* is of the request too: it may pass if less is asked for.
    """

    told: str
    passing: bool
    after: float = 0.0
    of_request: bool = False
    too_long: bool = False


class Service:
    """The service *called* so, used on behalf of *contact*: an e-mail address or a URL of the operator.

    After a refusal, or a failure that outlasts all tries, it is left alone for LONGEST seconds, or for as long as it
    asks; an error in the request affects that request only. No wait is longer than *longest* seconds.
    *timed*: the service limits the time of a request, so one without an answer takes too long.
    *now* and *pause* are the clock. Raises InputError without such a contact.
    """

    def __init__(  # noqa: PLR0913 - whom, for whom, how patiently, and the clock
        self,
        called: str,
        contact: str,
        *,
        longest: float = LONGEST,
        timed: bool = False,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        if not _CONTACT.fullmatch(contact):
            raise InputError(
                f"{contact!r} is no contact: Wikidata wants to know who asks" if contact else _NO_CONTACT,
                "set ARTICLE_LD_CONTACT, or contact in [tool.article-ld.wikidata], to your e-mail address or page",
            )
        self._called, self._longest, self._timed = called, longest, timed
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

    def ask(
        self,
        send: Callable[[WatchedSession], Answer],
        read: Callable[[Answer], _Read | Failure],
    ) -> _Read:
        """The result of *read* for the answer to *send*. Raises UnavailableError if there is none."""
        with self._one_at_a_time:
            if self._now() < self._rested:
                raise self._unavailable(self._why)
            tries = 0
            while isinstance(answer := self._once(send, read), Failure):
                tries += 1
                wait = max(answer.after, 2.0 ** (tries - 1))
                if not answer.passing or tries == TRIES or wait > self._longest:
                    if not answer.of_request:
                        self._why, self._rested = answer.told, self._now() + max(wait, LONGEST)
                    raise self._unavailable(answer.told, TakesTooLongError if answer.too_long else UnavailableError)
                self._pause(wait)
            return answer

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _once(
        self,
        send: Callable[[WatchedSession], Answer],
        read: Callable[[Answer], _Read | Failure],
    ) -> _Read | Failure:
        wait = self._next - self._now()
        if wait > 0:
            self._pause(wait)
        self._next = self._now() + 60 / A_MINUTE
        try:
            answer = send(self._session)
        except LateError as error:
            return Failure(f"had no answer: {error}", passing=False, of_request=self._timed, too_long=self._timed)
        except TooLongError as error:
            return Failure(f"answered with what {error}", passing=False)
        except requests.RequestException as error:
            return Failure(f"no answer ({type(error).__name__})", passing=True)
        return read(answer)

    def _unavailable(self, told: str, kind: type[UnavailableError] = UnavailableError) -> UnavailableError:
        return kind(f"service unavailable: {self._called} {told}", "try again later; what was answered is kept")


def refused(answer: Answer) -> Failure | None:
    """What the status of *answer* says against it; None if it is one of success."""
    if answer.status == requests.codes.ok:
        return None
    told = f"answered {answer.status} {answer.reason}: {beginning(answer)}"
    return Failure(told, answer.status in _PASSING, asks_to_wait(answer))


def asks_to_wait(answer: Answer) -> float:
    """The seconds that its Retry-After header asks for: a number, or a date (RFC 9110, section 10.2.3)."""
    after = answer.headers.get("Retry-After", "")
    if after.strip().isdecimal():
        return float(after)
    try:
        then = parsedate_to_datetime(after)
        return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return 0.0


def beginning(answer: Answer) -> str:
    """How the body of *answer* begins, without tags, on one line."""
    return in_one_line(answer.excerpt(2000))


def in_one_line(text: str) -> str:
    """The beginning of *text* without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", text[:2000]).split())[:120]
