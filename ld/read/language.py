"""Languages: their tags, and the language of a text, by its script, its function words, or else a model."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from ld.read.language_model import model_tag
from ld.read.vocabulary import function_words, phrases

UNKNOWN = "und"
_LEAST_SHARE = 0.12
_FEWEST = 3
"""The fewest function words that decide: "met" and "in" are Dutch, but also English."""

_FAR_BEHIND = 0.7
"""Swedish shares two thirds of its function words with Danish, Norwegian nine tenths."""

_SHARED_SCRIPTS = frozenset(("ar", "hi", "ru"))
"""Languages whose script others use, too: Persian, Marathi, Bulgarian."""

_ENOUGH_WORDS = 500
_ENOUGH_LETTERS = 4000
_LEAST_SCRIPT = 0.3
_FEW_KANA = 0.05
_MARKS = ".,;:!?\"'“”‘’«»()[]"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def normal_tag(text: str) -> str | None:
    """*text* as a language tag (BCP 47, the form of RFC 5646) with the language in lower case; None if it is not one.

    A language is a code of ISO 639, two or three letters: longer ones are reserved, and likely a name ("English").
    """
    if not _TAG.fullmatch(text):
        return None
    language, hyphen, rest = text.partition("-")
    return language.lower() + hyphen + rest


def language_of(paragraphs: Iterable[str]) -> str:
    """The BCP 47 tag of the language in which *paragraphs* are written, or "und" if there is too little evidence.

    Function words decide, or a script that no other language has; the model, if installed, decides the rest: closely
    related languages, and those whose function words are not known here.
    """
    read: list[str] = []
    words: Counter[str] = Counter()
    for paragraph in paragraphs:
        read.append(paragraph[:_ENOUGH_LETTERS])
        words.update(read[-1].lower().split())
        if words.total() >= _ENOUGH_WORDS:
            break
    letters = "\n".join(read)[:_ENOUGH_LETTERS]
    told, is_clear = _by_words(words)
    told = told or _by_script(letters)
    if is_clear or (told and told in _scripts() and told not in _SHARED_SCRIPTS):
        return told or UNKNOWN
    return model_tag(letters) or told or UNKNOWN


def _by_words(words: Counter[str]) -> tuple[str | None, bool]:
    """The language with most function words, if they decide, and whether it is far ahead of the next."""
    shares = dict.fromkeys(function_words(), 0)
    for word, times in words.items():
        for tag in _languages_of_words().get(word.strip(_MARKS), ()):
            shares[tag] += times
    best, second = sorted(((count, tag) for tag, count in shares.items()), reverse=True)[:2]
    settled = best[0] >= max(_FEWEST, _LEAST_SHARE * words.total()) and best[0] > second[0]
    return (best[1], second[0] <= _FAR_BEHIND * best[0]) if settled else (None, False)


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """The tags of the languages that have each function word."""
    table: dict[str, tuple[str, ...]] = {}
    for tag, known in function_words().items():
        for word in known:
            table[word] = (*table.get(word, ()), tag)
    return table


def _by_script(letters: str) -> str | None:
    """The language of the script of most letters; kana beside Chinese characters means Japanese."""
    total = sum(char.isalpha() for char in letters) or 1
    shares = {tag: sum(char in script for char in map(ord, letters)) / total for tag, script in _scripts().items()}
    if shares["ja"] >= _FEW_KANA:
        shares["ja"] += shares["zh"]
    best = max(sorted(shares), key=lambda tag: shares[tag])
    return best if shares[best] >= _LEAST_SCRIPT else None


@cache
def _scripts() -> dict[str, frozenset[int]]:
    """The code points of the scripts that identify a language, under its tag."""
    scripts = {}
    for line in phrases("scripts"):
        tag, _, ranges = line.partition(":")
        bounds = [(int(low, 16), int(high, 16)) for low, _, high in (part.partition("-") for part in ranges.split())]
        scripts[tag] = frozenset(code for low, high in bounds for code in range(low, high + 1))
    return scripts
