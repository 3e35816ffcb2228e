"""How well the words of a full name alone identify an organization or a place.

A name that only one item of a knowledge base has may still have other bearers in the world. The more words it has, and
the fewer of them are ordinary, the less likely that is: "Delft University of Technology" has none, "Daily Herald",
"Public Service Commission" and "St. Mary's Hospital" have many.
"""

import functools
from collections.abc import Sequence

from ld.extract.entities.countries.table import surfaces
from ld.kb import Candidate, How, Item
from ld.link.folding import folded_words
from ld.text.lexicon import word_set

MEDIA = frozenset(
    ("newspaper", "website", "news agency", "broadcaster", "TV channel", "radio station", "magazine", "news website")
)
"""Types of organizations that publish news."""


def is_only_one(item: Item, rivals: Sequence[Candidate]) -> bool:
    """Whether *item* is the only one of the *rivals* that has the name as its label or alias."""
    return [rival.item for rival in rivals if rival.how <= How.ALIAS] == [item]


def telling(name: str, item: Item, *, is_abroad: bool) -> float:
    """How sure *name* alone makes it, in 0..1, that *item* is meant and not another bearer of the name.

    0 for a name with a single distinctive word, for a person's, for ordinary words, and for an alias that shortens the
    label: "Linnean Society" for that of New South Wales. *is_abroad*: the article names countries, but not the item's;
    then ordinary words count for nothing, however many, unless they claim to be of the world.
    """
    content = _content(name)
    if len(content) <= 1 or _is_persons(content) or set(content) < set(_content(item.label)):
        return 0.0
    is_rare = any(_is_rare(word) and not (item.type in _LOCAL and _is_given(word)) for word in content)
    if item.kind == "place":
        return _of_place(content, item) if is_rare else 0.0
    if is_abroad and item.type == "political party":
        return 0.0
    if len(content) == _SHORT:
        return 0.0 if item.type in _LOCAL | MEDIA or not _is_of_two(content) else _OF_TWO_WORDS
    if is_rare or content[0] in _OF_THE_WORLD:
        return 1.0
    return 0.0 if is_abroad or item.type in _LOCAL else _ORDINARY.get(len(content), 1.0)


_SHORT = 2
_OF_TWO_WORDS = 0.6
_ORDINARY = {3: 0.4, 4: 0.8}
"""The worth of a name by its number of words, all of them ordinary."""
_OF_THE_WORLD = frozenset(("international", "world"))
"""First words of names of bodies that may have their seat anywhere."""
_LOCAL = frozenset(("hospital", "school", "police", "court", "political party"))
"""Types of organizations that share names across many places, being called after the same virtues and saints."""


def _of_place(content: Sequence[str], item: Item) -> float:
    """Towns share names; seas, reefs and airports whose names contain their type rarely do."""
    says_what = not set(content).isdisjoint(folded_words(item.type))
    return _OF_PLACE if says_what and item.type not in _SUBDIVISIONS else 0.0


_OF_PLACE = 0.8
_SUBDIVISIONS = frozenset(("city", "county", "district", "department", "province", "region", "state", "territory"))


def _is_of_two(content: Sequence[str]) -> bool:
    """Whether one of the words is rare and does not stand for a state, as in many names: "French Connection"."""
    return any(_is_rare(word) and word.capitalize() not in surfaces() for word in content)


@functools.lru_cache(1 << 12)
def _is_rare(word: str) -> bool:
    """Whether the folded *word* is not an ordinary one, nor the plural of one."""
    return word_set("ordinary_words").isdisjoint((word, word.removesuffix("s")))


@functools.lru_cache(1 << 12)
def _content(name: str) -> tuple[str, ...]:
    """The distinctive words of *name*, folded."""
    return tuple(word for word in folded_words(name) if word not in word_set("link/untelling_words"))


def _is_persons(content: Sequence[str]) -> bool:
    """Whether a name of these words may be a person's, as a fashion house's is."""
    return len(content) == _SHORT and _is_given(content[0])


def _is_given(word: str) -> bool:
    return word.capitalize() in word_set("given_names")
