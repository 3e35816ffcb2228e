"""Wikidata's entities, read from the cache or from the service, and the searches that find them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from ld.errors import UnavailableError
from ld.kb import Item
from ld.kb.dump import Filter, known_classes, read_line
from ld.kb.item import QID
from ld.kb.writer import Office
from ld.wikidata.api import Api
from ld.wikidata.cache import Cache

A_CALL = 50
"""IDs in a call, at most."""

_FOUND = 20
_MOST = 50


class Entities:
    """The entities that *api* knows, requested only if not in *cache*; without *api*, only the cached ones.

    *revisions* are those that were read, by ID.
    """

    def __init__(self, api: Api | None, cache: Cache) -> None:
        self._api, self._cache = api, cache
        self.revisions: dict[str, int] = {}

    def search(self, words: str) -> list[str]:
        """The IDs that either search has for *words*: neither finds all that the other does."""
        key = f"search {words}"
        known: list[str] | None = self._cache.get(key) if words else []
        if known is None:
            online = self._online(words)
            found = list(dict.fromkeys((*_by_label(online, words), *_by_text(online, words))))
            known = [qid for qid in found if QID.fullmatch(qid)]
            self._cache.put({key: known})
        return known

    def read(self, qids: Iterable[str]) -> "dict[str, Entity]":
        """The entities of these IDs, by ID, in their order. Raises UnavailableError if there is no answer."""
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
        self.revisions |= {each.found.qid: each.revision for each in read.values() if each.found and each.revision}
        return {qid: read[qid] for qid in answers}

    def close(self) -> None:
        """Close the connections and the cache."""
        if self._api:
            self._api.close()
        self._cache.close()

    def _online(self, wanted: str) -> Api:
        if self._api is None:
            raise UnavailableError(f"service unavailable: offline, and not kept: {wanted}", "run it without --offline")
        return self._api


def _by_label(online: Api, words: str) -> Iterator[str]:
    """The IDs of items with a label or an alias that begins with *words*."""
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
    """The IDs of people whose pages contain *words*, in any order."""
    reply = online.get(
        action="query", list="search", srsearch=f"{words} haswbstatement:P31=Q5", srnamespace="0",
        srlimit=str(_FOUND), srinfo="", srprop="",
    )  # fmt: skip
    yield from (_text(_expected(hit, "title")) for hit in _listed(_expected(reply, "query", "search")))


def _expected(reply: Any, *keys: str) -> Any:
    """The value under *keys* in *reply*. Raises UnavailableError if it is missing: the reply is an error, not empty."""
    for key in keys:
        if not isinstance(reply, dict) or key not in reply:
            raise UnavailableError(f"service unavailable: Wikidata answered without {key!r}", "try again later")
        reply = reply[key]
    return reply


def _text(found: Any) -> str:
    """*found* if it is text, else empty, which is nothing's ID."""
    return found if isinstance(found, str) else ""


def _listed(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise UnavailableError("service unavailable: Wikidata answered without a list", "try again later")
    return found


class Entity(NamedTuple):
    """The entity of an ID: a post, an item of a known kind, or neither; and the revision that was read."""

    found: Item | Office | None
    revision: int


def _read(answer: Any) -> Entity:
    """The entity in an *answer*, under its new ID if it was merged."""
    plain = {key: value for key, value in answer.items() if key != "redirects"} if isinstance(answer, dict) else answer
    try:
        found = read_line(json.dumps(plain).encode(), _WANTED)
        revision = msgspec.convert(plain.get("lastrevid", 0), int)
    except msgspec.MsgspecError as error:
        raise UnavailableError(f"service unavailable: Wikidata answered with no entity: {error}") from error
    return Entity(found if isinstance(found, (Item, Office)) else None, revision)


_WANTED = Filter(
    frozenset(("person", "country", "place", "organization")), 0, frozenset(("en", "mul")), known_classes()
)
