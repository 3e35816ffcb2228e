"""Reading a knowledge base: a SQLite file, mapped into memory and shared by all who read it."""

import functools
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from ld.errors import InputError
from ld.kb.bloom import filter_of
from ld.kb.item import Item, Kind, is_identifier, number_of, unpack
from ld.kb.names import SURNAME, How, agrees, key, without_initials, words

FORMAT = "article-ld knowledge base, format 3"
MOST = 200
"""Candidates of one name that are looked at; of more, those with the smallest numbers."""

_MAPPED = 1 << 34
_KEPT = 4096
"""Names whose items are kept: the news repeats itself."""


class Candidate(NamedTuple):
    """An item that a name may mean, and how the name agrees with the item's."""

    item: Item
    how: How


class Info(NamedTuple):
    """What a knowledge base says of itself. *snapshot* is the day that it describes, or empty."""

    name: str
    snapshot: str
    items: dict[str, int]
    names: int
    sources: tuple[str, ...]

    def told(self) -> str:
        """The knowledge base as a link names its source."""
        return f"{self.name}: {self.snapshot}" if self.snapshot else self.name


def open_kb(path: str | Path) -> "Kb":
    """The knowledge base in the file *path*, for reading only.

    Raises InputError when there is none, or the file is no knowledge base of this format.
    """
    return Kb(Path(path))


class Kb:
    """An open knowledge base. It may go to another process: there the file is opened anew.

    *source* is how a link cites it; *people* counts those that it holds.
    """

    is_live = False

    def __init__(self, path: Path) -> None:
        self.path = path
        import sqlite3  # noqa: PLC0415 - imported late: without a knowledge base nobody shall wait for it

        _check(path)
        self._database_error = sqlite3.Error
        try:
            self._rows = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
                cached_statements=16,
            )
        except sqlite3.Error as error:
            raise InputError(f"{path}: cannot be opened: {error}", "check the path and its permissions") from error
        try:
            self._rows.execute(f"PRAGMA mmap_size={_MAPPED}")
            self._meta = dict(self._rows.execute("SELECT key, value FROM meta"))
            if self._meta.get("format") != FORMAT:
                raise _foreign(path)
            info = self.info()
        except (sqlite3.Error, KeyError, ValueError, TypeError, AttributeError) as error:
            self._rows.close()
            raise _foreign(path) from error
        except InputError:
            self._rows.close()
            raise
        self._named = functools.lru_cache(_KEPT)(self._look_up)
        self._meant = functools.lru_cache(_KEPT)(self._look_for)
        self._borne = functools.lru_cache(_KEPT)(self._count)
        self.source, self.people = info.told(), info.items.get("person", 0)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The items that *name* may mean, the best known first of those that agree equally well.

        Where no item is named so, a middle initial or a "Jr." is overlooked, and then the order of the words.
        """
        return self._meant(name)

    def _look_for(self, name: str) -> tuple[Candidate, ...]:
        parts = words(name)
        found = self._named("".join(parts), How.LABEL, How.SHORT)
        if found or len(parts) < _FIRST_AND_LAST:
            return found
        bare = without_initials(parts)
        if bare != parts and (found := self._named("".join(bare), How.LABEL, How.SHORT)):
            return tuple(Candidate(item, How.INITIALS) for item, _ in found if agrees(parts, item))
        turned = ("".join((*bare[1:], bare[0])), "".join((bare[-1], *bare[:-1])))
        items = {item.number: item for item in (self._unpacked(record) for (record,) in self._asked(_TURNED, turned))}
        return tuple(Candidate(item, How.ORDER) for item in items.values() if item.kind == "person")

    def with_surname(self, surname: str) -> tuple[Candidate, ...]:
        """The people with this *surname*."""
        return self._named(SURNAME + key(surname), How.SURNAME, How.SURNAME)

    def bearers(self, surname: str) -> int:
        """How many people have this *surname*."""
        return self._borne(surname)

    def _count(self, surname: str) -> int:
        return int(self._asked(_BEARERS, (SURNAME + key(surname),))[0][0])

    def may_name(self, folded: str) -> bool:
        """Whether something may be named so, by the key of a name: see ``ld.kb.bloom``."""
        return self._may_name(folded)

    def holds(self, kind: Kind) -> bool:
        """Whether there are items of this *kind*."""
        return int(self._meta.get(f"items {kind}", 0)) > 0

    def item(self, qid: str) -> Item | None:
        """The item with this ID or IRI, which may be one that was merged into it; None if there is none.

        Raises InputError for what is neither.
        """
        number = number_of(qid)
        moved = self._asked("SELECT target FROM former WHERE qid = ?", (number,))
        rows = self._asked("SELECT record FROM item WHERE qid = ?", (moved[0][0] if moved else number,))
        return self._unpacked(rows[0][0]) if rows else None

    def items(self) -> Iterator[Item]:
        """All items by number, not all of them in memory at once."""
        return (self._unpacked(record) for (record,) in self._each("SELECT record FROM item ORDER BY qid"))

    def moved(self) -> Iterator[tuple[str, str]]:
        """The IDs that were merged into those of items, each with that. IRIs of the house are left out."""
        rows = self._each("SELECT qid, target FROM former WHERE qid > 0 ORDER BY qid")
        return ((f"Q{old}", f"Q{new}") for old, new in rows)

    def source_of(self, _: str) -> str:
        """How a link names its source: all items are of one version."""
        return self.source

    def __contains__(self, qid: object) -> bool:
        """Whether there is an item with this ID or IRI of its own."""
        number = number_of(qid) if isinstance(qid, str) and is_identifier(qid) else 0
        return bool(self._asked("SELECT 1 FROM item WHERE qid = ?", (number,)))

    def former(self) -> Iterator[str]:
        """The IDs that were merged into those of items. IRIs of what Wikidata has by now are left out."""
        return (f"Q{number}" for (number,) in self._each("SELECT qid FROM former WHERE qid > 0 ORDER BY qid"))

    def adopted(self) -> Iterator[tuple[str, str]]:
        """The IRIs of what the house knew first, each with the ID that Wikidata has for it by now."""
        rows = self._each("SELECT item.record FROM former JOIN item ON item.qid = target WHERE former.qid < 0")
        return ((item.iri, item.qid) for item in (self._unpacked(record) for (record,) in rows))

    def of_the_house(self) -> int:
        """How many items have an IRI of the house's own, since Wikidata lacks them."""
        return int(self._asked("SELECT COUNT(*) FROM item WHERE qid < 0", ())[0][0])

    def search(self, name: str, most: int = 20) -> tuple[Candidate, ...]:
        """The *candidates*, people with this surname, and what has a name that begins so: at most *most*."""
        found = {candidate.item.number: candidate for candidate in self.candidates(name)}
        for candidate in (*self.with_surname(name), *self._beginning(key(name), most)):
            found.setdefault(candidate.item.number, candidate)
        return tuple(found.values())[:most]

    def info(self) -> Info:
        """What the knowledge base says of itself."""
        kinds = {k.removeprefix("items "): int(v) for k, v in sorted(self._meta.items()) if k.startswith("items ")}
        sources = tuple(self._meta.get("sources", "").splitlines())
        return Info(self._meta["name"], self._meta["snapshot"], kinds, int(self._meta["names"]), sources)

    def close(self) -> None:
        """Close the file."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[type["Kb"], tuple[Path]]:
        return (Kb, (self.path,))

    @functools.cached_property
    def _may_name(self) -> Callable[[str], bool]:
        found = self._asked("SELECT bits FROM bloom", ())
        bits = found[0][0] if found else None
        if not isinstance(bits, bytes) or not bits or len(bits) & (len(bits) - 1):
            raise _damaged(self.path, ValueError("its filter of names is none"))
        return filter_of(bits)

    def _look_up(self, folded: str, first: int, last: int) -> tuple[Candidate, ...]:
        rows = self._asked(_NAMED, (folded, first, last, MOST))
        if len(rows) == 1:
            return (Candidate(self._unpacked(rows[0][1]), _HOW[rows[0][0]]),)
        return tuple(sorted((Candidate(self._unpacked(record), _HOW[how]) for how, record in rows), key=_best_known))

    def _beginning(self, folded: str, most: int) -> list[Candidate]:
        rows = self._asked(_BEGINNING, (folded, folded + "\U0010ffff", most)) if folded else []
        return [Candidate(self._unpacked(record), How.BEGINNING) for (record,) in rows]

    def _asked(self, query: str, values: Sequence[object]) -> list[Any]:
        try:
            return self._rows.execute(query, values).fetchall()
        except self._database_error as error:
            raise _damaged(self.path, error) from error

    def _each(self, query: str) -> Iterator[Any]:
        try:
            for row in self._rows.execute(query):  # noqa: UP028 - "yield from" would close the cursor of a closed file
                yield row
        except self._database_error as error:
            raise _damaged(self.path, error) from error

    def _unpacked(self, record: bytes) -> Item:
        try:
            return unpack(record)
        except (msgspec.MsgspecError, TypeError, ValueError) as error:
            raise _damaged(self.path, error) from error


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


def _check(path: Path) -> None:
    """InputError if *path* is no file that can be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: is no file, so no knowledge base", "name the file that kb build has written")
        path.open("rb").close()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such knowledge base", "build one with: article-ld kb build") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and its permissions") from error


def _damaged(path: Path, error: Exception) -> InputError:
    return InputError(f"{path}: is damaged: {error}", "build it anew with: article-ld kb build")


def _foreign(path: Path) -> InputError:
    return InputError(f"{path}: not a knowledge base of this version", "build it anew with: article-ld kb build")
