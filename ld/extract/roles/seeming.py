"""Titles beside a name that are not posts of its bearer: what a prize is for, the name of a work, somebody else's."""

import re

from ld.extract.phrases.titles import Title
from ld.mentions import Named
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading


def is_none_before(text: Reading, title: Title, named: Named) -> bool:
    """Whether the *title* before the name *named* is not a post of its bearer."""
    return _says(text, title, named) or _is_of_work(text, title) or _is_of_other(text, title)


def is_none_behind(text: Reading, title: Title) -> bool:
    """Whether the *title* after a name is not a post of its bearer."""
    return is_of_show(text, title) or _is_prize(text, title)


def is_of_show(text: Reading, title: Title) -> bool:
    """Whether somebody called a judge does not sit in a court: "a judge on The Harbour Show"."""
    is_judge = text[title.start : title.end].lower() in {"judge", "head judge"}
    return is_judge and _ON_SHOW.match(text, title.end) is not None


_ON_SHOW = re.compile(r" (?:on|for) (?!the\b[^.]*\b(?:Court|court|bench|Circuit|circuit)\b)")


def _is_prize(text: Reading, title: Title) -> bool:
    """Whether the *title* is what a prize is for: "NAME, best director for ANOTHER"."""
    return "best" in text[title.phrase_start : title.start].lower().split()


def _is_of_work(text: Reading, title: Title) -> bool:
    """Whether the *title* ends the name of a book or a film: "The Winter of King NAME"."""
    return _ROYAL.match(text, title.start) is not None and search_before(_WORK, text, title.start, _REACH) is not None


_ROYAL = re.compile(r"(?:King|Queen|Prince|Princess)\b")
_WORK = re.compile(r"\b(?:The|A)\s[A-Z][a-z]+\sof\s\Z")


def is_of_next(text: Reading, title: Title) -> bool:
    """Whether the *title* after a name may belong to the next one in a list: "NAME, the minister, OTHER, and"."""
    return text.startswith("the ", title.phrase_start) and text.startswith(", ", title.end)


def _is_of_other(text: Reading, title: Title) -> bool:
    """Whether the bearer only assists the holder of the *title*: "Counsel assisting the Commissioner, NAME"."""
    return search_before(_ASSISTING, text, title.start, _REACH) is not None


_ASSISTING = re.compile(r"\b[Aa]ssisting\s(?:the\s)?\Z")


def _says(text: Reading, title: Title, named: Named) -> bool:
    """Whether the *title* before a comma is somebody else's, of whom *named* speaks: "the president, NAME said"."""
    verb = _NEXT_WORD.match(text, named.end)
    return "," in text[title.end : named.start] and verb is not None and verb[1] in word_set("phrases/speech_verbs")


_NEXT_WORD = re.compile(r"\s([a-z]+)(?!\w)")
_REACH = 40
