"""What both middlewares do with a response: decide whether it is a page, and insert the block."""

import json
from collections.abc import Callable, Iterable
from email.message import Message
from typing import NamedTuple

from ld.errors import InputError
from ld.facts import Facts
from ld.read.html.encoding import opened
from ld.web.page import embed
from ld.web.profile import profile

Source = Callable[[str], Facts | str | None]
"""Maps a page's address, without its query, to the facts of its article or their JSON-LD; None if it has none."""

MOST_BYTES = 10_000_000
"""A longer page is passed on as it is: it would have to be held in memory."""

_OF_THE_BODY = frozenset(("content-length", "etag", "content-md5", "digest", "content-digest", "accept-ranges"))
_OK = 200

Headers = list[tuple[str, str]]


class Page(NamedTuple):
    """A page that is to get a block: the description of its article, and the charset of its header."""

    said: Facts | str
    nonce: str | None
    charset: str | None

    def embedded(self, body: bytes) -> bytes:
        """*body* with the block; as it is if it is in an encoding that no browser reads."""
        try:
            opened(body, self.charset)
        except InputError:
            return body
        document = json.loads(self.said) if isinstance(self.said, str) else profile(self.said).document
        return embed(body, document, nonce=self.nonce, charset=self.charset).page


def is_page(method: str, status: int, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether an answer is a whole HTML page whose bytes can be read: not compressed, not a part, not an error."""
    found = {name.lower(): value for name, value in headers}
    plain = found.get("content-encoding", "identity").strip().lower() in ("", "identity")
    kind = found.get("content-type", "").partition(";")[0].strip().lower()
    return plain and kind == "text/html" and status == _OK and method in ("GET", "HEAD")


def charset(headers: Iterable[tuple[str, str]]) -> str | None:
    """The charset that the Content-Type header names."""
    message = Message()
    message["Content-Type"] = next((value for name, value in headers if name.lower() == "content-type"), "")
    found = message.get_param("charset")
    return found if isinstance(found, str) else None


def without_body_headers(headers: Headers) -> Headers:
    """*headers* without those that describe the old body: its length, its tag, its digests."""
    return [(name, value) for name, value in headers if name.lower() not in _OF_THE_BODY]
