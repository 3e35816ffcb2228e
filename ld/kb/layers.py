"""Several knowledge bases as one: of an item that two know, what the first states goes before."""

from collections.abc import Iterable
from typing import NamedTuple

from ld.kb.item import Item, Kind, merged
from ld.kb.lookup import Lookup
from ld.kb.names import Candidate, How


class Layers(NamedTuple):
    """Knowledge bases in order of precedence."""

    bases: tuple[Lookup, ...]

    @property
    def source(self) -> str:
        """How a reason names them."""
        return ", ".join(base.source for base in self.bases)

    @property
    def is_live(self) -> bool:
        """Whether one of them asks over the network."""
        return any(base.is_live for base in self.bases)

    @property
    def people(self) -> int:
        """The number of people in all of them, counting one in two of them twice; 0 if unknown."""
        return sum(base.people for base in self.bases)

    def holds(self, kind: Kind) -> bool:
        """Whether one can know items of this *kind*."""
        return any(base.holds(kind) for base in self.bases)

    def may_name(self, folded: str) -> bool:
        """Whether something may be named so, by the key of a name."""
        return any(base.may_name(folded) for base in self.bases)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The items that *name* may mean; those that bear it precede those that it merely resembles."""
        found = _merged(base.candidates(name) for base in self.bases)
        named = tuple(each for each in found if each.how <= How.SHORT)
        return named or found

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*, as far as files know them: no search over the network gives all."""
        return _merged(base.with_surname(surname) for base in self.bases if not base.is_live)

    def bearers(self, surname: str) -> int:
        """The number of people with this *surname*, as far as files know; one in two of them counts twice."""
        return sum(base.bearers(surname) for base in self.bases)

    def item(self, qid: str) -> Item | None:
        """The item with this ID or IRI; None if there is none."""
        known = [item for base in self.bases if (item := base.item(qid))]
        return _joined(known) if known else None

    def source_of(self, qid: str) -> str:
        """How a link to this item names its source: the first that knows it."""
        knowing = (base for base in self.bases if base.item(qid))
        return next(knowing, self.bases[0]).source_of(qid)


def offline(kb: Lookup | None) -> Lookup | None:
    """*kb* without what asks over the network."""
    if isinstance(kb, Layers):
        return Layers(tuple(base for base in kb.bases if not base.is_live))
    return None if kb is None or kb.is_live else kb


def _merged(found: Iterable[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    by_item: dict[str, list[Candidate]] = {}
    for candidate in (each for candidates in found for each in candidates):
        by_item.setdefault(candidate.item.identifier, []).append(candidate)
    return tuple(
        Candidate(_joined([each.item for each in alike]), min(each.how for each in alike)) for alike in by_item.values()
    )


def _joined(items: list[Item]) -> Item:
    """One item from what all say about it, in order of precedence."""
    first, *others = items
    for other in others:
        first = merged(other, first)
    return first
