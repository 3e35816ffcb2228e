"""The reasons of the weights for a type, in words: every weight is a sentence."""

import functools

from ld.extract.entities.typer.model import TYPES, Typed, Weights

_MOST = 3


def reason(typed: Typed, table: Weights) -> str:
    """The main reasons for the type of a candidate: "organization (0.96): ends in “bank”; before “said”"."""
    return f"{typed.type} ({typed.probability:.2f}): {'; '.join(_reasons(typed, table)) or 'all its words together'}"


def _reasons(typed: Typed, table: Weights) -> list[str]:
    first, second = sorted(range(len(TYPES)), key=lambda index: -typed.probabilities[index])[:2]
    costs = [
        (cost, feature)
        for feature, value in typed.features.values().items()
        if (weights := table.types.get(feature)) and (cost := (weights[second] - weights[first]) * value) < 0
    ]
    said: list[str] = []
    for _, feature in sorted(costs):
        if len(said) == _MOST:
            break
        words = in_words(feature)
        if words and words not in said:
            said.append(words)
    return said


@functools.cache
def in_words(feature: str) -> str:
    """A feature in words, or "" if it only helps to weigh others: "p=the" is "after “the”"."""
    name, _, value = feature.partition("=")
    if name in _WITH_WORD:
        word = value.lstrip(",(:;-–—/“\"'’").lstrip("^")
        return _WITH_WORD[name].format(word) if word.isalnum() else ""
    side, _, listed = feature.partition("@")
    if side in _SIDES and listed.lstrip(",(:;-–—/“\"'’") in _CLASSES:
        return f"{_SIDES[side]} {_CLASSES[listed.lstrip(',(:;-–—/“' + chr(34) + chr(39) + '’')]}"
    return next((words for beginning, words in _BEGINNINGS if feature.startswith(beginning)), "")


_WITH_WORD = {
    "p": "after “{}”", "pp": "two words after “{}”", "n": "before “{}”", "nn": "two words before “{}”",
    "a": "explained behind a comma with “{}”", "b": "after words with “{}”", "w": "has the word “{}”",
    "f": "begins with “{}”", "l": "ends in “{}”", "x2": "ends in the letters “{}”", "x3": "ends in the letters “{}”",
    "x4": "ends in the letters “{}”", "y3": "begins with the letters “{}”", "small": "has “{}” within",
}  # fmt: skip
_SIDES = {
    "p": "after", "pp": "behind", "n": "before", "a": "explained behind a comma with", "b": "after words with",
}  # fmt: skip
_CLASSES = {
    "say": "a verb of saying", "business": "a verb of business", "owned": "what a company has",
    "company": "a word for a company", "body": "a word for a body", "media": "a word for a paper or a station",
    "place": "a word for a place", "where": "a preposition of place", "compass": "a point of the compass",
    "person": "a word for a person", "family": "a word of kinship", "life": "a verb of somebody’s life",
    "who": "a word that stands for a person", "game": "a verb of matches", "team": "a word of teams",
    "work": "a word for a work", "device": "a word for a product", "event": "a word for an event",
    "post": "a title", "rank": "a rank or a form of address",
}  # fmt: skip
_BEGINNINGS = (
    ("kb=person", "the knowledge base has a person of this name"),
    ("kb=organization", "the knowledge base has an organization of this name"),
    ("kb=club", "the knowledge base has a club of this name"),
    ("kb=place", "the knowledge base has a place of this name"),
    ("given", "begins with a given name"),
    ("fam", "ends in a family name"),
    ("T:first=", "the first word of a longer name in the text"),
    ("T:last=", "the last word of a longer name in the text"),
    ("T:acro=", "the initials of a longer name in the text"),
    ("T:pre=", "the beginning of a longer name in the text"),
    ("T:suf=", "the end of a longer name in the text"),
    ("caps", "written in capitals"),
    ("cfirst=demonym", "begins with the adjective of a country"),
    ("owns", "owns something"),
)
