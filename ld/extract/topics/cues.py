"""The words typical of each topic, and their occurrences in a text."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ld.text.lexicon import table
from ld.text.reading import Reading
from ld.text.word_index import words_of

LISTS = {
    "01000000": "arts",
    "02000000": "crime",
    "03000000": "disaster",
    "04000000": "economy",
    "05000000": "education",
    "06000000": "environment",
    "07000000": "health",
    "08000000": "human",
    "09000000": "labour",
    "10000000": "lifestyle",
    "11000000": "politics",
    "12000000": "religion",
    "13000000": "science",
    "14000000": "society",
    "15000000": "sport",
    "16000000": "conflict",
    "17000000": "weather",
}
"""The list of each top-level topic's cues, by the topic's code."""


class Cue(NamedTuple):
    """Words typical of a *topic*: *weight* is 3 if they rarely occur elsewhere, 2 if sometimes, 1 if often.

    *narrower* is the code of the narrower topic of which they are typical, or empty.
    """

    words: str
    topic: str
    weight: int
    narrower: str


class Found(NamedTuple):
    """A cue in a text: the start and end of its first occurrence, and the number of occurrences."""

    cue: Cue
    start: int
    end: int
    times: int


def cues_in(text: Reading) -> Iterator[Found]:
    """Each cue that occurs in *text*, in any regular form, once."""
    flat, forms = text.plain.lower(), _forms()
    if len(flat) != len(text):
        flat = text.plain
    first: dict[Cue, Found] = {}
    all_words = frozenset(map(str.lower, text.words.words))
    telling = forms.keys() & all_words
    written = [(word, folded) for word in text.words.words if (folded := word.lower()) in telling]
    for word, folded in written:
        for form, behind, cues in forms[folded]:
            if not behind <= all_words:
                continue
            places = text.words.offsets_of(word)
            starts = places if form == folded else _standing(flat, form, places)
            for cue in cues if starts else ():
                if cue.words.islower() or text.startswith(cue.words, starts[0]):
                    found = Found(cue, starts[0], starts[0] + len(form), len(starts))
                    first[cue] = _joined(first[cue], found) if cue in first else found
    yield from sorted(first.values(), key=lambda found: (found.start, found.cue))


def _standing(flat: str, form: str, places: Iterable[int]) -> list[int]:
    """The *places* at which the whole *form* occurs."""
    length = len(form)
    return [
        place
        for place in places
        if flat.startswith(form, place) and not flat[place + length : place + length + 1].isalnum()
    ]


def _joined(one: Found, other: Found) -> Found:
    start, end = min((one.start, one.end), (other.start, other.end))
    return Found(one.cue, start, end, one.times + other.times)


class _Form(NamedTuple):
    """A form of some cues in lower case, and its words *behind* the first."""

    form: str
    behind: frozenset[str]
    cues: tuple[Cue, ...]


@functools.cache
def _forms() -> Mapping[str, tuple[_Form, ...]]:
    """The forms of all cues, by their first word."""
    cues: dict[str, list[Cue]] = {}
    for cue in _cues():
        for form in _inflected(cue.words.lower()):
            cues.setdefault(form, []).append(cue)
    by_word: dict[str, list[_Form]] = {}
    for form, those in cues.items():
        first, *behind = (form,) if form.isalnum() else words_of(form)
        by_word.setdefault(first, []).append(_Form(form, frozenset(behind), tuple(those)))
    return {word: tuple(forms) for word, forms in by_word.items()}


def _cues() -> Iterator[Cue]:
    for topic, name in LISTS.items():
        for row in table(f"topics/{name}"):
            yield Cue(row["cue"], topic, int(row["weight"]), row["narrower"])


def _inflected(words: str) -> set[str]:
    """*words* and their regular plural, for a single word the regular verb forms too; some are not real words."""
    stem = words.removesuffix("e")
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        forms = {words[:-1] + "ies", words[:-1] + "ied", words + "ing"}
    elif words.endswith(("s", "x", "z", "ch", "sh")):
        forms = {words + "es", words + "ed", words + "ing"}
    else:
        forms = {words + "s", stem + "ed", stem + "ing"}
    return {words} | ({form for form in forms if form.endswith("s")} if " " in words else forms)
