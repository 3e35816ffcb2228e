"""Pages from the Web: one request and few redirects, to public addresses only unless the user allows others."""

import time
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
_PAGE_MOST = 10_000_000
_HTML = frozenset(("text/html", "application/xhtml+xml", ""))
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


class FetchedPage(NamedTuple):
    """A page's bytes, the encoding that the HTTP header names, and the *address* after all redirects."""

    page: bytes
    charset: str | None
    address: str


def fetch(url: str, *, allow_private: bool = False) -> FetchedPage:
    """The HTML page at *url*, an absolute http or https URL.

    At most 5 redirects, 10 MB (unpacked) and 60 seconds, from the look-up of its name to the last byte of the page.
    Hosts that are not public (private, loopback, link-local, reserved) are refused, each hop anew and at the address
    that was really connected to, unless *allow_private*.
    Proxies of the environment are used only then, for what lies behind them cannot be checked.
    Raises InputError with the reason when there is no page to be had.
    """
    from ld.read.public_hosts import session_for  # noqa: PLC0415 - imported late: requests takes a sixth of a second

    deadline = time.monotonic() + _TOTAL_SECONDS
    with session_for(allow_private=allow_private) as session:
        session.headers.update({"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml;q=0.9"})
        for _ in range(_REDIRECTS_MOST + 1):
            _check(url)
            answer = _answer(session, url, deadline - time.monotonic())
            if answer.status not in _REDIRECTS or "Location" not in answer.headers:
                return _page(answer, url)
            url = _next(url, answer.headers["Location"])
    raise InputError(f"redirects more than {_REDIRECTS_MOST} times", "open it in a browser, and give the last address")


def _check(url: str) -> None:
    if not is_absolute_url(url):
        raise InputError(f"{url!r} is no http or https address", "give it in full: https://example.org/news/story")
    if urlsplit(url).username is not None:
        raise InputError("carries a user name, which would be sent to the site", "give the address without it")


def _answer(session: "WatchedSession", url: str, seconds: float) -> "Answer":
    import requests  # noqa: PLC0415

    from ld.exchange import CutShortError, LateError, TooLongError, exchange  # noqa: PLC0415

    try:
        return exchange(session, "GET", url, seconds=seconds, most=_PAGE_MOST, wants=_is_page)
    except LateError as error:
        raise InputError(f"was not sent within {_TOTAL_SECONDS} seconds", "try again later") from error
    except TooLongError as error:
        raise InputError(f"has over {_PAGE_MOST // 1_000_000} MB, more than an article's page has") from error
    except CutShortError as error:
        raise InputError(f"broke off after {error.length:,} bytes", "try again later") from error
    except requests.Timeout as error:
        raise InputError(f"{_host(url)} gave no answer in time", "try again later") from error
    except (requests.exceptions.InvalidURL, UnicodeError) as error:
        raise InputError(f"{_host(url)} is no name of a host, or sends us to what is no address", "check it") from error
    except requests.RequestException as error:
        hint = "check the address and the connection"
        raise InputError(f"{_host(url)} cannot be reached", hint) from error


def _is_page(answer: "requests.Response") -> bool:
    return answer.status_code == _OK and _kind(answer.headers.get("Content-Type", "")) in _HTML


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _next(url: str, location: str) -> str:
    """Where the page at *url* sends us."""
    try:
        return urljoin(url, location).partition("#")[0]
    except ValueError as error:
        raise InputError(f"redirects to {location!r}, which is no address", "check the address in a browser") from error


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _page(answer: "Answer", url: str) -> FetchedPage:
    if answer.status != _OK:
        hint = _STATUS_HINTS.get(answer.status, "check the address in a browser, or try again later")
        raise InputError(f"{_host(url)} answers {answer.status} {answer.reason}".rstrip(), hint)
    kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
    if _kind(kind) not in _HTML:
        raise InputError(f"is {kind.strip()}, not an HTML page", "give the address of the article's page")
    charset = next(
        (word.partition("=")[2] for word in rest.split(";") if word.strip().lower().startswith("charset=")), ""
    )
    return FetchedPage(answer.body, charset.strip().strip("\"'") or None, url)
