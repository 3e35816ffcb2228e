"""Names as keys: what spellings of one name differ in is folded away."""

import re
import string
import unicodedata
from enum import IntEnum
from typing import NamedTuple

from ld.generations import GENERATIONS
from ld.kb.item import Item


class How(IntEnum):
    """How a name agrees with an item's, the best first. Up to SURNAME these numbers are stored in the files."""

    LABEL = 0
    ALIAS = 1
    SHORT = 2
    SURNAME = 3
    INITIALS = 4
    ORDER = 5
    BEGINNING = 6


class Candidate(NamedTuple):
    """An item that a name may mean, and how the name agrees with the item's."""

    item: Item
    how: How


def key(name: str) -> str:
    """*name* without what spellings differ in: case, accents, points, apostrophes, and where one word ends.

    "KIM Yong-Hyun", "Kim Yong Hyun" and "Kim Yonghyun" have one key, and so have "J.D. Vance" and "JD Vance".
    """
    return "".join(words(name))


def words(name: str) -> list[str]:
    """The folded words of *name*, hyphens joining: "Kim Yong-hyun" has two."""
    if name.isascii():
        return [_AMERICAN.get(word, word) for word in name.lower().translate(_ASCII).split()]
    name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    name = "".join(letter for letter in name if not unicodedata.combining(letter))
    return [_AMERICAN.get(word, word) for word in _SPLIT.sub(" ", name.casefold().translate(_DROPPED)).split()]


_AMERICAN = {
    "centre": "center", "defence": "defense", "harbour": "harbor", "labour": "labor", "organisation": "organization",
    "programme": "program",
}  # fmt: skip
"""British spellings of words that names of organizations hold, by the American ones."""


# NFKD takes no stroke from a letter.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i"}
)
_DROPPED = str.maketrans("", "", "-‐‑.'’ʼ`·・_\"“”")
_ASCII = _DROPPED | {ord(sign): " " for sign in string.punctuation if ord(sign) not in _DROPPED}
_SPLIT = re.compile(r"\W+")


def without_initials(parts: list[str]) -> list[str]:
    """The words of a person's name without middle initials and without "Jr."."""
    bare = [part for part in parts if part not in _GENERATIONS]
    return [*bare[:1], *(part for part in bare[1:-1] if len(part) > 1), *bare[1:][-1:]]


_GENERATIONS = frozenset(map(str.lower, GENERATIONS))


def agrees(parts: list[str], item: Item) -> bool:
    """Whether the name of these folded words has no middle initial and no "Jr." other than those of the *item*."""
    names = [words(name) for name in (item.label, *item.aliases)]
    initials = {part[0] for part in parts[1:-1] if part not in _GENERATIONS}
    theirs = {part[0] for name in names for part in name[1:-1] if part not in _GENERATIONS}
    generation = _GENERATIONS.intersection(parts)
    of_theirs = _GENERATIONS.intersection(*names[:1])
    return (not theirs or initials <= theirs) and (not generation or generation == of_theirs)


def keys_of(item: Item) -> dict[str, int]:
    """Each key under which *item* is found, and how well a name with that key matches.

    People are also found by first and last name, and by the last alone; that key begins with a space, since one
    person's name may be another's surname. Organizations are also found without "The" and without their form: "Inc.",
    "F.C.".
    """
    keys: dict[str, int] = {}
    shorter: dict[str, int] = {}
    how = _LABEL
    for name in (item.label, *item.aliases):
        parts = words(name)
        if parts:
            keys.setdefault("".join(parts), how)
        if item.kind == "organization" and (bare := _without_form(parts)) != parts:
            shorter.setdefault("".join(bare), _SHORT if parts[0] != "the" else how)
        if len(parts) > 1 and item.kind == "person" and "," not in name:
            last = parts[-1] if parts[-1] not in _GENERATIONS else parts[-2]
            shorter[SURNAME + last] = _SURNAME
            if len(parts) > _FIRST_AND_LAST and parts[0] != last:
                shorter.setdefault(parts[0] + last, _SHORT)
        how = _ALIAS
    return shorter | keys


def _without_form(parts: list[str]) -> list[str]:
    """The words of an organization's name without "the" before it and its legal form or kind of club at either end."""
    bare = parts[1:] if parts[0] == "the" else parts
    for form in _LONG_FORMS:
        if len(bare) > len(form) and tuple(bare[-len(form) :]) == form:
            bare = bare[: -len(form)]
    while len(bare) > 1 and bare[-1] in _FORMS:
        bare = bare[:-1]
    while len(bare) > 1 and bare[0] in _FORMS:
        bare = bare[1:]
    return bare


_LONG_FORMS = (("club", "de", "futbol"), ("football", "club"), ("and", "co"), ("and", "company"))
_FORMS = frozenset(
    (
        *("ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "holding", "holdings", "inc"),
        *("incorporated", "kg", "kgaa", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "plc", "pty", "sa", "se"),
        *("spa", "srl"),
        *("ac", "afc", "cd", "cf", "fc", "fk", "rc", "rcd", "sc", "sk", "ssc", "sv", "ud", "vfb", "vfl"),
    )
)
"""Legal forms, and kinds of club."""


SURNAME = " "
# Plain numbers, for SQLite takes long over every other type.
_LABEL, _ALIAS, _SHORT, _SURNAME = int(How.LABEL), int(How.ALIAS), int(How.SHORT), int(How.SURNAME)
_FIRST_AND_LAST = 2
