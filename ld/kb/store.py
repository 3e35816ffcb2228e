"""Reading a knowledge base: items by their names, and by their IDs."""

import functools
from collections.abc import Callable
from pathlib import Path

from ld.kb.file import Info, KbFile
from ld.kb.item import Item, Kind, is_identifier, number_of
from ld.kb.name_table import KEPT, NameTable
from ld.kb.names import Candidate

__all__ = ["Info", "Kb", "open_kb"]


def open_kb(path: str | Path) -> "Kb":
    """The knowledge base in the file *path*, for reading only.

    Raises InputError if there is none, or the file is not a knowledge base of this format.
    """
    return Kb(Path(path))


class Kb(KbFile):
    """An open knowledge base, used as a ``Lookup``.

    *source* is how links cite it; *people* is the number of people in it.
    """

    is_live = False

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        info = self.info()
        self.source, self.people = info.told(), info.items.get("person", 0)
        self._names = NameTable(self)
        self._items = functools.lru_cache(KEPT)(self._look_up)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The items that *name* may mean, the best known first among equally good matches.

        If no item has that name, a middle initial or "Jr." is ignored, and then the order of the words.
        """
        return self._names.candidates(name)

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*."""
        return self._names.with_surname(surname)

    def bearers(self, surname: str) -> int:
        """How many people have this *surname*."""
        return self._names.bearers(surname)

    @functools.cached_property
    def may_name(self) -> Callable[[str], bool]:
        """Whether something may be named so, by the key of a name: see ``ld.kb.bloom``."""
        return self._names.may_name

    def holds(self, kind: Kind) -> bool:
        """Whether there are items of this *kind*."""
        return int(self._meta.get(f"items {kind}", 0)) > 0

    def item(self, qid: str) -> Item | None:
        """The item with this ID or IRI, even if it was merged into another; None if there is none.

        Raises InputError for anything else.
        """
        return self._items(number_of(qid))

    def _look_up(self, number: int) -> Item | None:
        moved = self.rows("SELECT target FROM former WHERE qid = ?", (number,))
        rows = self.rows("SELECT record FROM item WHERE qid = ?", (moved[0][0] if moved else number,))
        return self.unpacked(rows[0][0]) if rows else None

    def source_of(self, _: str) -> str:
        """How a link names its source: all items are of one version."""
        return self.source

    def __contains__(self, qid: object) -> bool:
        """Whether there is an item with this ID or IRI of its own."""
        number = number_of(qid) if isinstance(qid, str) and is_identifier(qid) else 0
        return bool(self.rows("SELECT 1 FROM item WHERE qid = ?", (number,)))

    def search(self, name: str, most: int = 20) -> tuple[Candidate, ...]:
        """At most *most* items: the *candidates*, people with this surname, and items with a name that begins so."""
        found = {candidate.item.number: candidate for candidate in self.candidates(name)}
        for candidate in (*self.with_surname(name), *self._names.beginning(name, most)):
            found.setdefault(candidate.item.number, candidate)
        return tuple(found.values())[:most]
