"""JSON inside a ``script`` element: nothing in it can end the element or begin another."""

import json
import re
from typing import Any

from ld.errors import InputError

MARK = "data-generator"
MAKER = "article-ld"
"""Our element is known by ``data-generator="article-ld"``."""

_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\x7f"}
_NONCE = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")


def json_text(document: Any) -> str:
    r"""*document* as JSON on one line, in ASCII without ``<``, ``>`` and ``&``.

    So it can stand in a page of any encoding, and holds no ``</script>``, ``<!--``, ``<script``, ``]]>`` or U+2028,
    which JSON may all write as ``\u`` escapes (RFC 8259, section 7).
    """
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":")).translate(_UNSAFE)


def element(document: Any, nonce: str | None = None) -> str:
    """The ``script`` element that holds *document*. Raises InputError for a *nonce* that is none."""
    if nonce is not None and not _NONCE.fullmatch(nonce):
        raise InputError(f"{nonce!r} is not a nonce", "give it in base64, as in the Content-Security-Policy header")
    attribute = "" if nonce is None else f' nonce="{nonce}"'
    return f'<script type="application/ld+json" {MARK}="{MAKER}"{attribute}>{json_text(document)}</script>'
