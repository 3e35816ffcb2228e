"""The title of a post beside a name: "Defense Minister NAME", "NAME, a state secretary at …"."""

import re
from typing import NamedTuple

from ld.extract.words import word_set


class Title(NamedTuple):
    """A post's title in the text: its offsets and where the phrase around it begins and ends.

    A country or a body that the phrase names lies between *phrase_start* and *phrase_end*.
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int


def title_before(text: str, name_start: int) -> Title | None:
    """The title that ends right before the name at *name_start*, honorifics and one comma skipped."""
    line = text.rfind("\n", 0, name_start) + 1
    tokens = list(_TOKEN.finditer(text, max(line, name_start - _WINDOW), name_start))
    while tokens and tokens[-1].group() in word_set("honorifics"):
        tokens.pop()
    if not tokens:
        return None
    apposed = tokens[-1].group().endswith(",")
    first = _head(tokens)
    if first is None:
        return None
    while first > 0 and tokens[first - 1].group().lower() in word_set("title_modifiers"):
        first -= 1
    opener = tokens[first - 1].group() if first else ""
    if apposed and opener.lower() not in _DETERMINERS and not re.search(r"[’']s?$", opener):
        return None
    end = tokens[-1].end() - apposed
    return Title(tokens[first].start(), end, tokens[max(0, first - 5)].start(), end)


def title_after(text: str, name_end: int) -> Title | None:
    """The title in the apposition that follows the name ending at *name_end*: ", a state secretary at …"."""
    apposition = _APPOSITION.match(text, name_end)
    if apposition is None:
        return None
    tokens = list(_TOKEN.finditer(text, *apposition.span("phrase")))
    for first in range(min(_FIRST_WORDS, len(tokens))):
        for length in _HEAD_LENGTHS:
            if _is_head(tokens[first : first + length], length):
                return _apposed_title(tokens, first, first + length, apposition)
    return None


def _apposed_title(tokens: list[re.Match[str]], first: int, stop: int, apposition: re.Match[str]) -> Title | None:
    following = tokens[stop].group() if stop < len(tokens) else ""
    if following[:1].isupper() and not apposition["determiner"]:
        return None
    start = first
    while start > 0 and tokens[start - 1].group().lower() in word_set("title_modifiers"):
        start -= 1
    bounded = not following or following in _PREPOSITIONS
    end = apposition.end("phrase") if bounded else tokens[stop - 1].end()
    return Title(tokens[start].start(), tokens[stop - 1].end(), apposition.start("phrase"), end)


_TOKEN = re.compile(r"\S+")
_WINDOW = 90
_FIRST_WORDS = 7
_HEAD_LENGTHS = (4, 3, 2, 1)
_DETERMINERS = frozenset(("the", "its", "his", "her", "their", "a", "an"))
_PREPOSITIONS = frozenset(("of", "at", "in", "for", "with", "from", "to", "on", "and", "who", "under"))
_APPOSITION = re.compile(
    r",\s+(?P<determiner>(?:a|an|the|its|his|her|their|one of the)\s+)?(?P<phrase>[^\W\d_][^,.;:“”\"()\n]{2,90})"
)


def _head(tokens: list[re.Match[str]]) -> int | None:
    """The index in *tokens* of the title's head that ends with the last of them."""
    for length in _HEAD_LENGTHS:
        if length <= len(tokens) and _is_head(tokens[-length:], length):
            return len(tokens) - length
    return None


def _is_head(tokens: list[re.Match[str]], length: int) -> bool:
    if len(tokens) < length:
        return False
    phrase = " ".join(token.group() for token in tokens).rstrip(",")
    titles = word_set("post_titles")
    return phrase in titles or (phrase.lower() in titles and (length > 1 or not phrase.isupper()))
