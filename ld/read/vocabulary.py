"""The words that identify chrome, credits, bylines and languages, from the files of ``ld/read/data``."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_DIGITS = re.compile(r"\d\d*")
"""A pattern that begins with a single character is searched for faster than one that begins with a repetition."""
_TYPOGRAPHY = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_EDGES = " \t.,:;!-–—_|/\\•·●▪■◦‣›»«‹>→►▸▼▾…*+=~^'\"()[]{}©®✕×✖"


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The lines of the data file *name*, in its order; lines that begin with ``//`` are comments."""
    lines = (files("ld.read") / "data" / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("//"))


@cache
def phrase_set(name: str) -> frozenset[str]:
    """The lines of the data file *name* as a set."""
    return frozenset(phrases(name))


@cache
def word_set(name: str) -> frozenset[str]:
    """The single words of the data file *name*."""
    return frozenset(word for phrase in phrases(name) for word in phrase.split())


@cache
def by_first_word(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of the data file *name* by the first word of each."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in phrases(name):
        first = phrase.split()[0]
        table[first] = (*table.get(first, ()), phrase)
    return table


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest function words of each language, by its BCP 47 tag."""
    return {
        tag: frozenset(rest.split()) for tag, _, rest in (line.partition(":") for line in phrases("function-words"))
    }


@cache
def all_function_words() -> frozenset[str]:
    """The function words of all languages together, without words of one letter."""
    return frozenset(word for words in function_words().values() for word in words if len(word) > 1)


def folded(text: str) -> str:
    """*text* for comparison: lower case, digit runs as ``#``, straight quotes, single spaces, bare edges."""
    return folded_words(text.split())


def folded_words(words: Sequence[str]) -> str:
    """A text for comparison like ``folded``, given its *words*, which white space separates."""
    plain = _DIGITS.sub("#", " ".join(words).lower())
    if not plain.isascii():
        for mark, straight in _TYPOGRAPHY:
            plain = plain.replace(mark, straight)
    return plain.strip(_EDGES)
