"""What words may mean according to the knowledge base, and the evidence for it independent of position."""

import functools
import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ld.extract.entities.countries.table import surfaces
from ld.extract.entities.known.signs import REGIONS, as_organization, as_place, is_where
from ld.extract.entities.known.whole_names import opens
from ld.extract.entities.other_senses import is_persons
from ld.extract.entities.sport import is_of_sport
from ld.extract.phrases.capitalised import is_calendar, is_title
from ld.kb import Candidate, How, Item, Lookup
from ld.kb.names import key
from ld.text.lexicon import word_set
from ld.text.reading import Reading


class Thing(NamedTuple):
    """An organization or a place that words may mean, and the evidence for it.

    *score* is the evidence for *item* so far; *signs* adds that of each occurrence.
    """

    item: Item
    score: float
    signs: Callable[[Reading, int, int, Item], float]


class Meanings(NamedTuple):
    """What a surface form may mean anywhere in the text; *region* is what it means after the name of a town."""

    person: Item | None = None
    things: tuple[Thing, ...] = ()
    region: Item | None = None


def meanings_of(surface: str, text: Reading, kb: Lookup) -> Meanings:
    """The items that *surface* may mean in *text*: the best known of each kind with this spelling."""
    if surface in word_set("function_words") or is_calendar(surface) or is_title(surface):
        return _NOTHING
    known = _known_as(surface, kb.candidates(surface))
    if not known.things:
        return known
    more = 1.5 if " " in surface else _score_of_word(text, surface)
    likely = (
        Thing(thing.item, score, thing.signs)
        for thing in known.things
        if (most := _MOST_THAT_SIGNS_ADD[thing.item.kind]) + thing.score + more > 0
        and (score := thing.score + more - _lost_of_one_word(text, surface, thing.item, kb)) > -most
    )
    return Meanings(known.person, tuple(likely), known.region)


_NOTHING = Meanings()


@functools.lru_cache(1 << 12)
def _known_as(surface: str, candidates: tuple[Candidate, ...]) -> Meanings:
    """What *surface* may mean in any text, each scored by its name and renown."""
    named = [each.item for each in candidates if each.item.kind == "person" and each.how <= How.ALIAS]
    person = max(named, key=lambda item: (item.known_by, -item.number), default=None)
    things = tuple(
        Thing(item, _score_by_name(surface, item), signs)
        for kind, signs in _KINDS
        if (item := _best_known(candidates, kind, surface))
        and (surface not in surfaces() or (kind == "place" and item.label == surface))  # "Mexico" is not a capital
    )
    is_person = person is not None and all(each.item.kind == "person" for each in candidates)
    regions = [each for each in candidates if each.item.type.startswith(REGIONS)]
    return Meanings(person if is_person else None, things, _best_known(regions, "place", surface))


_KINDS: tuple[tuple[str, Callable[[Reading, int, int, Item], float]], ...] = (
    ("organization", as_organization),
    ("place", as_place),
)


def _best_known(candidates: Sequence[Candidate], kind: str, surface: str) -> Item | None:
    """The best known item of *kind* that is spelled like *surface*."""
    alike = [
        each.item
        for each in candidates
        if each.item.kind == kind and each.how <= How.SHORT and _is_written(surface, each.item)
    ]
    return max(alike, key=lambda item: (item.known_by, -item.number), default=None)


def _is_written(surface: str, item: Item) -> bool:
    """Whether *surface* has the capitals of a name of *item*, except for words in upper case: "Nato", "BERLIN"."""
    names = (item.label, *item.aliases)
    if " " in surface:
        if surface in names:
            return True
        folded = key(surface)
        return any((" " in name or "-" in name) and key(name) == folded for name in names)
    for name in names:
        if surface in name.split() or surface == name:
            return True
        is_word = len(name) > _SHORT_ACRONYM and item.known_by >= _SAID_AS_A_WORD
        if name.isupper() and surface == name.capitalize() and is_word:
            return True
    if "." in surface and item.kind == "place":  # "M.D." is not a state
        return False
    is_whole = (
        key(surface) == key(item.label) or len(surface) > _LONGEST_ACRONYM
    )  # "DACA" is not a foreign name of Dhaka
    return surface.isupper() and len(surface) > _SHORT_ACRONYM and is_whole


_SHORT_ACRONYM = 3
_LONGEST_ACRONYM = 5
_SAID_AS_A_WORD = 60
"""The number of wikis from which an acronym may be written as a word: "Nato"."""


def _renown(item: Item) -> float:
    return min(1.0, math.log1p(item.known_by) / math.log1p(300))


def _score_by_name(surface: str, item: Item) -> float:
    """The evidence for *item* at any occurrence of *surface*: its renown, and an exact match with one of its names."""
    score = 3.0 * _renown(item) - 2.0
    return score + 0.3 if surface in {item.label, *item.aliases} else score


def _lost_of_one_word(text: Reading, surface: str, item: Item, kb: Lookup) -> float:
    """The penalty for an *item* named by a single word."""
    return 0.0 if " " in surface else _shared(surface, item, kb) + _far_afield(text, surface, item)


def _shared(surname: str, item: Item, kb: Lookup) -> float:
    """The penalty for a surname of many people: greater for a place, which is mentioned as often as they are."""
    if item.type.startswith(REGIONS):
        return 0.0
    few, many = _BEARERS[item.kind]
    return min(2.5, max(0, kb.bearers(surname) - few) / many)


def _far_afield(text: Reading, word: str, item: Item) -> float:
    """The penalty for a club named by one *word* of its name in a text that is not about sport: "Chelsea"."""
    is_club = item.kind == "organization" and item.type.endswith("club")
    return 1.5 if is_club and word != item.label and not is_of_sport(text) else 0.0


_BEARERS = {"organization": (25, 40), "place": (5, 20)}
"""How many bearers of a surname in the knowledge base cost nothing, and how many more cost as much as a sign adds."""


def _score_of_word(text: Reading, word: str) -> float:
    """The score of a single *word*, at most 0: it may be an ordinary word, a given name, or somebody's surname."""
    lower, index = word.lower(), text.words
    offsets = index.offsets_of(word)
    first = offsets[:_MOST_LOOKED_AT]
    lost = _lost(word)
    if index.offsets_of(lower):
        lost += 1.0
    if len(offsets) == 1 and opens(text, offsets[0]):
        lost += 0.5
    if any(_beside_person(text, offset) for offset in first):
        lost += 3.0
    if any(is_persons(text, offset, offset + len(word)) and not is_where(text, offset) for offset in first):
        lost += 3.0
    return -lost


@functools.lru_cache(1 << 12)
def _lost(word: str) -> float:
    """The penalty for a single *word* in any text."""
    lost = 0.0
    if word.lower() in word_set("ordinary_words"):
        lost += 2.5
    if word in word_set("given_names"):
        lost += 1.5
    return lost + 1.0 if len(word) <= _SHORT_ACRONYM and not word.isupper() else lost


_MOST_THAT_SIGNS_ADD = {"organization": 3.4, "place": 6.1}
_MOST_LOOKED_AT = 30


def _beside_person(text: str, start: int) -> bool:
    """Whether the word at *start* is a surname: an honorific or a given name precedes it."""
    floor = max(0, start - 30)
    if text[text.rfind(" ", floor, start - 1) + 1 : start].islower():
        return False
    before = _BEFORE.search(text, floor, start)
    return before is not None and (
        before["word"].rstrip(".") in _honorifics() or before["word"] in word_set("given_names")
    )


@functools.cache
def _honorifics() -> frozenset[str]:
    return frozenset(each.rstrip(".") for each in word_set("honorifics"))


_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*\.?)(?:[ \xa0][A-Z]\.)?[ \xa0]$")
