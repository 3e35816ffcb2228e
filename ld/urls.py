"""URLs: whether they are absolute and well-formed, and the words in their host and path."""

import re
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

_ILLEGAL = re.compile(r"[\s\x00-\x20\x7f<>\"{}|\\^`\ud800-\udfff]")
_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")
_AUTHORITY = re.compile(r"(?:[^@\[\]]*@)?(?:\[(?P<address>[^\[\]]+)\]|[^@\[\]]+)(?::[0-9]*)?")
_BRACKET = re.compile(r"[\[\]]")
_FRAGMENT = re.compile(r"[^#]*(?:#[^#]+)?")
_WORD = re.compile(r"[^\W_]+")
_LEAST_SLUG = 3
_LEAST_LABEL = 3
_NOT_NAMES = frozenset(("www", "com", "co", "net", "org", "news", "edition", "mobile", "amp", "blog", "blogs"))
_SECOND_LEVELS = frozenset(("ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "ne", "net", "or", "org"))


def is_address(source: str) -> bool:
    """Whether *source* is meant as an address of the Web, valid or not, rather than a file."""
    return source.startswith(("http://", "https://"))


def is_absolute_url(text: str) -> bool:
    """Whether *text* is an http or https URL with a host, and legal as an IRI.

    Square brackets are allowed only around an IPv6 address (RFC 3986, section 3.2.2).
    """
    if _ILLEGAL.search(text) or re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return False
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    authority = _AUTHORITY.fullmatch(parts.netloc)
    if authority is None or _BRACKET.search(parts.path + parts.query + parts.fragment):
        return False
    named = _is_ipv6(authority["address"]) if authority["address"] else bool(_HOST.fullmatch(host))
    return parts.scheme in ("http", "https") and port != 0 and named


def whole_url(reference: str, base: str) -> str:
    """*reference* as an absolute URL, resolved against *base* (RFC 3986, section 5); empty if that is impossible.

    Spaces are written as ``%20``, as browsers do.
    """
    written = reference.strip().replace(" ", "%20")
    try:
        url = written if urlsplit(written).scheme else urljoin(base, written)
    except ValueError:
        return ""
    return normal_url(url) if is_absolute_url(url) else ""


def normal_url(url: str) -> str:
    """An absolute *url* with its scheme and host in lower case, as their case is irrelevant (RFC 3986, 6.2.2.1)."""
    scheme, _, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, at, host = authority.rpartition("@")
    return f"{scheme.lower()}://{user}{at}{host.lower()}{rest[len(authority) :]}"


def is_house_iri(text: str) -> bool:
    """Whether *text* can name what Wikidata lacks: a URL in normal form that is not Wikidata's own."""
    if not is_absolute_url(text) or normal_url(text) != text or not _FRAGMENT.fullmatch(text):
        return False
    host = urlsplit(text).hostname or ""
    return host != "wikidata.org" and not host.endswith(".wikidata.org")


def _is_ipv6(address: str) -> bool:
    try:
        IPv6Address(address)
    except AddressValueError:
        return False
    return "%" not in address


def slug_words(url: str) -> frozenset[str]:
    """The words, in lower case, of the URL's path segment that has most of them; empty below three words."""
    segments = unquote(urlsplit(url).path).split("/")
    words = max(([word for word in _WORD.findall(part.casefold()) if not word.isdigit()] for part in segments), key=len)
    return frozenset(words) if len(words) >= _LEAST_SLUG else frozenset()


def host_labels(url: str) -> list[str]:
    """The labels of the URL's host that may name a publisher, the longest first, hyphens dropped."""
    labels = (urlsplit(url).hostname or "").split(".")[:-1]
    names = {label.replace("-", "") for label in labels if label not in _NOT_NAMES}
    return sorted((name for name in names if len(name) >= _LEAST_LABEL), key=lambda name: (-len(name), name))


class HostName(NamedTuple):
    """Letters of a URL's host that may spell its publisher's name.

    *own*: they include the name of the registered domain. *suffix* is what follows that name (".co.uk").
    """

    letters: str
    own: bool
    suffix: str

    @property
    def titled(self) -> bool:
        """Whether the letters spell a "the" before the name."""
        return len(self.letters) >= len("the") + _LEAST_LABEL and self.letters.startswith("the")


def host_names(url: str) -> list[HostName]:
    """What the URL's host may spell: a long sub-domain, a sub-domain with its domain ("Gazette Sport"), the domain.

    A long sub-domain comes first, since the titles of a publishing house are often its sub-domains.
    The registered domain is recognised by its shape: one label before the top level, or before "co.uk" and the like.
    """
    labels = (urlsplit(url).hostname or "").split(".")
    top = 2 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS else 1  # noqa: PLR2004
    *subs, domain = [label.replace("-", "") for label in labels[:-top]] or [""]
    suffix = "." + ".".join(labels[-top:])
    pairs = [(domain + sub, sub + domain) for sub in subs if sub != "www"]
    joined = [HostName(letters, own=True, suffix="") for pair in pairs for letters in pair]
    alone = [HostName(sub, own=False, suffix="") for sub in subs if sub not in _NOT_NAMES and len(sub) > len(domain)]
    names = [*alone, *joined, HostName(domain, own=True, suffix=suffix)]
    return [name for name in names if len(name.letters) >= _LEAST_LABEL and name.letters not in _NOT_NAMES]
