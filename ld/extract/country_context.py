"""Whether a country's words stand for the country, or are part of another name, a person's, or a language's."""

import functools
import re

from ld.extract.words import word_set
from ld.facts import MentionKind

def stands_alone(text: str, start: int, end: int, kind: MentionKind) -> bool:
    """Whether the country's words at *start* to *end* are no part of a longer name.

    A capitalised neighbour makes a longer name ("Air France", "Jordan Smith", "Bank of China"),
    but for titles and offices ("Iraq Prime Minister"), days, and headlines where every word has a capital.
    A demonym goes before any name ("German Chancellor", "the Italian Rossi") but for that of an institution
    ("American Medical Association"); so does a short form of a state's name ("US Senate").
    """
    if text[start:end] in word_set("country_person_names") and is_beside_name(text, start, end):
        return False
    headline = is_headline(text, start, end)
    before, after = _around(text, start, end)
    return _free_before(before, headline=headline) and _free_after(after, lenient=kind != "name", headline=headline)


def is_beside_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word that opens no sentence or title stands directly before or behind."""
    before, after = _around(text, start, end)
    previous, following = _PREVIOUS.search(before), _FOLLOWING.match(after)
    if following and following["word"] not in word_set("country_offices"):
        return True
    if previous is None or previous["word"] in word_set("country_descriptions"):
        return False
    return previous["word"] not in word_set("function_words") and previous["word"] not in word_set("country_offices")


def is_language(text: str, start: int, end: int) -> bool:
    """Whether the adjective at *start* to *end* names a language: "Korean-language", "spoke French", "in German."."""
    if text[start:end] not in word_set("country_languages"):
        return False
    before, after = _around(text, start, end)
    return bool(_OF_LANGUAGE.match(after) or (_IN_LANGUAGE.search(before) and _NO_NOUN.match(after)))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]


_WINDOW = 80

_OF_LANGUAGE = re.compile(r"[- ](?:language|languages|speaking|speaker|speakers|dictionary|translation|subtitles)\b")
_IN_LANGUAGE = re.compile(
    r"\b(?:in|into|speaks?|spoke|spoken|speaking|fluent|learn(?:s|ed|ing)?|translated from)\s"
    r"(?:(?:both|broken|fluent|good|perfect)\s)?$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"$|\s?[.,;:!?)”\"’]|\s(?:and|or|with|at|on|to|for|from|as|but|by|when|while|that|because|is|was)\b"
)

_PREVIOUS = re.compile(r"(?P<open>^|[.!?:;“”\"‘(\[\n*–—]\s*|\s-\s)?(?P<word>(?:[A-Z]\.)+|(?:Mr|Ms|Mrs|Dr|St)\.|[A-Z][\w’'-]*) $")
_FOLLOWING = re.compile(r" (?P<word>(?:[A-Z]\.)+|[^\W\d_a-zß-öø-ÿ][\w’-]*\.?)")
_OF = re.compile(
    r"(?P<open>^|[.!?:;“”\"‘(\[\n*–—]\s*|\s-\s)?(?P<lead>[A-Z][\w’-]* )?(?P<word>[A-Z][\w’-]*) of (?:[Tt]he )?$"
)
_RUN = re.compile(r"(?: (?:(?:of|and|&) )?(?:[A-Z]\.|[A-Z][\w’-]*))+")


def _free_before(before: str, *, headline: bool) -> bool:
    if before.endswith("-"):
        return not _COMPOUND.search(before)
    of = _OF.search(before)
    if of and not headline:
        head = of["word"].removesuffix("s")
        if not ({of["word"], head} & word_set("country_of_heads")):
            return of["open"] is not None and of["lead"] is None and not _is_body(of["word"])
    previous = _PREVIOUS.search(before)
    if previous is None:
        return True
    word = previous["word"]
    if word in word_set("country_name_openers"):
        return False
    return headline or previous["open"] is not None or word in _plain_openers()


_COMPOUND = re.compile(r"(?:African|Asian|Latin|Pan|Inter|inter|Afro|Euro|Anglo)-$")


def _is_body(word: str) -> bool:
    return word in word_set("country_name_heads") or word in word_set("organization_heads")


@functools.cache
def _plain_openers() -> frozenset[str]:
    return word_set("function_words") | word_set("country_descriptions") | word_set("country_offices")


def _free_after(after: str, *, lenient: bool, headline: bool) -> bool:
    following = _FOLLOWING.match(after)
    if following is None:
        return True
    if following["word"] in word_set("country_offices"):
        return True
    run = _RUN.match(after)
    named = re.findall(r"[A-Z][\w’-]*", run.group()) if run else []
    if any(word in word_set("country_name_heads") for word in (named[:1] if headline else named)):
        return False
    return lenient or headline


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether the line is short and nearly every long word of it has a capital letter."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > _LONGEST_HEADLINE:
        return False
    long_words = _LONG_WORD.findall(text, first, last)
    capitalised = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= _FEWEST_WORDS and capitalised >= _SHARE * len(long_words)


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADLINE = 160
_FEWEST_WORDS = 4
_SHARE = 0.8
