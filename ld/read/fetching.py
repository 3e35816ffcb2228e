"""Pages from the Web: one request and few redirects, to public addresses only unless the user allows others."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from ld.errors import InputError
from ld.urls import is_absolute_url
from ld.version import __version__

if TYPE_CHECKING:
    import requests

    from ld.exchange import Answer, WatchedSession

USER_AGENT = f"article-ld/{__version__} (reads single pages at its user's request; not a crawler)"

_REDIRECTS_MOST = 5
_TOTAL_SECONDS = 60
PAGE_MOST = 10_000_000
PAGES = frozenset(("text/html", "application/xhtml+xml", ""))
"""The media types of web pages; a response without one counts as a page."""
_LISTINGS = frozenset(f"application/{kind}" for kind in ("rss+xml", "atom+xml", "rdf+xml", "xml", "gzip", "x-gzip")) | {
    "text/xml"
}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_OK = 200
_STATUS_HINTS = {
    401: "log in in a browser, save the page, and read the file",
    402: "pay for it in a browser, save the page, and read the file",
    403: "the site does not answer programs: open it in a browser, save the page, and read the file",
    404: "check the address in a browser",
    410: "the page was taken away for good",
    429: "the site has had too many requests: wait, then try again",
    451: "the page is withheld for legal reasons",
}


class NoAnswerError(InputError):
    """A site could not be reached, or did not answer in time; a later attempt may succeed."""


class ListingError(InputError):
    """The address leads not to a page but to a possible feed or sitemap."""


class FetchedPage(NamedTuple):
    """A page's bytes, the encoding in the HTTP header, and the *address* after all redirects."""

    page: bytes
    charset: str | None
    address: str


def fetch(url: str, *, allow_private: bool = False, kinds: frozenset[str] = PAGES) -> FetchedPage:
    """The HTML page at *url*, an absolute http or https URL, or a document with a media type of *kinds*.

    At most 5 redirects, 10 MB (unpacked) and 60 seconds, from the DNS look-up to the last byte of the page.
    Hosts that are not public (private, loopback, link-local, reserved) are refused unless *allow_private*, at each hop
    and by the address actually connected to.
    Proxies from the environment are used only with *allow_private*, since what is behind them cannot be checked.
    Raises InputError with the reason if no page can be fetched.
    """
    from ld.read.public_hosts import session_for  # noqa: PLC0415 - imported late: requests takes a sixth of a second

    with session_for(allow_private=allow_private) as session:
        accepted = "text/html,application/xhtml+xml;q=0.9" if kinds is PAGES else ",".join(sorted(filter(None, kinds)))
        session.headers.update({"User-Agent": USER_AGENT, "Accept": accepted})
        wants = partial(is_page, kinds=kinds)
        answer, address = followed(url, lambda hop, seconds: answer_of(session, hop, seconds, PAGE_MOST, wants))
    return page_of(answer, address, kinds)


def followed(url: str, ask: Callable[[str, float], "Answer"]) -> tuple["Answer", str]:
    """The answer at *url* or where that redirects, and the address that gave it.

    *ask* gets each address, checked, and the seconds that are left. Raises InputError as ``fetch`` does.
    """
    deadline = time.monotonic() + _TOTAL_SECONDS
    for _ in range(_REDIRECTS_MOST + 1):
        _check(url)
        answer = ask(url, deadline - time.monotonic())
        if answer.status not in _REDIRECTS or "Location" not in answer.headers:
            return answer, url
        url = _next(url, answer.headers["Location"])
    raise InputError(f"redirects more than {_REDIRECTS_MOST} times", "open it in a browser, and give the last address")


def _check(url: str) -> None:
    if not is_absolute_url(url):
        raise InputError(f"{url!r} is no http or https address", "give it in full: https://example.org/news/story")
    if urlsplit(url).username is not None:
        raise InputError("carries a user name, which would be sent to the site", "give the address without it")


def answer_of(  # noqa: PLR0913 - a request and its bounds
    session: "WatchedSession",
    url: str,
    seconds: float,
    most: int,
    wants: "Callable[[requests.Response], bool]",
    *,
    headers: Mapping[str, str] | None = None,
) -> "Answer":
    """The answer to one request; *most* and *wants* are as in ``ld.exchange``. Raises InputError with the reason."""
    import requests  # noqa: PLC0415

    from ld.exchange import CutShortError, LateError, TooLongError, exchange  # noqa: PLC0415

    try:
        return exchange(session, "GET", url, seconds=seconds, most=most, wants=wants, headers=headers)
    except LateError as error:
        raise NoAnswerError(f"was not sent within {_TOTAL_SECONDS} seconds", "try again later") from error
    except TooLongError as error:
        raise InputError(f"has over {most // 1_000_000} MB, more than is read of one address") from error
    except CutShortError as error:
        raise NoAnswerError(f"broke off after {error.length:,} bytes", "try again later") from error
    except requests.Timeout as error:
        raise NoAnswerError(f"{_host(url)} gave no answer in time", "try again later") from error
    except (requests.exceptions.InvalidURL, UnicodeError) as error:
        raise InputError(f"{_host(url)} is no name of a host, or sends us to what is no address", "check it") from error
    except requests.RequestException as error:
        hint = "check the address and the connection"
        raise NoAnswerError(f"{_host(url)} cannot be reached", hint) from error


def is_page(answer: "requests.Response", kinds: frozenset[str] = PAGES) -> bool:
    """Whether *answer* is an HTML page, or another of *kinds*, by its status and type."""
    return answer.status_code == _OK and _kind(answer.headers.get("Content-Type", "")) in kinds


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _next(url: str, location: str) -> str:
    """The address to which the page at *url* redirects."""
    try:
        return urljoin(url, location).partition("#")[0]
    except ValueError as error:
        raise InputError(f"redirects to {location!r}, which is no address", "check the address in a browser") from error


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def page_of(answer: "Answer", url: str, kinds: frozenset[str] = PAGES) -> FetchedPage:
    """The page that *url* gave as its *answer*, of one of *kinds*.

    Raises InputError for any other kind, ListingError for a possible feed instead of a page.
    """
    if answer.status != _OK:
        hint = _STATUS_HINTS.get(answer.status, "check the address in a browser, or try again later")
        raise InputError(f"{_host(url)} answers {answer.status} {answer.reason}".rstrip(), hint)
    kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
    if kinds is PAGES and _kind(kind) in _LISTINGS:
        raise ListingError(f"is {kind.strip()}, not an HTML page", "build and corpus read the articles of a feed")
    if _kind(kind) not in kinds:
        wanted = "an HTML page" if kinds is PAGES else "of a kind that is read here"
        raise InputError(f"is {kind.strip()}, not {wanted}", "give the address of the article's page")
    charset = next(
        (word.partition("=")[2] for word in rest.split(";") if word.strip().lower().startswith("charset=")), ""
    )
    return FetchedPage(answer.body, charset.strip().strip("\"'") or None, url)
