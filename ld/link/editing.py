"""What the newsroom says about names: not a name, of another kind, the same as another, or two. The facts follow."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from ld.article import Citation, Evidence
from ld.facts import EVENT_ROLES, Entity, EntityKind, Event, Facts, Membership, Mention, Post, Reference
from ld.identifiers import article_iri
from ld.kb.item import is_identifier
from ld.link.corrections import KIND, NOT_A_NAME, SAME_AS, SPLIT, Correction, fits, is_meant
from ld.link.merging import joined, renamed
from ld.link.supporting import supported
from ld.mentions import identifier


def edited(facts: Facts, corrections: Sequence[Correction]) -> Facts:
    """*facts* with the *corrections* of what names are; corrections of links are not applied here.

    What a name is follows from the first correction that fits it, and its kind from the first that gives one.
    A name that is none takes along all facts that rest on it. A mention that is another's takes along the facts that
    cite it and no other.
    """
    rows = [each for each in corrections if not (is_identifier(each.match) or each.is_verdict)]
    if all(each.is_link for each in rows):
        return facts
    for row in reversed(rows):
        if row.decision == SPLIT:
            facts = _split(facts, row)
    for entity in facts.entities:
        kind = _first(entity, facts, [row for row in rows if row.decision.startswith(KIND)])
        if kind:
            facts = _of_kind(facts, entity, kind.removeprefix(KIND))  # type: ignore[arg-type]  # checked when read
    for entity in facts.entities:
        facts = _settled(facts, entity, _first(entity, facts, [row for row in rows if _is_fate(row)]))
    return supported(facts)


def _is_fate(row: Correction) -> bool:
    return row.decision != SPLIT and not row.decision.startswith(KIND)


def _first(entity: Entity, facts: Facts, rows: Iterable[Correction]) -> str:
    """The first decision of *rows* that means this *entity* by its name, not by a word shared with others."""
    names = {entity.name} | ({mention.exact for mention in entity.mentions} if _has_one_form(entity) else set())
    return next((row.decision for row in rows if row.match in names and fits(row, entity, facts)), "")


def _has_one_form(entity: Entity) -> bool:
    return len({mention.exact for mention in entity.mentions}) == 1


def _settled(facts: Facts, entity: Entity, decision: str) -> Facts:
    if decision == NOT_A_NAME:
        return _with(facts, (each for each in facts.entities if each.id != entity.id))
    if decision.startswith(SAME_AS):
        name = decision.removeprefix(SAME_AS)
        same = next((each for each in facts.entities if each.name == name and each.id != entity.id), None)
        if same and any(each.id == entity.id for each in facts.entities):
            return _one(facts, same, entity)
    return facts


def _one(facts: Facts, same: Entity, entity: Entity) -> Facts:
    """*facts* in which *entity* has become one with *same*."""
    whole = msgspec.structs.replace(joined((same, entity)), link=same.link)
    rest = (whole if each.id == same.id else each for each in facts.entities if each.id != entity.id)
    return renamed(_with(facts, rest), {entity.id: same.id})


def _of_kind(facts: Facts, entity: Entity, kind: EntityKind) -> Facts:
    """*facts* in which *entity* is of this *kind*, under an id of that kind; its former link and type are dropped."""
    if entity.kind == kind:
        return facts
    other = msgspec.structs.replace(
        entity,
        id=identifier(kind, entity.name, _ids(facts)),
        kind=kind,
        country_code=None if "country" in {entity.kind, kind} else entity.country_code,
        type=None,
        lies_in=None,
        link=None,
    )
    entities = (other if each.id == entity.id else each for each in facts.entities)
    return renamed(_with(facts, entities), {entity.id: other.id})


def _split(facts: Facts, row: Correction) -> Facts:
    """*facts* in which the mentions that *row* means become another entity of the same name."""
    if not row.concerns(article_iri(facts.article)):
        return facts
    for entity in facts.entities:
        apart = [mention for mention in entity.mentions if is_meant(row, mention, facts)]
        rest = [mention for mention in entity.mentions if mention not in apart]
        if apart and rest and entity.kind != "country":
            id_ = identifier(entity.kind, row.match, _ids(facts))
            named = tuple(msgspec.structs.replace(mention, kind="name") for mention in apart)
            other = Entity(id=id_, kind=entity.kind, name=row.match, mentions=named)
            first = msgspec.structs.replace(entity, mentions=tuple(rest))
            entities = [first if each.id == entity.id else each for each in facts.entities]
            return _moved(_with(facts, (*entities, other)), entity.id, id_, lambda proofs: _only(proofs, apart, rest))  # noqa: B023 - called at once
    return facts


def _only(proofs: Iterable[Evidence], apart: Sequence[Mention], rest: Sequence[Mention]) -> bool:
    """Whether *proofs* cite a mention among those *apart*, and none of the *rest*."""
    cited = [proof for proof in proofs if isinstance(proof, Citation)]

    def holds(mentions: Sequence[Mention]) -> bool:
        return any(proof.start <= each.start and each.end <= proof.end for proof in cited for each in mentions)

    return holds(apart) and not holds(rest)


def _moved(facts: Facts, old: str, new: str, is_new: Callable[[Iterable[Evidence]], bool]) -> Facts:
    """*facts* in which *new* stands for *old* wherever the evidence is the new one's by *is_new*."""

    def of(fact: Post | Membership, *fields: str) -> Post | Membership:
        if not is_new(fact.evidence):
            return fact
        return msgspec.structs.replace(fact, **{name: new for name in fields if getattr(fact, name) == old})

    def references(parts: Iterable[Reference]) -> tuple[Reference, ...]:
        return tuple(
            msgspec.structs.replace(part, entity=new) if part.entity == old and is_new(part.evidence) else part
            for part in parts
        )

    def event(fact: Event) -> Event:
        return msgspec.structs.replace(fact, **{role: references(getattr(fact, role)) for role in EVENT_ROLES})

    return msgspec.structs.replace(
        facts,
        posts=tuple(of(post, "holder", "body", "place") for post in facts.posts),
        memberships=tuple(of(each, "organization", "member") for each in facts.memberships),
        **{
            group: tuple(
                msgspec.structs.replace(each, speakers=references(each.speakers)) for each in getattr(facts, group)
            )
            for group in ("quotations", "claims")
        },
        events=tuple(map(event, facts.events)),
        authors=references(facts.authors),
        about=references(facts.about),
        contributions=references(facts.contributions),
    )


def _with(facts: Facts, entities: Iterable[Entity]) -> Facts:
    return msgspec.structs.replace(facts, entities=tuple(entities))


def _ids(facts: Facts) -> set[str]:
    return {each.id for each in facts.entities}
