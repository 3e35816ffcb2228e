"""The agency that signs off a paragraph: "… until the spring. — Reuters"."""

import re
from functools import cache

from ld.read.vocabulary import phrases
from ld.text.alternatives import any_of

WORDS = 8
"""The fewest words before the agency."""
_REACH = 60


def agency_names() -> str:
    """A regular expression for the names with which news agencies sign."""
    return any_of(_names())


def sign_off(text: str) -> re.Match[str] | None:
    """The match of the agency that signs off *text*, from the dash or bracket before it on, with its "name"."""
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
