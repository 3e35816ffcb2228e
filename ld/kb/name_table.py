"""The table of names in a knowledge base: which items a name may mean."""

import functools
from collections.abc import Callable

from ld.kb.bloom import filter_of
from ld.kb.file import KbFile
from ld.kb.names import SURNAME, Candidate, How, agrees, key, without_initials, words

MOST = 200
"""Candidates of one name that are looked at; of more, those with the smallest numbers."""

KEPT = 4096
"""Names, and items, of which the answers are kept: the news repeats itself."""


class NameTable:
    """The names in *file*, the latest answers kept."""

    def __init__(self, file: KbFile) -> None:
        self._file = file
        self._named = functools.lru_cache(KEPT)(self._look_up)
        self.candidates = functools.lru_cache(KEPT)(self._candidates)
        """The items that a name may mean: see ``Kb.candidates``."""
        self.bearers = functools.lru_cache(KEPT)(self._bearers)
        """How many people have a surname."""

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        parts = words(name)
        found = self._named("".join(parts), How.LABEL, How.SHORT)
        if found or len(parts) < _FIRST_AND_LAST:
            return found
        bare = without_initials(parts)
        if bare != parts and (found := self._named("".join(bare), How.LABEL, How.SHORT)):
            return tuple(Candidate(item, How.INITIALS) for item, _ in found if agrees(parts, item))
        turned = ("".join((*bare[1:], bare[0])), "".join((bare[-1], *bare[:-1])))
        if not any(map(self.may_name, turned)):
            return ()
        items = {
            item.number: item
            for item in (self._file.unpacked(record) for (record,) in self._file.rows(_TURNED, turned))
        }
        return tuple(Candidate(item, How.ORDER) for item in items.values() if item.kind == "person")

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*."""
        return self._named(SURNAME + key(surname), How.SURNAME, How.SURNAME)

    def _bearers(self, surname: str) -> int:
        folded = SURNAME + key(surname)
        return int(self._file.rows(_BEARERS, (folded,))[0][0]) if self.may_name(folded) else 0

    def beginning(self, start: str, most: int) -> list[Candidate]:
        """At most *most* items that have a name with this *start*."""
        folded = key(start)
        rows = self._file.rows(_BEGINNING, (folded, folded + "\U0010ffff", most)) if folded else []
        return [Candidate(self._file.unpacked(record), How.BEGINNING) for (record,) in rows]

    @functools.cached_property
    def may_name(self) -> Callable[[str], bool]:
        """Whether something may be named so, by the key of a name: see ``ld.kb.bloom``."""
        found = self._file.rows("SELECT bits FROM bloom", ())
        bits = found[0][0] if found else None
        if not isinstance(bits, bytes) or not bits or len(bits) & (len(bits) - 1):
            raise self._file.damaged("its filter of names is none")
        return filter_of(bits)

    def _look_up(self, folded: str, first: int, last: int) -> tuple[Candidate, ...]:
        if not self.may_name(folded):  # the filter answers in a hundredth of the time that the table takes
            return ()
        rows = self._file.rows(_NAMED, (folded, first, last, MOST))
        if len(rows) == 1:
            return (Candidate(self._file.unpacked(rows[0][1]), _HOW[rows[0][0]]),)
        return tuple(
            sorted((Candidate(self._file.unpacked(record), _HOW[how]) for how, record in rows), key=_best_known)
        )


_HOW = tuple(How)
_FIRST_AND_LAST = 2
_NAMED = """
SELECT name.how, item.record FROM name JOIN item ON item.qid = name.qid
WHERE name.key = ? AND name.how BETWEEN ? AND ? LIMIT ?"""
_BEARERS = f"SELECT COUNT(*) FROM name WHERE key = ? AND how = {int(How.SURNAME)}"  # noqa: S608 - a number of ours
_TURNED = """
SELECT item.record FROM name JOIN item ON item.qid = name.qid WHERE name.key IN (?, ?) AND name.how < 2
ORDER BY name.qid"""
_BEGINNING = """
SELECT item.record FROM name JOIN item ON item.qid = name.qid
WHERE name.key BETWEEN ? AND ? AND name.how <= 2 LIMIT ?"""


def _best_known(candidate: Candidate) -> tuple[int, int, int]:
    return (candidate.how, -candidate.item.known_by, candidate.item.number)
