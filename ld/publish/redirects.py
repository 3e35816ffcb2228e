"""Redirects of a store's server: where a request may be sent on, and whether that is the same site (RFC 9110, 15.4)."""

from urllib.parse import SplitResult, urljoin, urlsplit

from ld.errors import StoreError
from ld.publish.endpoints import host_of, is_http
from ld.publish.server_answers import ServerAnswer

REDIRECTS = frozenset((301, 302, 303, 307, 308))

_KEEPING_METHOD = frozenset((307, 308))

_PORTS = {"http": 80, "https": 443}


def redirect_target(method: str, answer: ServerAnswer) -> str:
    """Where *answer* sends a request. Raises StoreError if that is nowhere, or if it would not be the same there."""
    told = f"{answer.address}: redirects ({answer.status})"
    try:
        to = urljoin(answer.address, answer.headers.get("Location", ""))
        parts = urlsplit(to)
        to = parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()
    except ValueError:
        to = ""
    if "Location" not in answer.headers or not is_http(to) or not host_of(to):
        raise StoreError(f"{told} to what is no address", "name the address where the store is")
    if method != "GET" and answer.status not in _KEEPING_METHOD:
        shown = "".join(character for character in to if character.isprintable())
        raise StoreError(
            f"{told} to {shown}, where a {method} would be none any more: it was not done",
            "name that address as the endpoint, if the store is there",
        )
    return to


def is_same_site(one: str, other: str) -> bool:
    """Whether both are of one scheme, host and port, or *other* is the same site behind TLS."""
    before, after = urlsplit(one), urlsplit(other)
    if before.hostname != after.hostname:
        return False
    if before.scheme == after.scheme:
        return _port(before) == _port(after)
    return (before.scheme, after.scheme) == ("http", "https") and (_port(before), _port(after)) == (80, 443)


def _port(address: SplitResult) -> int | None:
    return address.port or _PORTS.get(address.scheme)
