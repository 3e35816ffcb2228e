"""Whether a capital means its government: where it does, owns or meets what a government does."""

import functools
import re

from ld.text.before import text_before
from ld.text.lexicon import any_of, word_set, words


def is_metonym(text: str, start: int, end: int) -> bool:
    """Whether the capital at *start* to *end* clearly means its government.

    Four patterns, each precise rather than complete: "Oslo said", "urged Oslo to", "ties with Oslo", "Oslo's envoy".
    """
    before, after = text_before(text, start, _WINDOW), text[end : end + _WINDOW]
    return bool(
        (_CLAUSE_OPENS.search(before[-_LONGEST_OPENER:]) and _acting().match(after))
        or (_ADDRESSED.match(after) and _addressing().search(before))
        or (before.rstrip().endswith(_DEALING_ENDS) and _dealing().search(before))
        or _owning().match(after)
    )


_WINDOW = 100
_LONGEST_OPENER = 16

_NAME = r"[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?"

_CLAUSE_OPENS = re.compile(
    r"""(?:
        ^
      | [.!?:;,\n“"(\[—–] \s*   # "in the end, "
      | \b (?:                  # "because "
            [Tt]hat | [Ww]hat | [Ww]hich | [Ww]hether | [Ii]f | [Tt]han | [Ss]aid | [Ss]ays | [Aa]nd | [Bb]ut
          | [Aa]s | [Ww]hile | [Ww]hen | [Ww]here | [Aa]fter | [Bb]efore | [Ss]ince | [Uu]ntil | [Bb]ecause
          | (?:[Aa]l)?[Tt]hough
        ) \s
    )$""",
    re.VERBOSE,
)


@functools.cache
def _acting() -> re.Pattern[str]:
    """What follows the subject: " would also seek", " and Bern have agreed"."""
    auxiliary = r"(?:ha[sd]|have|w(?:ould|ill|as|ere)|[cs]hould|could|may|might|must|can|d(?:id|oes|o)|is|are)"
    adverb = r"(?:also|already|still|again|now|then|later|long|never|not|\w+ly)"
    return re.compile(
        rf"""
        (?: [ ]and[ ]{_NAME} )?         # " and Bern"
        [ ] (?: {auxiliary}(?:n't)?[ ] )? (?: {adverb}[ ] ){{0,2}}
        (?: {_saying()} | {_WILL} ) (?![\w-])
        """,
        re.VERBOSE,
    )


@functools.cache
def _addressing() -> re.Pattern[str]:
    """A verb of saying directly before the capital: "urged "."""
    return re.compile(rf"\b {_saying()} \s$", re.VERBOSE)


_WILL = "(?:(?:want|seek|hope|plan|intend)(?:s|ed)?|sought|planned)"
"""Verbs of will."""


@functools.cache
def _saying() -> str:
    return any_of(
        *sorted(
            word_set("phrases/speech_verbs") | word_set("phrases/reporting_verbs") | word_set("phrases/claim_verbs")
        )
    )


_ADDRESSED = re.compile(rf"(?: and {_NAME})? (?:from|to|of|into|for|against)\b")


@functools.cache
def _dealing() -> re.Pattern[str]:
    """What governments have with each other."""
    return re.compile(
        rf"""\b (?i:{any_of(*words("places/dealing_nouns"))}) \s (?:
            (?:with|on|upon|against) \s        # "ties with "
          | between \s (?: {_NAME} \sand\s )?  # "talks between Bern and "
        )$""",
        re.VERBOSE,
    )


_DEALING_ENDS = ("with", "on", "against", "between", "and")


@functools.cache
def _owning() -> re.Pattern[str]:
    """What a government has: "'s envoy", "' new ambassador"."""
    return re.compile(rf"[ ]?'s?[ ] (?:\w+[ ])? {any_of(*words('places/government_nouns'))} (?![\w-])", re.VERBOSE)
