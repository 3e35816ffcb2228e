"""Words that are typical of a topic, and where a text has them."""

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
    """Words typical of a *topic*: *weight* is 3 where they hardly stand elsewhere, 2 where seldom, 1 where often.

    *narrower* is the code of the topic below of which they are typical, empty where of none.
    """

    words: str
    topic: str
    weight: int
    narrower: str


class Found(NamedTuple):
    """A cue in a text: where it first stands, start and end, and how many times it stands there."""

    cue: Cue
    start: int
    end: int
    times: int


def cues_in(text: Reading) -> Iterator[Found]:
    """Each cue that *text* has, in any regular form, once."""
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
    """Those of *places* at which the whole *form* stands."""
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
    """A form of some cues in small letters, and its words *behind* the first."""

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
    """*words* with the regular ending of a plural, a single word with those of verbs, too; some are no words at all."""
    stem = words.removesuffix("e")
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        forms = {words[:-1] + "ies", words[:-1] + "ied", words + "ing"}
    elif words.endswith(("s", "x", "z", "ch", "sh")):
        forms = {words + "es", words + "ed", words + "ing"}
    else:
        forms = {words + "s", stem + "ed", stem + "ing"}
    return {words} | ({form for form in forms if form.endswith("s")} if " " in words else forms)
