"""Candidates from Wikidata: two searches merged, their items fetched and cached."""

import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from ld.errors import InputError
from ld.kb import Candidate, Item, Position, UnavailableError
from ld.kb.item import QID, Kind, is_identifier
from ld.kb.writer import Office
from ld.wikidata.api import URL, Api
from ld.wikidata.cache import Cache
from ld.wikidata.entities import Entities
from ld.wikidata.matching import matching

_WORD = re.compile(r"\w[\w.'’-]*")


def open_wikidata(*, contact: str, cache: Path, offline: bool = False, url: str = "") -> "Wikidata":
    """Wikidata, or the Wikibase whose Action API is at *url*, asked in the name of *contact*.

    Answers are kept in the folder *cache*; *offline*, nothing else is read, however old it is.
    Raises InputError without a contact, or for a folder that cannot be used.
    """
    url = url or URL
    api = None if offline else Api(url, contact)
    return Wikidata(api, Cache(cache, url, days=None) if offline else Cache(cache, url))


class Wikidata:
    """People on Wikidata, looked up as in a knowledge base (``ld.kb.Lookup``). Without *api*, only in the *cache*."""

    source = "Wikidata"
    people = 0
    is_live = True

    def __init__(self, api: Api | None, cache: Cache) -> None:
        self._entities = Entities(api, cache)

    def holds(self, kind: Kind) -> bool:
        """Only people are asked for."""
        return kind == "person"

    def may_name(self, _: str) -> bool:
        """Nobody is asked whether any words may be a name."""
        return False

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The people whom *name* may mean. Raises UnavailableError if there is no answer."""
        qids = self._entities.search(" ".join(_WORD.findall(name)))
        found = (each.found for each in self._entities.read(qids).values())
        people = {item.qid: item for item in found if isinstance(item, Item) and item.kind == "person"}
        candidates = matching(name, people.values())
        posts = self._posts(each.item for each in candidates)
        return tuple(Candidate(_titled(each.item, posts), each.how) for each in candidates)

    def with_surname(self, _: str) -> tuple[Candidate, ...]:
        """UnavailableError: no search gives all who bear a surname, and of some, the wrong one would be taken."""
        raise UnavailableError("Wikidata cannot be asked for a surname alone", "add a correction (--links)")

    def bearers(self, _: str) -> int:
        """Nobody is asked how rare a surname is."""
        return 0

    def item(self, qid: str) -> Item | None:
        """The item with this ID, even if it was merged into another; None if there is none of a known kind."""
        if not QID.fullmatch(qid):
            if is_identifier(qid):
                return None
            raise InputError(f"{qid!r} is not a Wikidata item", "write Q and a number, such as Q884")
        found = self._entities.read([qid])[qid].found
        return found if isinstance(found, Item) else None

    def source_of(self, qid: str) -> str:
        """Wikidata, and the revision of the item that was read."""
        return f"Wikidata: revision {self._entities.revisions[qid]}" if qid in self._entities.revisions else "Wikidata"

    def close(self) -> None:
        """Close the connections and the cache."""
        self._entities.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _posts(self, items: Iterable[Item]) -> dict[str, Office]:
        """The offices of the *items* with their titles, by their IDs."""
        offices = {position.office for item in items for position in item.positions if position.office}
        found = {qid: each.found for qid, each in self._entities.read(sorted(offices)).items()}
        return {
            qid: each if isinstance(each, Office) else Office(each.qid, each.label, None)
            for qid, each in found.items()
            if each is not None
        }


def _titled(item: Item, posts: dict[str, Office]) -> Item:
    """*item* with the titles of its posts, and their countries."""
    positions = tuple(_named(position, posts.get(position.office or "")) for position in item.positions)
    return msgspec.structs.replace(item, positions=positions)


def _named(position: Position, office: Office | None) -> Position:
    if office is None:
        return position
    return msgspec.structs.replace(position, title=office.title, country=position.country or office.country)
