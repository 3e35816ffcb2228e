"""Polite requests: only what robots.txt allows, one after the other, at a pace that burdens nobody."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ld.errors import InputError, UnavailableError
from ld.extras import extra
from ld.read.feeds.visits import Validators
from ld.read.fetching import NoAnswerError, answer_of, followed, is_page
from ld.version import __version__

if TYPE_CHECKING:
    import requests
    from protego import Protego

    from ld.exchange import Answer, WatchedSession

ROBOT = "article-ld"
USER_AGENT = f"{ROBOT}/{__version__} (+https://github.com/article-ld/article-ld; reads feeds and what they list)"
PACE = 1.0
"""Seconds between two requests to a host, unless its robots.txt asks for more."""

_ROBOTS_MOST = 512_000  # RFC 9309, 2.5: at least 500 kibibytes are read
_FAILURES_MOST = 3
_OK, _BUSY, _SERVER_ERROR = 200, (429, 503), 500


class DisallowedError(InputError):
    """The site's robots.txt does not allow us to fetch the address."""


@dataclass(frozen=True)
class Sent:
    """A site's *answer*, without an unwanted body, and the *address* after all redirects."""

    answer: "Answer"
    address: str

    @property
    def validators(self) -> Validators:
        """The headers that identify the version that was sent."""
        return Validators(self.answer.headers.get("ETag", ""), self.answer.headers.get("Last-Modified", ""))

    @property
    def is_unchanged(self) -> bool:
        """Whether the version that we have is still the latest."""
        return self.answer.status == 304  # noqa: PLR2004 - RFC 9110, 15.4.5


class PoliteClient:
    """A client for many addresses that pauses by calling *wait* (seconds)."""

    def __init__(self, session: "WatchedSession", wait: Callable[[float], None] | None = None) -> None:
        session.headers.update({"User-Agent": USER_AGENT})
        self._session = session
        self._wait = wait or time.sleep
        self._rules: dict[str, Protego] = {}
        self._next: dict[str, float] = {}
        self._failures: Counter[str] = Counter()

    def page(self, address: str, known: Validators, most: int) -> Sent:
        """The page at *address*, of at most *most* bytes; only its status if it is not HTML or still as *known*.

        Raises InputError if there is no page, DisallowedError if robots.txt forbids it.
        Raises NoAnswerError or UnavailableError if a later attempt may succeed; this includes the rest of a site that
        is busy, or that failed to answer three times.
        """
        return self._get(address, known, most, is_page, "text/html,application/xhtml+xml;q=0.9")

    def listing(self, address: str, known: Validators, most: int) -> Sent:
        """The feed or sitemap at *address*. Raises as ``page`` does."""
        accepted = "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
        return self._get(address, known, most, lambda answer: answer.status_code == _OK, accepted)

    def _get(
        self, address: str, known: Validators, most: int, wants: "Callable[[requests.Response], bool]", accepted: str
    ) -> Sent:
        headers = {"Accept": accepted, **known.headers()}

        def ask(hop: str, seconds: float) -> "Answer":
            if not self._robots(hop).can_fetch(hop, ROBOT):
                raise DisallowedError(f"robots.txt of {_origin(hop)} does not allow it", "ask the site")
            self._keep_pace(hop)
            return answer_of(self._session, hop, seconds, most, wants, headers=headers)

        with self._failing(address):
            answer, last = followed(address, ask)
            if answer.status >= _SERVER_ERROR or answer.status in _BUSY:
                self._failures[_origin(last)] += _FAILURES_MOST if answer.status in _BUSY else 0
                raise UnavailableError(f"{_origin(last)} answers {answer.status} {answer.reason}".rstrip())
        return Sent(answer, last)

    @contextmanager
    def _failing(self, address: str) -> Iterator[None]:
        """Count a site's consecutive failures, and stop asking it after too many."""
        origin = _origin(address)
        if self._failures[origin] >= _FAILURES_MOST:
            raise UnavailableError(f"{origin} did not answer before", "run the same again later")
        try:
            yield
        except (NoAnswerError, UnavailableError):
            self._failures[origin] += 1
            raise
        self._failures[origin] = 0

    def _robots(self, address: str) -> "Protego":
        """The rules of the site of *address*: all is allowed if there are none, nothing while they are unavailable.

        RFC 9309, 2.3.1.
        """
        origin = _origin(address)
        if origin not in self._rules:
            self._rules[origin] = _parsed(self._robots_txt(f"{origin}/robots.txt"))
        return self._rules[origin]

    def _robots_txt(self, address: str) -> str:
        def ask(hop: str, seconds: float) -> "Answer":
            return answer_of(self._session, hop, seconds, _ROBOTS_MOST, lambda answer: answer.status_code == _OK)

        answer, _ = followed(address, ask)
        if answer.status >= _SERVER_ERROR or answer.status in _BUSY:
            raise UnavailableError(f"{address} answers {answer.status}, so that nothing may be asked for")
        return answer.body.decode("utf-8", "replace") if answer.status == _OK else ""

    def _keep_pace(self, address: str) -> None:
        origin, now = _origin(address), time.monotonic()
        if (left := self._next.get(origin, now) - now) > 0:
            self._wait(left)
        self._next[origin] = time.monotonic() + _pace(self._robots(address))


def _parsed(robots_txt: str) -> "Protego":
    with extra("pages", "reading a feed or sitemap"):
        from protego import Protego  # noqa: PLC0415 - only crawls need it
    return Protego.parse(robots_txt)


def _pace(rules: "Protego") -> float:
    """The seconds between two requests: what robots.txt asks for, and never less than our own minimum."""
    rate = rules.request_rate(ROBOT)
    return max(PACE, rules.crawl_delay(ROBOT) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()
