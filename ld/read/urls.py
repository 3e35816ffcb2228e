"""URLs: which are absolute and well-formed, and the words of their host and path."""

import re
from urllib.parse import unquote, urlsplit

_ILLEGAL = re.compile(r"[\s\x00-\x20\x7f<>\"{}|\\^`\ud800-\udfff]")
_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")
_WORD = re.compile(r"[^\W_]+")
_LEAST_SLUG = 3
_NOT_NAMES = frozenset(("www", "com", "co", "net", "org", "news", "edition", "mobile", "amp", "blog", "blogs"))


def is_absolute_url(text: str) -> bool:
    """Whether *text* is an http or https URL with a host, and legal as an IRI."""
    if _ILLEGAL.search(text) or re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return False
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and port != 0 and (":" in host or bool(_HOST.fullmatch(host)))


def slug_words(url: str) -> frozenset[str]:
    """The words, in lower case, of the URL's path segment that has most of them; empty below three words."""
    segments = unquote(urlsplit(url).path).split("/")
    words = max(([word for word in _WORD.findall(part.casefold()) if not word.isdigit()] for part in segments), key=len)
    return frozenset(words) if len(words) >= _LEAST_SLUG else frozenset()


def host_labels(url: str) -> list[str]:
    """The labels of the URL's host that may name a publisher, the longest first, hyphens dropped."""
    labels = (urlsplit(url).hostname or "").split(".")[:-1]
    names = {label.replace("-", "") for label in labels if label not in _NOT_NAMES}
    return sorted((name for name in names if len(name) > 2), key=lambda name: (-len(name), name))  # noqa: PLR2004
