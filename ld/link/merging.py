"""Entities of one article that turn out to be one: linked to the same item, they become a single entity."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from ld.facts import EVENT_ROLES, Credit, Entity, EntityKind, Event, Facts, Membership, Mention, Post, Reference

R = TypeVar("R", Reference, Credit)
U = TypeVar("U", Post, Membership)
T = TypeVar("T", Reference, Credit, Post, Membership)


def merge_same(facts: Facts) -> Facts:
    """*facts* in which all entities of one kind with the same item have become one, under the id of the first.

    It has all their mentions and evidence, and the link with the best score. What was stated of the others is stated of
    it; duplicates are joined, with the evidence of each. A person and a thing with the same item stay apart: one of the
    links must be wrong, and nothing shows which.
    """
    alike: dict[tuple[EntityKind, str], list[Entity]] = {}
    for entity in facts.entities:
        if entity.item:
            alike.setdefault((entity.kind, entity.item), []).append(entity)
    groups = [group for group in alike.values() if len(group) > 1]
    if not groups:
        return facts
    ids = {other.id: group[0].id for group in groups for other in group[1:]}
    whole = {group[0].id: joined(group) for group in groups}
    kept = tuple(whole.get(entity.id, entity) for entity in facts.entities if entity.id not in ids)
    return renamed(msgspec.structs.replace(facts, entities=kept), ids)


def joined(group: Sequence[Entity]) -> Entity:
    """The entities of the *group* as one, with the id and the name of the first, and the link with the best score."""
    first = group[0]
    mentions = {(mention.start, mention.end): mention for each in reversed(group) for mention in _mentions(each, first)}
    return msgspec.structs.replace(
        first,
        mentions=tuple(mentions[span] for span in sorted(mentions)),
        evidence=tuple(dict.fromkeys(proof for each in group for proof in each.evidence)),
        country_code=next((each.country_code for each in group if each.country_code), None),
        type=next((each.type for each in group if each.type), None),
        lies_in=next((each.lies_in for each in group if each.lies_in), None),
        link=max((each.link for each in group), key=lambda link: getattr(link, "score", 0.0)),
    )


def _mentions(entity: Entity, first: Entity) -> Iterable[Mention]:
    """The mentions of *entity*; a full name that differs from that of the *first* becomes a variant of it."""
    if entity.name == first.name or entity.kind != "organization":
        return entity.mentions
    return (
        msgspec.structs.replace(mention, kind="short") if mention.kind == "name" else mention
        for mention in entity.mentions
    )


def renamed(facts: Facts, ids: Mapping[str, str]) -> Facts:
    """*facts* with references replaced as *ids* has them. Facts that become equal are joined."""
    memberships = (
        msgspec.structs.replace(
            each, organization=ids.get(each.organization, each.organization), member=ids.get(each.member, each.member)
        )
        for each in facts.memberships
    )
    return msgspec.structs.replace(
        facts,
        authors=_referring(facts.authors, ids),
        publisher=next(iter(_referring((facts.publisher,), ids))) if facts.publisher else None,
        dateline=next(iter(_referring((facts.dateline,), ids))) if facts.dateline else None,
        credits=_referring(facts.credits, ids),
        posts=_once(_post(post, ids) for post in facts.posts),
        memberships=_once(each for each in memberships if each.organization != each.member),
        quotations=tuple(
            msgspec.structs.replace(each, speakers=_referring(each.speakers, ids)) for each in facts.quotations
        ),
        claims=tuple(msgspec.structs.replace(each, speakers=_referring(each.speakers, ids)) for each in facts.claims),
        events=tuple(_event(event, ids) for event in facts.events),
        about=_referring(facts.about, ids),
        contributions=_referring(facts.contributions, ids),
    )


def _post(post: Post, ids: Mapping[str, str]) -> Post:
    body, country, place = (each and ids.get(each, each) for each in (post.body, post.country, post.place))
    holder = ids.get(post.holder, post.holder)
    return msgspec.structs.replace(post, holder=holder, body=body, country=country, place=place)


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    roles = {name: _referring(getattr(event, name), ids) for name in EVENT_ROLES}
    return msgspec.structs.replace(event, **roles)


def _referring(parts: Iterable[R], ids: Mapping[str, str]) -> tuple[R, ...]:
    """*parts* with references replaced as *ids* has them, each part once."""
    found: dict[R, R] = {}
    for part in parts:
        same = msgspec.structs.replace(part, entity=ids.get(part.entity, part.entity))
        _add(found, msgspec.structs.replace(same, evidence=()), same)
    return tuple(found.values())


def _once(told: Iterable[U]) -> tuple[U, ...]:
    """Posts or memberships without duplicates, each under its first id."""
    found: dict[U, U] = {}
    for each in told:
        _add(found, msgspec.structs.replace(each, id="", evidence=()), each)
    return tuple(found.values())


def _add(found: dict[T, T], bare: T, told: T) -> None:
    """Add *told* under *bare*, its content without evidence; if that is there already, only the evidence is added."""
    known: T = found.setdefault(bare, told)
    found[bare] = msgspec.structs.replace(known, evidence=tuple(dict.fromkeys((*known.evidence, *told.evidence))))
