"""What a store's server answered, and whether that is success, a refusal, or a fault that may pass."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import requests

from ld.errors import StoreError, StoreUnavailableError

PASSING = (429, 502, 503, 504)
"""Statuses of faults that may pass: the same request may have an answer later."""
_EXCERPT = 200
_BEGINNING = 65_536
"""Bytes of a body in which a refusal is looked for."""

_VIRTUOSO_REFUSAL = re.compile(r"\bVirtuoso (?!40|08|S1)\w{5} Error\b")
"""Virtuoso answers 500 to requests that it will never accept; SQLSTATEs for deadlocks, lost links and time-outs may
pass.
"""


class ServerAnswer(NamedTuple):
    """What a server answered: all of it, with its body unpacked, and the *address* that was asked."""

    address: str
    status: int
    reason: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def excerpt(self) -> str:
        """How its body begins, on one line."""
        return " ".join(self.content[: 4 * _EXCERPT].decode("utf-8", "replace").split())[:_EXCERPT]


def accepted(answer: ServerAnswer) -> ServerAnswer:
    """*answer*, if it is one of success; else a StoreError, or a StoreUnavailableError where it may pass."""
    if 200 <= answer.status < 300:  # noqa: PLR2004 - RFC 9110, section 15.3
        return answer
    message = f"{answer.address}: answered {answer.status} {answer.reason}: {answer.excerpt}"
    if answer.status in {401, 403}:
        raise StoreError(message, "set ARTICLE_LD_USER and ARTICLE_LD_PASSWORD, or ARTICLE_LD_TOKEN, or use netrc")
    if _VIRTUOSO_REFUSAL.search(answer.content[:_BEGINNING].decode("utf-8", "replace")):
        raise StoreError(message)
    if answer.status in PASSING or answer.status == requests.codes.server_error:
        raise StoreUnavailableError(message, "try again later")
    raise StoreError(message)
