"""Which lines of a pasted page belong to the page, not to the article: menus, appeals, headings of boxes."""

import re
from functools import cache

from ld.read.vocabulary import by_first_word, phrase_set, phrases
from ld.text.alternatives import any_of

_LETTER = re.compile(r"[^\W\d_]")
_OPENING_QUOTE = "\"'“‘«„「『"
_NOTE = re.compile(
    r"""
    ^\W* (?:contact|e-?mail|follow|reach|tweet|write[ ]to)\b .{0,150}?
      (?:\w@\w|(?<!\S)@\w)                                   # Contact Nora Quist at nq@river.example
    | \bcontributed[ ](?:\w+[ ]){0,2}?to[ ](?:this|the)[ ](?:article|piece|report|reporting|story)\b
    | \bcontributed[ ]reporting\b
    """,
    re.VERBOSE,
)
_ADDRESSES = re.compile(r"\b(?:you|your|we|our|us)\b|(?:^|[.?!:] )(?:click|donate|join|sign up|subscribe)\b")
_ADDRESSED = ("you", "our", "we", "us", "click", "donate", "join", "sign up", "subscribe")
"""Everything that ``_ADDRESSES`` matches contains one of these."""
_SENT_AWAY = re.compile(
    r"""
    (?: buy | check[ ]out | find[ ]out | get[ ](?:the|your) | learn[ ]more | listen[ ]to | read | see[ ](?:the|more|all)
      | sign[ ]up | subscribe | you[ ]can[ ](?:buy|find|read|see|watch)
      # these are nouns, too: "Shop owners are worried here."
      | (?:download|order|register|shop|view|watch)
        [ ](?:all|an?|for|here|it|live|more|now|online|our|the|them|this|tickets|to|your)
    )\b
    """,
    re.VERBOSE,
)
_ARROWS = ">›»→/"
_TRAIL = re.compile(r"[^>›»→/]{1,41}+(?:[>›»→][^>›»→/]{1,42}+){1,6}|[^>›»→/]{1,40}(?: / [^>›»→/]{1,40}){2,6}")
_CHROME_WORDS = 60
WITHIN_WORDS = 22
"""The most words that a line may have to count as chrome for a phrase of chrome anywhere in it."""
_STOP_WORDS = 8
_APPEALS = 2
_APPEAL_WORDS = 4
_APPEALING_WORDS = 10
_LONG_APPEALS = 3


def is_stop(key: str, words: int) -> bool:
    """Whether a folded line is the heading of a box of other stories, comments or tags."""
    if words > _STOP_WORDS or not key:
        return False
    if key in phrase_set("stops"):
        return True
    candidates = by_first_word("stops").get(key.partition(" ")[0], ())
    return any(phrase.endswith("*") and key.startswith(phrase[:-1]) for phrase in candidates)


def is_chrome(text: str, key: str, words: int) -> bool:
    """Whether a line, given with its folded form, belongs to the page and not to the article."""
    if not key or key in phrase_set("chrome-lines") or not _LETTER.search(key):
        return True
    if "</" in text or "<script" in text or text.startswith(('{"', "://", "http", "©")):
        return True
    if text[0] in _OPENING_QUOTE:
        return False
    if words > _CHROME_WORDS:
        return _appeals_times(key) >= _LONG_APPEALS
    if _is_marked(text, key, words) or _is_note(key) or _is_way_to_more(key, words):
        return True
    return words >= _APPEAL_WORDS and _appeals_times(key) >= _APPEALS


def _is_marked(text: str, key: str, words: int) -> bool:
    """Whether a line begins like chrome, is a trail to a section, or contains phrases of chrome."""
    may_lead = words <= WITHIN_WORDS and any(map(text.__contains__, _ARROWS))
    if begins_with(key, "chrome-starts") or (may_lead and _TRAIL.fullmatch(text)):
        return True
    hits = len(set(_within().findall(key))) if len(key) >= _shortest_within() else 0
    return hits > 1 or (hits == 1 and words <= WITHIN_WORDS)


def _is_way_to_more(key: str, words: int) -> bool:
    """Whether a folded line sends its readers elsewhere: "Read the full report of the council here"."""
    return words <= WITHIN_WORDS and key.endswith(" here") and _SENT_AWAY.match(key) is not None


def _is_note(key: str) -> bool:
    """Whether a folded line says how to reach an author, or who else worked on the article."""
    return ("@" in key or "contribut" in key) and _NOTE.search(key) is not None


def is_appeal(key: str, words: int, least: int = _APPEALS) -> bool:
    """Whether a folded line of some length asks its readers for money or the like, in *least* typical words or more."""
    return words >= _APPEALING_WORDS and _appeals_times(key) >= least


def _appeals_times(key: str) -> int:
    """The number of words of appeals in a folded line that addresses its readers, one less if it quotes somebody."""
    appeals = _appeals().findall(key) if any(map(key.__contains__, _ADDRESSED)) else ()
    return len(set(appeals)) - ('"' in key) if appeals and _ADDRESSES.search(key) else 0


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of(phrases('chrome-within'))}")


@cache
def _shortest_within() -> int:
    return min(map(len, phrases("chrome-within")))


@cache
def _appeals() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of((*phrases('chrome-within'), *phrases('chrome-words')))}(?![a-z])")


def begins_with(key: str, name: str) -> bool:
    """Whether a folded line begins with a phrase of the data file *name*, as whole words."""
    candidates = by_first_word(name).get(key.partition(" ")[0])
    if not candidates:
        return False
    return any(key.startswith(phrase) and not key[len(phrase) : len(phrase) + 1].isalnum() for phrase in candidates)
