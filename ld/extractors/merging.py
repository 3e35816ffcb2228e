"""Merges another extractor's facts into ours: those that their words prove and that we do not have yet."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from ld.article import Citation
from ld.extractors.placing import place
from ld.extractors.soundness import Fact, folded, parts, sound
from ld.facts import EVENT_ROLES, IDENTIFIED, Entity, Event, Facts, Membership, Post, Reference
from ld.identifiers import identifier_of
from ld.mentions import MentionIndex, identifier


class Merged(NamedTuple):
    """The facts of both, and the fate of the other's.

    *added* counts the new ones, *known* those that ours contain already.
    *dropped* explains what is wrong with each of the rest; *ambiguous* counts citations whose words occur in several
    places, one of which was chosen.
    """

    facts: Facts
    added: int
    known: int
    dropped: tuple[str, ...]
    ambiguous: int


def merge(ours: Facts, theirs: Facts) -> Merged:
    """*ours* with what *theirs* add to them, for the same article.

    Their facts about the article itself are ignored. Another fact is kept if the words that it cites support all of it:
    the words are in the article, participants are named in them, dates are read from them by our rules, quotations are
    in quotation marks. Names known to ours keep our kind.
    """
    placed = place(msgspec.structs.replace(theirs, **_OF_THE_ARTICLE, article=ours.article))
    kept, dropped = sound(placed.facts)
    joined = _Joined(ours)
    for entity in kept.entities:
        joined.add_entity(entity)
    for group in IDENTIFIED[1:]:
        for fact in getattr(kept, group):
            joined.add(group, fact)
    return Merged(joined.facts(), joined.added, joined.known, (*dropped, *joined.dropped), placed.ambiguous)


_OF_THE_ARTICLE: dict[str, Any] = {
    "authors": (),
    "publisher": None,
    "dateline": None,
    "credits": (),
    "about": (),
    "topics": (),
    "contributions": (),
}


class _Joined:
    """Our facts, to which another's are added."""

    def __init__(self, ours: Facts) -> None:
        self._ours = ours
        self._names = MentionIndex(ours.entities)
        self._new: dict[str, list[Any]] = {group: list(getattr(ours, group)) for group in IDENTIFIED}
        self._ids: dict[str, str] = {}
        self.added = self.known = 0
        self.dropped: list[str] = []

    def facts(self) -> Facts:
        entities = sorted(self._new["entities"], key=_first_mention)
        return msgspec.structs.replace(
            self._ours, **{group: tuple(facts) for group, facts in self._new.items()} | {"entities": tuple(entities)}
        )

    def add_entity(self, entity: Entity) -> None:
        """Add *entity*, unless it is already there; then its mentions and evidence are added to that one."""
        same = self._same(entity)
        free = tuple(mention for mention in entity.mentions if not self._names.covers(mention.start, mention.end))
        if same:
            self._ids[entity.id] = same.id
            self.known += 1
        elif not free or (entity.kind == "country" and entity.country_code is None):
            self.dropped.append(f"{entity.name!r}: our rules take it for something else")
        else:
            id_ = identifier(entity.kind, entity.name, self._taken())
            self._ids[entity.id] = id_
            self._new["entities"].append(msgspec.structs.replace(entity, id=id_, mentions=free, link=None))
            self._names = MentionIndex(self._new["entities"])
            self.added += 1

    def _same(self, entity: Entity) -> Entity | None:
        """The entity of the same kind with this name: the same words, or a name that contains all of its words."""
        alike = [other for other in self._new["entities"] if other.kind == entity.kind]
        spans = {(mention.start, mention.end) for mention in entity.mentions}
        words = set(folded(entity.name).split())
        by_words = [other for other in alike if any((said.start, said.end) in spans for said in other.mentions)]
        by_name = [other for other in alike if words <= set(folded(other.name).split())]
        return next(iter(by_words), None) or (by_name[0] if len(by_name) == 1 else None)

    def _taken(self) -> set[str]:
        return {fact.id for facts in self._new.values() for fact in facts}

    def add(self, group: str, fact: Fact) -> None:
        """Add *fact* to *group* under an id of its own, unless it is already there."""
        if not all(id_ in self._ids for id_, _ in parts(fact)):
            self.dropped.append(f"{group}: {fact.id!r} speaks of what our rules take for something else")
            return
        renamed = _renamed(fact, self._ids)
        if any(_is_told(renamed, other) for other in self._new[group]):
            self.known += 1
            return
        id_ = identifier_of(renamed, self._taken())
        self._new[group].append(msgspec.structs.replace(renamed, id=id_))
        self.added += 1


def _first_mention(entity: Entity) -> tuple[int, str]:
    return (entity.mentions[0].start if entity.mentions else 1 << 40, entity.id)


def _renamed(fact: Any, ids: dict[str, str]) -> Any:
    """*fact* with its entities replaced according to *ids*."""

    def references(parts: Sequence[Reference]) -> tuple[Reference, ...]:
        return tuple(msgspec.structs.replace(part, entity=ids[part.entity]) for part in parts)

    match fact:
        case Post():
            body, country, place = (id_ and ids[id_] for id_ in (fact.body, fact.country, fact.place))
            return msgspec.structs.replace(fact, holder=ids[fact.holder], body=body, country=country, place=place)
        case Membership():
            parties = {"organization": ids[fact.organization], "member": ids[fact.member]}
            return msgspec.structs.replace(fact, **parties)
        case Event():
            roles = {name: references(getattr(fact, name)) for name in EVENT_ROLES}
            return msgspec.structs.replace(fact, **roles)
    return msgspec.structs.replace(fact, speakers=references(fact.speakers))


def _is_told(fact: Any, other: Any) -> bool:
    """Whether *other* states the same: the same post or membership, or a fact that cites overlapping words."""
    match fact:
        case Post():
            return (fact.holder, folded(fact.title)) == (other.holder, folded(other.title))
        case Membership():
            return (fact.organization, fact.member) == (other.organization, other.member)
    return any(
        one.start < two.end and two.start < one.end
        for one in fact.evidence
        for two in other.evidence
        if isinstance(one, Citation) and isinstance(two, Citation)
    )
