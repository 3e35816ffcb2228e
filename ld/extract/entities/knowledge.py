"""What a knowledge base has by a name, as the typer of names asks: of which kinds, and how well known."""

from collections.abc import Iterable, Sequence

from ld.kb import How, Lookup
from ld.kb.names import SURNAME
from ld.kb.names import words as folded_words


class Knowledge:
    """What a knowledge base and the lists of given names and countries say of names, each asked once."""

    def __init__(self, kb: Lookup | None) -> None:
        self._kb = kb
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, str] = {}

    def kinds(self, name: str) -> tuple[str, ...]:
        """Of which kinds something named so is, and how well known: "organization2" is a famous one."""
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = self._asked(name)
        return found

    def _asked(self, name: str) -> tuple[str, ...]:
        kb = self._kb
        if kb is None or not kb.may_name("".join(map(self._fold, name.split(" ")))):
            return ()
        best: dict[str, int] = {}
        for item, how in kb.candidates(name):
            if how <= How.SHORT and _is_written(name, (item.label, *item.aliases)):
                kind = "club" if item.type in _CLUBS else item.kind
                best[kind] = max(best.get(kind, 0), item.known_by)
        top = max(best.values(), default=0)
        return tuple(
            f"{kind}{_level(known_by)}{'' if known_by * 4 >= top else '-'}" for kind, known_by in sorted(best.items())
        )

    def may_name(self, words: Sequence[str], smalls: Sequence[str]) -> bool:
        """Whether something may be named so; False is sure."""
        if self._kb is None:
            return False
        folded = "".join(
            "".join(map(self._fold, small.split())) + self._fold(word) if small else self._fold(word)
            for small, word in zip(smalls, words, strict=True)
        )
        return self._kb.may_name(folded)

    def is_family_name(self, word: str) -> bool:
        """Whether people of the knowledge base may have this family name."""
        return self._kb is not None and self._kb.may_name(SURNAME + self._fold(word))

    def _fold(self, word: str) -> str:
        folded = self._folded.get(word)
        if folded is None:
            folded = self._folded[word] = "".join(folded_words(word))
        return folded


_CLUBS = frozenset(("sports club", "football club", "sports team", "club", "team"))


def _level(known_by: int) -> int:
    return 0 if known_by < _KNOWN else 1 if known_by < _WELL_KNOWN else 2


_KNOWN, _WELL_KNOWN = 8, 40


def _is_written(name: str, names: Iterable[str]) -> bool:
    """Whether a name of one word has its capitals where one of *names* has them: "Us" is not "US"."""
    if " " in name:
        return True
    if name.isupper():
        return True
    return any(name == each or name in each.split() or (each.isupper() and len(each) > 3) for each in names)
