"""What the words before the head of a title after a name are: a part of it, or a clause of their own."""

import re
from collections.abc import Collection

from ld.text.lexicon import word_set


def led_by(tokens: list[re.Match[str]], start: int, stop: int) -> int:
    """The index of the first word of a leader's title with the word for those led: "troop leader", "rebel leader"."""
    if start == 0 or stop - start > 1 or tokens[start].group().lower() != "leader":
        return start
    word = tokens[start - 1].group()
    is_free = word in word_set("roles/words_before_titles") | word_set("phrases/title_limits") or word in _DETERMINERS
    return start if is_free or not _PLAIN.fullmatch(word) else start - 1


def is_clause(said: list[str], first: int, ends: Collection[str]) -> bool:
    """Whether the words before the head of a title are a subject and its verb: "NAME, OTHER wage delegate war".

    *said* ends with the word behind the title, the head of which is at *first*; a word of *ends* may follow any title.
    """
    is_open = len(said) > first + 1 and said[-1].islower() and said[-1] not in ends
    return is_open and first > 1 and said[0][0].isupper() and all(map(str.islower, said[1:first]))


def is_of_unit(tokens: list[re.Match[str]]) -> bool:
    """Whether the words before a title name the part of a company that it is for: "computer products group"."""
    words_before = [token.group() for token in tokens]
    return bool(words_before) and words_before[-1] in _UNITS and all(map(_PLAIN.fullmatch, words_before))


_UNITS = frozenset(("group", "unit", "division", "department", "technical", "regional", "branch", "sector"))
_PLAIN = re.compile(r"(?<![\w-])[a-z\d][a-z\d-]{2,}[a-z](?<!ing)(?<!ed)(?![\w-])")
_DETERMINERS = frozenset(("this", "that", "their", "only", "main", "same"))

BEFORE_ONLY = {
    **{field: {"coach", "expert", "instructor"} for field in ("relationship", "dating", "fitness")},
    "under": {"secretary"},
    "press": {"secretary", "officer", "spokesman", "spokeswoman"},
    "peace": {"envoy", "negotiator"},
    "fire": {"captain", "chief", "commissioner"},
    "mine": {"manager"},
    "lord": {"mayor", "chancellor"},
    "human": {"rights", "resources"},
    "emergency": {"services", "management", "spokesman", "spokeswoman"},
    "civil": {"rights"},
    **{field: {"affairs"} for field in ("religious", "tribal", "aboriginal", "indigenous", "multicultural")},
    "home": {"affairs", "minister", "secretary"},
    "homeland": {"security"},
    "racing": {"minister"},
    "gaming": {"minister"},
    "roads": {"minister"},
}
"""Modifiers that belong to a title only before these words: "under President NAME" gives a time."""
