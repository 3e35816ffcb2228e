"""What is known of a word in any context: how it is spelled, and which lists contain it."""

import functools
from collections.abc import Mapping
from typing import NamedTuple

from ld.extract.entities.countries.table import surfaces
from ld.text.lexicon import word_set
from ld.text.lexicon import words as words_of


@functools.cache
def ordinary_words() -> frozenset[str]:
    """The ordinary words of the language in lower case, including those frequent in names of each kind."""
    lists = (
        "ordinary_words", "function_words", "honorifics", "descriptors", "typer/name_words",
        "phrases/title_words", "phrases/post_titles", "entities/organization_heads",
        "entities/organization_company_forms", "entities/organization_field_heads",
        "entities/work_heads", "entities/sport_words",
    )  # fmt: skip
    return frozenset(
        word.lower().rstrip(".")
        for each in lists
        for entry in word_set(each)
        for word in entry.replace("-", " ").split()
    )


@functools.cache
def _country_words() -> Mapping[str, str]:
    """Names and demonyms of countries in lower case, each as "name" or "demonym"."""
    kinds: dict[str, str] = {}
    for alike in surfaces().values():
        for surface in alike:
            kinds.setdefault(surface.words.lower(), "demonym" if surface.kind == "demonym" else "name")
    return kinds


@functools.cache
def lexicon() -> frozenset[str]:
    """The words that may be features by themselves, in lower case: ordinary words, and those of bodies."""
    return ordinary_words() | word_set("typer/body_words")


class WordFacts(NamedTuple):
    """What is known of a word in any context; see the functions below. One that *tells* may be a feature by itself.

    *within*, *opening* and *closing* are its features in a name, at its beginning and at its end; *second_before* and
    *second_behind* are those of a word one away from a name.
    """

    low: str
    shape: str
    shown: str
    is_ordinary: bool
    tells: bool
    given: str
    country: str
    classes: tuple[str, ...]
    within: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    second_before: str
    second_behind: str


@functools.lru_cache(1 << 15)
def word_facts(word: str) -> WordFacts:
    """What the lists say of *word*: *given* is "given", "given?" if it is also an ordinary word, or ""."""
    low = word.lower()
    is_ordinary, tells = low in ordinary_words(), low in lexicon()
    shape = shape_of(word)
    if word.islower():
        shown = low if word.isalpha() else "0" if word[0].isdigit() else "x-x"
    else:
        shown = f"^{low}" if is_ordinary else f"<{shape}>"
    given = (
        "given" if word in word_set("given_names") else "given?" if word in word_set("given_names_also_words") else ""
    )
    return WordFacts(
        low,
        shape,
        shown,
        is_ordinary,
        tells,
        given,
        _country_words().get(low, ""),
        neighbour_classes().get(low, ()),
        (f"w={low}",) if tells else (),
        (f"f={low}",) if tells else (f"y3={low[:3]}",) if len(low) > _SHORT + 1 else (),
        (f"l={low}",) if tells else _endings(low),
        f"pp={shown}",
        f"nn={shown}",
    )


_SHORT = 3


def _endings(low: str) -> tuple[str, ...]:
    """The last two to four letters of a word that is at least two letters longer."""
    return tuple(f"x{length}={low[-length:]}" for length in (2, 3, 4) if len(low) > max(length + 1, _SHORT))


def is_country(key: str) -> bool:
    """Whether a candidate with this *key* names a country or its people, which are found by separate rules."""
    return key.lower() in _country_words()


def shape_of(word: str) -> str:
    """The spelling of a word: "Xx", "XX" with capitals inside, "A" in capitals, "I" one letter, "0", "x"."""
    if word.isupper():
        return "A" if len(word.replace(".", "")) > 1 else "I"
    if word[0].isdigit():
        return "0"
    if word[1:].islower():
        return "Xx"
    return "x" if word.islower() else "XX"


@functools.cache
def neighbour_classes() -> Mapping[str, tuple[str, ...]]:
    """The classes, by word, of words that show the kind of a name beside them: "suburb" is of "place"."""
    classes: dict[str, list[str]] = {}
    lists = {
        "say": word_set("phrases/speech_verbs"),
        "post": word_set("phrases/post_titles"),
        "rank": word_set("honorifics") | word_set("entities/ranks"),
    }
    for line in words_of("typer/neighbour_words"):
        name, _, listed = line.partition(": ")
        for word in sorted({*listed.split(), *lists.pop(name, ())}):
            classes.setdefault(word.lower(), []).append(name)
    for name, left in lists.items():
        for word in sorted({each.lower().rstrip(".") for each in left}):
            classes.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in classes.items()}
