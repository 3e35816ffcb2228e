"""An index of the text's mentions: entities by the offsets at which they are named."""

import bisect
import functools
import itertools
from collections.abc import Collection, Iterable
from typing import NamedTuple

import msgspec

from ld.facts import Entity, EntityKind, Mention
from ld.identifiers import slug, unused


class Named(NamedTuple):
    """A mention and the entity that it names."""

    start: int
    end: int
    mention: Mention
    entity: Entity


class MentionIndex:
    """An index of entities by the offsets of their mentions; it never changes once made."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)

    @functools.cached_property
    def _named(self) -> list[Named]:
        """The mentions in order; many an index is only added to."""
        return sorted(
            [
                Named(mention.start, mention.end, mention, entity)
                for entity in self.entities
                for mention in entity.mentions
            ],
            key=_order,
        )

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [named.start for named in self._named]

    @functools.cached_property
    def _reach(self) -> list[int]:
        """How far the mentions up to each one reach."""
        return list(itertools.accumulate([named.end for named in self._named], max))

    @functools.cached_property
    def _by_kind(self) -> dict[EntityKind, tuple[list[int], list[Named]]]:
        """The mentions of each kind in order, and where they start."""
        by_kind: dict[EntityKind, tuple[list[int], list[Named]]] = {}
        for named in self._named:
            starts, mentions = by_kind.setdefault(named.entity.kind, ([], []))
            starts.append(named.start)
            mentions.append(named)
        return by_kind

    def within(self, start: int, end: int, *kinds: EntityKind) -> list[Named]:
        """The mentions within *start* to *end*, in order, of these *kinds*, or of any."""
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return [
            named for named in self._named[first:last] if named.end <= end and (not kinds or named.entity.kind in kinds)
        ]

    def nearest(self, offset: int, *kinds: EntityKind) -> Named | None:
        """The mention of these *kinds* that ends at or before *offset*, the nearest."""
        found = [named for kind in kinds if (named := self._last(offset, kind))]
        return max(found, key=_order) if len(found) > 1 else next(iter(found), None)

    def _last(self, offset: int, kind: EntityKind) -> Named | None:
        if kind not in self._by_kind:
            return None
        starts, mentions = self._by_kind[kind]
        place = bisect.bisect_left(starts, offset) - 1
        while place >= 0 and mentions[place].end > offset:
            place -= 1
        return mentions[place] if place >= 0 else None

    def ending_at(self, offset: int, *kinds: EntityKind) -> Named | None:
        """The mention that ends exactly at *offset*."""
        nearest = self.nearest(offset, *kinds)
        return nearest if nearest and nearest.end == offset else None

    def starting_at(self, first: int, last: int, *kinds: EntityKind) -> Named | None:
        """The first mention that starts between *first* and *last*, both included."""
        after = self._named[bisect.bisect_left(self._starts, first) : bisect.bisect_right(self._starts, last)]
        return next((named for named in after if not kinds or named.entity.kind in kinds), None)

    def overlapping(self, start: int, end: int) -> list[Named]:
        """The mentions that share a code point with *start* to *end*, in order."""
        first = bisect.bisect_right(self._reach, start)
        last = bisect.bisect_left(self._starts, end)
        return [named for named in self._named[first:last] if named.end > start] if first < last else []

    def covers(self, start: int, end: int) -> bool:
        """Whether any mention overlaps *start* to *end*."""
        return bool(self.overlapping(start, end))

    def add(self, *entities: Entity) -> "MentionIndex":
        """These entities too. An entity whose id is known gets the further mentions."""
        if not entities:
            return self
        merged = {entity.id: entity for entity in self.entities}
        for entity in entities:
            known = merged.get(entity.id)
            merged[entity.id] = entity if known is None else _merge(known, entity.mentions)
        return MentionIndex(merged.values())


def _order(named: Named) -> tuple[int, int, str]:
    return (named.start, -named.end, named.entity.id)


def _merge(entity: Entity, mentions: Iterable[Mention]) -> Entity:
    unique = {(mention.start, mention.end): mention for mention in (*mentions, *entity.mentions)}
    return msgspec.structs.replace(entity, mentions=tuple(unique[key] for key in sorted(unique)))


def identifier(kind: EntityKind, name: str, taken: Collection[str] = ()) -> str:
    """An id for an entity, from its kind and name: "person-kim-yong-hyun"; numbered if it is *taken*."""
    return unused(f"{kind}-{slug(name)}", taken)
