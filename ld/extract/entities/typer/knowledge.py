"""What a knowledge base has by a name, as far as typing needs it: the kinds, and how well known."""

import functools
from collections.abc import Iterable, Mapping

from ld.extract.entities.known.runs import fold
from ld.kb import Candidate, How, Lookup
from ld.kb.names import SURNAME
from ld.text.lexicon import words


class Knowledge:
    """What a knowledge base, and a list of names frequent in news, have by a name; each is looked up once.

    Without a knowledge base the list is not used either.
    """

    def __init__(self, kb: Lookup | None) -> None:
        self._kb = kb
        self._may_name = kb.may_name if kb else None
        self._listed: Mapping[str, str] = _listed() if kb else {}
        self._listed_keys = _listed_keys() if kb else frozenset[str]()
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._families: dict[str, bool] = {}

    def kinds(self, name: str) -> tuple[str, ...]:
        """The kinds of things with this name, and how well known they are: "organization2" is a famous one.

        A kind whose best known bearer is far less known than another's ends in "-".
        """
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = self._asked(name)
        return found

    def _asked(self, name: str) -> tuple[str, ...]:
        kb = self._kb
        if kb is None:
            return ()
        name = name.replace("’", "'")
        listed, candidates = self._listed.get(name, ""), kb.candidates(name) if kb.may_name(_key(name)) else ()
        return _kinds_of(name, candidates, listed) if listed or candidates else ()

    def may_name(self, key: str) -> bool:
        """Whether something may have a name with this *key*; False is certain."""
        return self._may_name is not None and (key in self._listed_keys or self._may_name(key))

    @staticmethod
    def key(word: str, small: str = "") -> str:
        """The key of a *word* with the *small* words before it."""
        return "".join(map(fold, small.split())) + fold(word) if small else fold(word)

    def is_family_name(self, word: str) -> bool:
        """Whether people in the knowledge base have this family name, with a few false positives."""
        if self._may_name is None:
            return False
        found = self._families.get(word)
        if found is None:
            found = self._families[word] = self._may_name(SURNAME + fold(word))
        return found

    def is_famous(self, surname: str) -> bool:
        """Whether this *surname* suggests one world-famous person, far better known than its other bearers."""
        kb = self._kb
        if kb is None or not self.is_family_name(surname) or kb.bearers(surname) > _MOST_BEARERS:
            return False
        fame = sorted((each.item.known_by for each in kb.with_surname(surname)), reverse=True)
        return bool(fame) and fame[0] >= _FAMOUS and all(each * _FAR <= fame[0] for each in fame[1:])


@functools.lru_cache(1 << 12)
def _kinds_of(name: str, candidates: tuple[Candidate, ...], listed: str) -> tuple[str, ...]:
    """The kinds of things with this *name*, from these *candidates* and the kind under which it is *listed*."""
    best = {listed: _WELL_KNOWN} if listed else {}
    for item, how in candidates:
        if how <= How.SHORT and _is_written(name, (item.label, *item.aliases)):
            kind = "club" if item.type in _CLUBS else item.kind
            best[kind] = max(best.get(kind, 0), item.known_by)
    top = max(best.values(), default=0)
    return tuple(
        f"{kind}{_level(known_by)}{'' if known_by * _FAR >= top else '-'}" for kind, known_by in sorted(best.items())
    )


@functools.cache
def _listed() -> Mapping[str, str]:
    """The kinds, by name, of things frequent in news that most knowledge bases lack."""
    places, bodies = words("typer/known_places"), words("typer/known_organizations")
    spelled_out = (body.replace(" & ", " and ") for body in bodies)
    return dict.fromkeys(places, "place") | dict.fromkeys((*bodies, *spelled_out), "organization")


@functools.cache
def _listed_keys() -> frozenset[str]:
    return frozenset(map(_key, _listed()))


def _key(name: str) -> str:
    return "".join(map(fold, name.split(" ")))


_CLUBS = frozenset(("sports club", "football club"))
_FAR = 4


def _level(known_by: int) -> int:
    return 0 if known_by < _KNOWN else 1 if known_by < _WELL_KNOWN else 2


_KNOWN, _WELL_KNOWN = 8, 40
"""Numbers of wikis, or of signs worth as many."""
_FAMOUS = 100
_MOST_BEARERS = 8
"""The fame, and the rarity of the name, of people whom news may name by the family name alone."""


def _is_written(name: str, names: Iterable[str]) -> bool:
    """Whether a name of one word has the capitals of one of *names*: "Us" is not "US"."""
    if " " in name or name.isupper():
        return True
    return any(name == each or name in each.split() or (each.isupper() and len(each) > _ACRONYM) for each in names)


_ACRONYM = 3
