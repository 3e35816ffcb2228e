"""What a name after a title stands for: the holder of the post, or only the owner or the seat of it."""

import functools
import re

from ld.mentions import MentionIndex, Named
from ld.text.lexicon import any_of, word_set, words


def owned(text: str, names: MentionIndex, named: Named) -> Named | None:
    """*named*, or the body that it owns: "of the University’s Harbour Institute"; None if that is not a known one.

    Whoever heads the governing part of a body heads the body.
    """
    if named.mention.kind == "demonym" and _LONGER.match(text, named.end):
        return None
    if is_no_holder(text, named):
        return None
    if named.entity.kind != "organization" and (
        _OWNED_NAME.match(text, named.end) or _named_so().match(text, named.end)
    ):
        return names.starting_at(named.end + 3, named.end + 3, "organization")
    owner = _OWNER.match(text, named.end) if named.entity.kind == "organization" else None
    if owner and _GOVERNING.match(text, owner.end()):
        return named
    return names.starting_at(owner.end(), owner.end(), "organization") if owner else named


def is_no_holder(text: str, named: Named) -> bool:
    """Whether *named* only describes what follows: its seat, "of Toledo, Ohio-based", or what it belongs to.

    So it is with an officer of the body, "a lawyer for the Board secretary", and a place's own body, "for Ohio’s port";
    a longer name goes on after a single word, "of Doctors for Peace", or the name follows, "at London bankers Quist".
    """
    if _SEAT.match(text, named.end):
        return True
    if named.entity.kind == "organization":
        if _FOR_NAME.match(text, named.end) and " " not in named.mention.exact:
            return True
        following = _NEXT_WORD.match(text, named.end)
        if _OTHER_NAME.match(text, named.end) and _named_so().match(text, named.end):
            return True
        return following is not None and following["word"] in word_set("phrases/post_titles") | {"PAC"}
    return named.entity.kind == "place" and _OWNED_THING.match(text, named.end) is not None


_SEAT = re.compile(r"(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?-based\b")
_FOR_NAME = re.compile(r"\s(?:for|Against|against)\s(?:an?\s|the\s)?[A-Z]")
_OTHER_NAME = re.compile(r"\s[a-z]+\s[A-Z]")
_NEXT_WORD = re.compile(r"\s(?P<word>[\w-]+)")
_OWNED_THING = re.compile(r"[’']s\s+(?!(?:government|cabinet|parliament|assembly|legislature)\b)[a-z]")
_OWNER = re.compile(r"[’']s\s+(?=\w)")
_LONGER = re.compile(
    r"""
    \s (?! (?: Republic | Government | Cabinet | Kingdom | Federation | State
          | Prime | President | Minister | Chancellor | King | Queen | Foreign | Defen[cs]e | Interior | Finance ) \b )
    [A-Z]                                                                       # Harbour League
    """,
    re.VERBOSE,
)
"""After an adjective: the name that it begins, "of the Egyptian Harbour League"."""
_OWNED_NAME = re.compile(r"[’']s\s+(?=[A-Z])")
"""After a place or a country: something with a name of its own, "of Oslo’s Harbour Museum"."""


@functools.cache
def _named_so() -> re.Pattern[str]:
    """After a place or a country: something called by it, "of the Oslo mosque"."""
    nouns = any_of(*words("roles/organization_nouns"), "police", "army", "navy", "unit", "arm", "division", "office")
    return re.compile(rf"\s (?:[a-z]+\s)? (?:{nouns}) \b", re.VERBOSE)


_GOVERNING = re.compile(r"(?:[a-z]+\s)?(?:bureau|board|executive|council|leadership|politburo|committee|secretariat)\b")
