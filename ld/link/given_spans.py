"""Entity linking of given spans, in place of those that the rules find (GERBIL's task D2KB)."""

from collections.abc import Iterator, Sequence

import msgspec

from ld.facts import Entity, EntityKind, Facts, Link, Mention, Nil
from ld.kb import Lookup
from ld.link import link
from ld.link.corrections import Correction
from ld.mentions import MentionIndex, Named, identifier


def link_spans(
    facts: Facts, spans: Sequence[tuple[int, int]], kb: Lookup | None = None, corrections: Sequence[Correction] = ()
) -> Facts:
    """Links *facts*, as extracted, with mentions at exactly these *spans*.

    A span gets the entity that the rules find there, even if they bound the name differently; otherwise it becomes an
    entity of its own, of the kind of what *kb* knows by these words.
    The rest of the article is processed as usual, so that its context still tells namesakes apart.
    """
    linked = link(facts, kb, corrections)
    names = MentionIndex(linked.entities)
    mentions: dict[str, list[Mention]] = {}
    unknown: dict[str, list[Mention]] = {}
    text = facts.article.text
    for start, end in sorted(set(spans)):
        named = _widest(names, start, end)
        if named:
            mention = Mention.of(text, start, end, kind=named.mention.kind)
            mentions.setdefault(named.entity.id, []).append(mention)
        else:
            unknown.setdefault(" ".join(text[start:end].split()), []).append(Mention.of(text, start, end))
    known = [
        msgspec.structs.replace(entity, mentions=tuple(mentions[entity.id]))
        for entity in linked.entities
        if entity.id in mentions
    ]
    others = list(_entities(unknown, [entity.id for entity in linked.entities], kb))
    whole = msgspec.structs.replace(linked, entities=(*linked.entities, *others))
    whole = link(whole, kb, corrections)
    judged = (msgspec.structs.replace(entity, link=_verdict(entity, whole)) for entity in others)
    return msgspec.structs.replace(linked, entities=(*known, *judged))


def _verdict(entity: Entity, facts: Facts) -> Link | Nil | None:
    """What *entity* is linked to in *facts*, where it may have been merged with another."""
    first = entity.mentions[0]
    itself = (each for each in facts.entities if each.id == entity.id)
    joined = (e for e in facts.entities for m in e.mentions if e.item and (m.start, m.end) == (first.start, first.end))
    return next((each.link for each in (*itself, *joined)), None)


def _widest(names: MentionIndex, start: int, end: int) -> Named | None:
    """The mention that overlaps most with *start* to *end*; nominal mentions ("the minister") are ignored."""
    found = [named for named in names.overlapping(start, end) if named.mention.kind != "nominal"]
    return max(found, key=lambda named: (min(end, named.end) - max(start, named.start), -named.start), default=None)


def _entities(found: dict[str, list[Mention]], taken: list[str], kb: Lookup | None) -> Iterator[Entity]:
    for name, mentions in found.items():
        kind = _kind(name, kb)
        id_ = identifier(kind, name, taken)
        taken.append(id_)
        yield Entity(id=id_, kind=kind, name=name, mentions=tuple(mentions))


def _kind(name: str, kb: Lookup | None) -> EntityKind:
    """The kind of the best-known item called *name*; a person if nothing is known, as most names are people's."""
    candidates = kb.candidates(name) if kb else ()
    return candidates[0].item.kind if candidates else "person"
