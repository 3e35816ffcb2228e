"""The agency that signs off a paragraph: "… until the spring. — Reuters"."""

import re
from functools import cache

from ld.read.vocabulary import phrases
from ld.text.alternatives import any_of

WORDS = 8
"""How many words stand before the agency at least."""
_REACH = 60


def agency_names() -> str:
    """A regular expression for the names of the news agencies, as they sign."""
    return any_of(_names())


def sign_off(text: str) -> re.Match[str] | None:
    """Where an agency signs off *text*, behind a dash or in brackets: from the mark before it on, with its "name"."""
    if not text.rstrip(").").endswith(_names()):
        return None
    match = _sign_off().search(text, max(0, len(text) - _REACH))
    return match if match and len(text[: match.start()].split()) >= WORDS else None


@cache
def _names() -> tuple[str, ...]:
    names = phrases("news-agencies")
    return (*names, *(name.upper() for name in names if " " in name))


@cache
def _sign_off() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.,!?”\"])\s?(?:(?:–|—|--|-)\s?|\()(?P<name>{agency_names()})\)?\.?$")
