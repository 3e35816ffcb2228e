"""Makes foreign text harmless for terminals and logs: nothing in it can move the cursor or reverse the direction."""

import re

_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
_PICTURES = 0x2400
_CONTROLS = 0x20


def visible(text: str) -> str:
    """*text* with each control character except the tab, and each that changes the direction, replaced by a symbol."""
    return _UNSEEN.sub(lambda match: _sign(ord(match.group())), text)


def _sign(code: int) -> str:
    return chr(_PICTURES + code) if code < _CONTROLS else "\N{REPLACEMENT CHARACTER}"
