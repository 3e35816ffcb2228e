"""The words that name a speaker who is no known entity: the noun phrase beside a verb of saying."""

import functools
import re
from typing import NamedTuple

from ld.extract.speech.cues import reports
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, word_set, words


class Phrase(NamedTuple):
    """A noun phrase: its offsets in the article's text."""

    start: int
    end: int


def phrase_before(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that the verb at *end* has as its subject: the last of what stands from *start* on.

    What is told in passing between commas is left out, and so are adverbs and auxiliaries before the verb.
    None for a pronoun, for a whole clause, and for what does not look like a noun phrase.
    """
    start = max(start, end - _REACH)
    stop = start + len(_TAIL.sub("", text[start:end]).rstrip(_BLANKS))
    passing = _BRACKETS.search(text, start, end) or _PASSING.search(text, start, end)
    if passing and _TAIL.fullmatch(text, passing.end(), end):
        stop = passing.start()
    opening = list(_boundary().finditer(text, start, stop))
    first = opening[-1].end() if opening else start
    return _trimmed(text, first, stop)


def phrase_after(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase right behind an inverted verb that ends at *start*: "said a SPOKESMAN for the BOARD"."""
    match = _phrase_end().search(text, start, end)
    return _trimmed(text, start, match.start() if match else end)


def _trimmed(text: str, start: int, end: int) -> Phrase | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    end = start + len(text[start:end].rstrip(_BLANKS))
    last = _LAST_WORD.search(text, start, end)
    if last and last[1] not in word_set("abbreviations"):
        end -= 1
    tokens = text[start:end].split()
    if (
        not tokens
        or (len(tokens) == 1 and tokens[0].lower() in _DETERMINERS)
        or len(tokens) > _MOST_WORDS
        or "\n" in text[start:end]
        or not _PHRASE.fullmatch(text, start, end)
    ):
        return None
    lowered = [re.split(r"[’']", token.lower().strip(",.()"))[0] for token in tokens]
    if (
        lowered[0] in word_set("speech/no_subject_openers")
        or tokens[0].endswith("ing")
        or not word_set("speech/clause_words").isdisjoint(
            lowered[:1] if _TO_SOMEBODY.search(text, start, end) else lowered
        )
        or any(_VERBAL.fullmatch(token) or reports(token) for token in tokens)
    ):
        return None
    if tokens[0] in word_set("function_words") and lowered[0] not in _DETERMINERS:
        return None
    plural = lowered[-1] in word_set("phrases/group_nouns") | word_set("speech/document_nouns") | _PLURALS
    opens = not tokens[0][0].islower() or tokens[-1][0].isupper() or lowered[0] in _DETERMINERS or plural
    return Phrase(start, end) if opens and lowered[-1] not in word_set("prepositions") else None


_TO_SOMEBODY = re.compile(r"\b(?i:aides?|advis[eo]rs?|close|ambassadors?|envoys?)\s+to\s")
_VERBAL = re.compile(r"[a-z]{2,}ed")
_LAST_WORD = re.compile(r"(\w{2,})\.\Z")
_BLANKS = " \t\n\xa0,“”\"‘’'—–-:;"
_MOST_WORDS = 12
_REACH = 400
_DETERMINERS = frozenset(
    ("the", "a", "an", "one", "another", "his", "her", "its", "their", "my", "our", "some", "many", "several", "most")
)
_PLURALS = frozenset(("sources", "aides", "people", "critics", "others", "fans", "students", "voters", "reporters"))
_PHRASE = re.compile(r"[\w$][\w.,’'&()/ \xa0-]*")
_MANNER = (
    r"(?:\w+ly|also|has|had|have|is|was|would|will|did|do|could|then|later|further|again|once|often|long|just|never"
    rf"|even|still|first|who|which|to|(?i:{WEEKDAY})|on\s+\w+day|in\s+(?:a|an|his|her|its|their)\s+\w+)"
)
_TAIL = re.compile(rf"(?:[\s,]+{_MANNER})*[\s,]*$")
_BRACKETS = re.compile(r"\s\([^()\n]{1,60}\),?(?=[^,“”\"\n]*$)")
_PASSING = re.compile(r",[^,“”\"\n]{2,120},(?=[^,“”\"\n]*$)")


@functools.cache
def _boundary() -> re.Pattern[str]:
    """What a subject cannot reach across: marks of the clause, and conjunctions unless names stand on both sides."""
    return re.compile(
        r"[“”\";:!?—–]\s*|,\s+(?!(?:Jr|Sr)\b)|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.\s+|\s-+\s"
        r"|\b(?:And|But|So|Then|Yet|Still|Later|Meanwhile)\s+|\b(?:that|while|[Aa]s|because|when|if|who|which|but|whether|where)\s+|(?<![A-Z]\w)\band\s+(?![A-Z])"
    )


@functools.cache
def _phrase_end() -> re.Pattern[str]:
    """Where a phrase behind its verb ends: at a mark, a relative clause, or a preposition other than of and for."""
    stops = set(words("prepositions")) - {"of", "for"}
    return re.compile(
        r"[“”\",;:!?(\n—–]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.(?:\s|$)|\s-+\s|$"
        rf"|\s(?:who|which|that|as|when|while|after|before|if|because|last|this|{any_of(*stops)}|\w+day|\w+ly|[a-z]{{3,}}ed)\b"
    )
