"""Whether words in the knowledge base are a whole name at their position, or part of a longer one."""

import re
from collections.abc import Sequence

from ld.extract.entities.known.runs import Word
from ld.extract.phrases.capitalised import is_calendar, is_title
from ld.text.before import search_before
from ld.text.lexicon import word_set


def is_whole(run: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Whether the words are not part of a longer name: the word beside them is a title, or opens the sentence."""
    if not ends_name(run, last, text) or _CUT.search(text, max(0, run[first].start - 12), run[first].start):
        return False
    if first == 0:
        return True
    before = run[first - 1]
    if run[first].before:
        return _is_apart(run, first)
    if len(run[first].text) == 1 and first == last:  # the "X" of "Saw X" is a number
        return False
    return before.text not in _BEGINNINGS and (
        before.text in word_set("function_words")
        or is_calendar(before.text)
        or before.text in word_set("countries/attributive")
        or before.text.lower() in word_set("phrases/title_modifiers")
        or before.text in _SIDES
        or (first == 1 and opens(text, before.start) and before.text.lower() in word_set("ordinary_words"))
    )


def _is_apart(run: Sequence[Word], first: int) -> bool:
    """Whether a name can begin at *first*, after small words: "Bank and Boeing", "Mayor of London"."""
    joiner = run[first].before
    if joiner.startswith("at"):
        return not any(word.text in {"University", "College"} for word in run[:first])
    if _APART.match(joiner):
        return True
    return joiner.startswith("of") and is_title(run[first - 1].text)


_APART = re.compile(r"(?:[’']s\b|and|&|at|for|on|y|et)(?:$| )")
"""Joiners where one name may end and another begin."""
_CUT = re.compile(r"\b(?:St|Ste|Mt|Ft)\.[ \xa0]$|\b[vV]s?\.?[ \xa0]$")
"""What precedes the rest of a name ("St. Charles County"), or separates the parties of a case ("Quill v. Ohio")."""
_BEGINNINGS = frozenset(
    (
        *("East", "El", "Fort", "Great", "La", "Las", "Little", "Los", "Mount", "New", "North", "Port", "Saint", "San"),
        *("Santa", "South", "West"),
    )
)
"""First words of places that another place may be named after: "New York City"."""
_SIDES = frozenset(("Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower", "Downtown"))


def ends_name(run: Sequence[Word], last: int, text: str) -> bool:
    """Whether the name ends at the word *last*: neither another word nor a number follows ("San Francisco 49ers")."""
    if last + 1 < len(run):
        if run[last + 1].text == "State" and not run[last + 1].before:  # "Ohio State" is a university
            return last + 2 < len(run) and is_title(run[last + 2].text)
        return _may_follow(run[last + 1])
    return _GOES_ON.match(text, run[last].end) is None


_GOES_ON = re.compile(r"[ \xa0](?:\d+(?:ers|st|nd|rd|th)\b|v\.|vs\.?)|-[A-Z]|[+$€£]")


def _may_follow(word: Word) -> bool:
    """Whether the next word of the run leaves the name complete: "Texas Governor", "Google and", "Boeing Monday"."""
    if word.before:
        return _APART.match(word.before) is not None
    return (
        (is_title(word.text) and word.text != "Head")  # "Hilton Head"
        or word.text.lower() in word_set("phrases/title_modifiers")
        or word.text in word_set("honorifics")
        or is_calendar(word.text)
    )


def opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at *start*."""
    return search_before(_OPENING, text, start, 4) is not None or start == 0


_OPENING = re.compile(r"(?:^|[.!?:;”\"“‘*–—]\s*|\n\s*)$")
