"""Candidates from Wikidata: two searches merged, their items fetched and cached."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from ld.errors import InputError
from ld.kb import Candidate, Item, Position, UnavailableError
from ld.kb.dump import Filter, known_classes, read_line
from ld.kb.item import QID, Kind, is_identifier
from ld.kb.writer import Office
from ld.wikidata.api import URL, Api
from ld.wikidata.cache import Cache
from ld.wikidata.matching import matching

A_CALL = 50
"""IDs in a call, at most."""

_FOUND = 20
_MOST = 50
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
        self._api, self._cache = api, cache
        self._revisions: dict[str, int] = {}

    def holds(self, kind: Kind) -> bool:
        """Only people are asked for."""
        return kind == "person"

    def may_name(self, _: str) -> bool:
        """Nobody is asked whether any words may be a name."""
        return False

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The people whom *name* may mean. UnavailableError if there is no answer."""
        found = (each.found for each in self._entities(self._search(" ".join(_WORD.findall(name)))).values())
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
        """The item with this ID, which may be one that was merged into it; None if there is none of a known kind."""
        if not QID.fullmatch(qid):
            if is_identifier(qid):
                return None
            raise InputError(f"{qid!r} is not a Wikidata item", "write Q and a number, such as Q884")
        found = self._entities([qid])[qid].found
        return found if isinstance(found, Item) else None

    def source_of(self, qid: str) -> str:
        """Wikidata, and the revision of the item that was read."""
        return f"Wikidata: revision {self._revisions[qid]}" if qid in self._revisions else "Wikidata"

    def close(self) -> None:
        """Close the connections and the cache."""
        if self._api:
            self._api.close()
        self._cache.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _search(self, words: str) -> list[str]:
        """The IDs that either search has for *words*: neither finds all that the other does."""
        key = f"search {words}"
        known: list[str] | None = self._cache.get(key) if words else []
        if known is None:
            online = self._online(words)
            found = list(dict.fromkeys((*_by_label(online, words), *_by_text(online, words))))
            known = [qid for qid in found if QID.fullmatch(qid)]
            self._cache.put({key: known})
        return known

    def _entities(self, qids: Iterable[str]) -> "dict[str, _Entity]":
        """What these IDs stand for, by them, in their order."""
        answers = {qid: self._cache.get(qid) for qid in dict.fromkeys(qids)}
        unknown = [qid for qid, answer in answers.items() if answer is None]
        read = {qid: _read(answer) for qid, answer in answers.items() if answer is not None}
        for call in (unknown[first : first + A_CALL] for first in range(0, len(unknown), A_CALL)):
            online = self._online(", ".join(call))
            reply = online.get(
                action="wbgetentities", ids="|".join(call), languages="en|mul",
                props="labels|aliases|descriptions|claims|sitelinks|info",
            )  # fmt: skip
            fresh = {qid: _expected(reply, "entities", qid) for qid in call}
            try:
                read |= {qid: _read(answer) for qid, answer in fresh.items()}
                self._cache.put(fresh)
            except RecursionError as error:
                raise UnavailableError("service unavailable: Wikidata answered with JSON nested too deeply") from error
        self._revisions |= {each.found.qid: each.revision for each in read.values() if each.found and each.revision}
        return {qid: read[qid] for qid in answers}

    def _posts(self, items: Iterable[Item]) -> dict[str, Office]:
        """The offices of the *items* with their titles, by their IDs."""
        offices = {position.office for item in items for position in item.positions if position.office}
        found = {qid: each.found for qid, each in self._entities(sorted(offices)).items()}
        return {
            qid: each if isinstance(each, Office) else Office(each.qid, each.label, None)
            for qid, each in found.items()
            if each is not None
        }

    def _online(self, wanted: str) -> Api:
        if self._api is None:
            raise UnavailableError(f"service unavailable: offline, and not kept: {wanted}", "run it without --offline")
        return self._api


def _by_label(online: Api, words: str) -> Iterator[str]:
    """The IDs of what has a label or an alias that begins with *words*."""
    first, more = 0, True
    while more and first < _MOST:
        reply = online.get(
            action="wbsearchentities", search=words, language="en", uselang="en", type="item",
            limit=str(min(_FOUND, _MOST - first)), **({"continue": str(first)} if first else {}),
        )  # fmt: skip
        yield from (_text(_expected(hit, "id")) for hit in _listed(_expected(reply, "search")))
        then = reply.get("search-continue", 0)
        more = isinstance(then, int) and then > first
        first = then


def _by_text(online: Api, words: str) -> Iterator[str]:
    """The IDs of the people in whose pages *words* stand, in any order."""
    reply = online.get(
        action="query", list="search", srsearch=f"{words} haswbstatement:P31=Q5", srnamespace="0",
        srlimit=str(_FOUND), srinfo="", srprop="",
    )  # fmt: skip
    yield from (_text(_expected(hit, "title")) for hit in _listed(_expected(reply, "query", "search")))


def _expected(reply: Any, *keys: str) -> Any:
    """What stands under *keys* in *reply*. UnavailableError if it is not there: that is no answer, not an empty one."""
    for key in keys:
        if not isinstance(reply, dict) or key not in reply:
            raise UnavailableError(f"service unavailable: Wikidata answered without {key!r}", "try again later")
        reply = reply[key]
    return reply


def _text(found: Any) -> str:
    """*found* if it is text; else none, which is the ID of nothing."""
    return found if isinstance(found, str) else ""


def _listed(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise UnavailableError("service unavailable: Wikidata answered without a list", "try again later")
    return found


class _Entity(NamedTuple):
    """What an ID stands for: a post, an item of a known kind, or none of these; and the revision that was read."""

    found: Item | Office | None
    revision: int


def _read(answer: Any) -> _Entity:
    """The entity of an *answer*; one that was merged comes under its new ID."""
    plain = {key: value for key, value in answer.items() if key != "redirects"} if isinstance(answer, dict) else answer
    try:
        found = read_line(json.dumps(plain).encode(), _WANTED)
        revision = msgspec.convert(plain.get("lastrevid", 0), int)
    except msgspec.MsgspecError as error:
        raise UnavailableError(f"service unavailable: Wikidata answered with no entity: {error}") from error
    return _Entity(found if isinstance(found, (Item, Office)) else None, revision)


_WANTED = Filter(
    frozenset(("person", "country", "place", "organization")), 0, frozenset(("en", "mul")), known_classes()
)


def _titled(item: Item, posts: dict[str, Office]) -> Item:
    """*item* with the titles of its posts, and their countries."""
    positions = tuple(_named(position, posts.get(position.office or "")) for position in item.positions)
    return msgspec.structs.replace(item, positions=positions)


def _named(position: Position, office: Office | None) -> Position:
    if office is None:
        return position
    return msgspec.structs.replace(position, title=office.title, country=position.country or office.country)
