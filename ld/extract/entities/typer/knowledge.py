"""What a knowledge base has by a name, as the typer of names asks: of which kinds, and how well known."""

import functools
from collections.abc import Iterable, Mapping

from ld.extract.entities.known.runs import fold
from ld.kb import Candidate, How, Lookup
from ld.kb.names import SURNAME
from ld.text.lexicon import words


class Knowledge:
    """What a knowledge base, and a list of what news often names, have by names; each is asked for once.

    Without a base the list is not asked either.
    """

    def __init__(self, kb: Lookup | None) -> None:
        self._kb = kb
        self._may_name = kb.may_name if kb else None
        self._listed: Mapping[str, str] = _listed() if kb else {}
        self._listed_keys = _listed_keys() if kb else frozenset[str]()
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._families: dict[str, bool] = {}

    def kinds(self, name: str) -> tuple[str, ...]:
        """Of which kinds something named so is, and how well known: "organization2" is a famous one.

        A kind whose best known bearer is known far less than another one ends in "-".
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
        """Whether something may have a name with this *key*; False is sure."""
        return self._may_name is not None and (key in self._listed_keys or self._may_name(key))

    @staticmethod
    def key(word: str, small: str = "") -> str:
        """The key of a *word* with the *small* words before it."""
        return "".join(map(fold, small.split())) + fold(word) if small else fold(word)

    def is_family_name(self, word: str) -> bool:
        """Whether people of the knowledge base have this family name; a few that nobody has are taken for one."""
        if self._may_name is None:
            return False
        found = self._families.get(word)
        if found is None:
            found = self._families[word] = self._may_name(SURNAME + fold(word))
        return found

    def is_famous(self, surname: str) -> bool:
        """Whether this *surname* calls to mind one person, of world fame, beside whom its other bearers are unknown."""
        kb = self._kb
        if kb is None or not self.is_family_name(surname) or kb.bearers(surname) > _MOST_BEARERS:
            return False
        fame = sorted((each.item.known_by for each in kb.with_surname(surname)), reverse=True)
        return bool(fame) and fame[0] >= _FAMOUS and all(each * _FAR <= fame[0] for each in fame[1:])


@functools.lru_cache(1 << 12)
def _kinds_of(name: str, candidates: tuple[Candidate, ...], listed: str) -> tuple[str, ...]:
    """Of which kinds something named so is, by these *candidates* and the kind under which *name* is *listed*."""
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
    """What news often names, though most bases lack it: the kind of each by its name."""
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
"""In how many wikis, or signs worth as many."""
_FAMOUS = 100
_MOST_BEARERS = 8
"""So well known, and so rarely called, are those whom news may name by their family name alone."""


def _is_written(name: str, names: Iterable[str]) -> bool:
    """Whether a name of one word has its capitals where one of *names* has them: "Us" is not "US"."""
    if " " in name or name.isupper():
        return True
    return any(name == each or name in each.split() or (each.isupper() and len(each) > _ACRONYM) for each in names)


_ACRONYM = 3
