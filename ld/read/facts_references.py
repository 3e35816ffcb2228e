"""Checks of references between facts: the entity exists, and its kind can play the part."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ld.facts import Entity, EntityKind, Facts, Link, Post, Reference

_ACTORS: tuple[EntityKind, ...] = ("person", "organization", "group", "country")
_NAMED: tuple[EntityKind, ...] = ("person", "organization")
_ANY: tuple[EntityKind, ...] = (*_ACTORS, "place", "work")
_LOCATIONS: tuple[EntityKind, ...] = ("place", "country")


def reference_faults(facts: Facts) -> Iterator[str]:
    """References to missing entities or those of the wrong kind, credits of missing images, items of two kinds."""
    kinds = {entity.id: entity.kind for entity in facts.entities}
    for part in _parts(facts):
        kind = kinds.get(part.entity)
        if kind is None:
            yield f"{part.path}: no entity has the id {part.entity!r}"
        elif kind not in part.kinds:
            yield f"{part.path}: {part.entity!r} is a {kind}, where only a {' or '.join(part.kinds)} can stand"
    for index, credit in enumerate(facts.credits):
        if not 0 <= credit.image < len(facts.article.images):
            yield f"$.credits[{index}].image: the article has no image {credit.image}"
    updates = {update.id for update in facts.article.updates}
    for index, contribution in enumerate(facts.contributions):
        if contribution.update not in updates:
            yield f"$.contributions[{index}].update: the article has no update {contribution.update!r}"
    yield from _item_faults(facts.entities)


class _Part(NamedTuple):
    """A part that an *entity* plays: its JSON path, and the *kinds* of entity that can play it."""

    path: str
    entity: str
    kinds: tuple[EntityKind, ...]


def _parts(facts: Facts) -> Iterator[_Part]:
    yield from _each("$.authors", facts.authors, _NAMED)
    if facts.publisher:
        yield _Part("$.publisher.entity", facts.publisher.entity, _NAMED)
    if facts.dateline:
        yield _Part("$.dateline.entity", facts.dateline.entity, _LOCATIONS)
    yield from _each("$.credits", facts.credits, _NAMED)
    yield from _each("$.contributions", facts.contributions, _NAMED)
    for index, post in enumerate(facts.posts):
        yield _Part(f"$.posts[{index}].holder", post.holder, ("person",))
        yield from _held_for(f"$.posts[{index}]", post)
    for index, membership in enumerate(facts.memberships):
        yield _Part(f"$.memberships[{index}].organization", membership.organization, ("organization",))
        yield _Part(f"$.memberships[{index}].member", membership.member, _ACTORS)
    for index, quotation in enumerate(facts.quotations):
        yield from _each(f"$.quotations[{index}].speakers", quotation.speakers, _ACTORS)
    for index, claim in enumerate(facts.claims):
        yield from _each(f"$.claims[{index}].speakers", claim.speakers, _ACTORS)
    for index, event in enumerate(facts.events):
        yield from _each(f"$.events[{index}].places", event.places, _LOCATIONS)
        yield from _each(f"$.events[{index}].organizers", event.organizers, _ACTORS)
        yield from _each(f"$.events[{index}].attendees", event.attendees, _ACTORS)
        yield from _each(f"$.events[{index}].participants", event.participants, _ACTORS)
    yield from _each("$.about", facts.about, _ANY)


def _held_for(path: str, post: Post) -> Iterator[_Part]:
    """The organization, country or place of *post*."""
    held_for: tuple[tuple[str, str | None, tuple[EntityKind, ...]], ...] = (
        ("body", post.body, ("organization",)),
        ("country", post.country, ("country",)),
        ("place", post.place, ("place",)),
    )
    for name, identifier, kinds in held_for:
        if identifier is not None:
            yield _Part(f"{path}.{name}", identifier, kinds)


def _each(path: str, references: Iterable[Reference], kinds: tuple[EntityKind, ...]) -> Iterator[_Part]:
    for index, reference in enumerate(references):
        yield _Part(f"{path}[{index}].entity", reference.entity, kinds)


def _item_faults(entities: Iterable[Entity]) -> Iterator[str]:
    """Entities of different kinds with the same item: its node would have two classes."""
    first: dict[str, Entity] = {}
    for index, entity in enumerate(entities):
        if isinstance(entity.link, Link):
            other = first.setdefault(entity.link.item, entity)
            if other.kind != entity.kind:
                field = "iri" if entity.link.qid is None else "qid"
                yield (
                    f"$.entities[{index}].link.{field}: {entity.link.item!r} is the item of the {other.kind} "
                    f"{other.id!r} already, and cannot be that of a {entity.kind} too"
                )
