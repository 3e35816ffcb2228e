"""The types of organizations, places and works: what their items are, else what the words of their names say."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from ld.article import Citation, Evidence, Known, Stated
from ld.facts import Entity, Facts, Type
from ld.kb import Item, Lookup
from ld.link.context import codes_of
from ld.link.known_item import known_item
from ld.text.lexicon import table


def with_types(facts: Facts, bases: Sequence[Lookup], before: Iterable[Entity] = ()) -> Facts:
    """*facts* in which organizations, places and works have their type, and linked places the country they lie in.

    Both come from the first of *bases* that knows the linked item; failing that, the type comes from the words of the
    name where these are clear. What others stated stays, and so does what was stated here, unless the link has changed
    since *before*.
    """
    links = {entity.id: entity.link for entity in before}
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            _typed(entity if links.get(entity.id) == entity.link else _forgetful(entity), facts, bases)
            if entity.kind in _KINDS
            else entity
            for entity in facts.entities
        ),
    )


def _forgetful(entity: Entity) -> Entity:
    """*entity* without what this module stated of it when it had another link, or none."""
    ours = {name: None for name in ("type", "lies_in") if _is_ours(getattr(entity, name))}
    return msgspec.structs.replace(entity, **ours) if ours else entity


def _is_ours(stated: Stated | None) -> bool:
    return stated is not None and any(
        isinstance(proof, Known) or getattr(proof, "rule", "") in {_RULE, _RULE_BESIDE} for proof in stated.evidence
    )


_RULE = "words of the name"
_RULE_BESIDE = "words beside the name"


def _typed(entity: Entity, facts: Facts, bases: Sequence[Lookup]) -> Entity:
    if entity.type and (entity.lies_in or entity.kind != "place"):
        return entity
    item, source = known_item(entity, bases)
    if item is None or item.kind != entity.kind:
        return msgspec.structs.replace(entity, type=entity.type or _by_words(entity, facts) or _beside(entity, facts))
    is_listed = item.type in _rows(item.kind)
    code = _country_around(item)
    return msgspec.structs.replace(
        entity,
        type=entity.type or _by_item(item, source) or (None if is_listed else _by_words(entity, facts)),
        lies_in=entity.lies_in or (Stated(value=code, evidence=(Known(source=source),)) if code else None),
    )


_KINDS = frozenset(("organization", "place", "work"))


def _by_item(item: Item, source: str) -> Type | None:
    """What the *item* is: its type, or a finer class to which the words of its name point."""
    row = _rows(item.kind).get(item.type, _UNTOLD)
    said = _said(item.label, item.kind)
    if said and ("*" in row.finer or said in row.finer):
        return Type(value=said, evidence=(Known(source=source),))
    if not row.class_ or _has_one_of(item.label, row.unless):
        return None
    return Type(value=row.class_, evidence=(Known(source=source),), label=item.type)


def _country_around(item: Item) -> str | None:
    """The code of the only country in which the *item*, a place, lies today."""
    codes = codes_of(item) if item.kind == "place" else frozenset()
    return next(iter(codes)) if len(codes) == 1 and _rows(item.kind).get(item.type, _UNTOLD).lies else None


def _by_words(entity: Entity, facts: Facts) -> Type | None:
    """What the words of the name say, as they stand in its first mention or other evidence."""
    mention = next((mention for mention in entity.mentions if mention.kind == "name"), None)
    text = facts.article.text
    before = text[max(0, mention.start - _NEAR) : mention.start] if mention else ""
    is_publisher = facts.publisher is not None and facts.publisher.entity == entity.id
    kinds = (entity.kind, "publisher") if is_publisher else (entity.kind,)
    value = next((said for kind in kinds if (said := _said(entity.name, kind, before))), _of_state(entity))
    evidence: tuple[Evidence, ...] = entity.evidence
    if mention:
        evidence = (Citation.of(text, mention.start, mention.end, rule=_RULE),)
    return Type(value=value, evidence=evidence) if value and evidence else None


_NEAR = 12


def _of_state(entity: Entity) -> str | None:
    """The class of a body that is named by its state: "Norway’s army"."""
    return "GovernmentOrganization" if entity.kind == "organization" and entity.country_code else None


def _beside(entity: Entity, facts: Facts) -> Type | None:
    """What stands before the name of a place says of it: "the town of NAME"."""
    text = facts.article.text
    for mention in entity.mentions if entity.kind == "place" else ():
        if told := _CALLED.search(text, max(0, mention.start - _NEAR), mention.start):
            class_ = "City" if told["city"] else "AdministrativeArea"
            return Type(value=class_, evidence=(Citation.of(text, told.start(), mention.end, rule=_RULE_BESIDE),))
    return None


_CALLED = re.compile(r"\b(?:(?P<city>city|town)|district|province)[ ]of[ ]\Z", re.VERBOSE)


def _said(name: str, kind: str, before: str = "") -> str | None:
    """The class that a whole *name* clearly states, given the words *before* it in the text."""
    if len(name) > _LONGEST:
        return None
    plain = name.removeprefix("The ").removeprefix("the ")
    told = f"{before}{name.removesuffix(plain)}".split()
    for words in _words().get(kind, ()):
        if words.pattern.fullmatch(plain) and not _has_one_of(plain, words.unless):
            if words.before and (not told or told[-1].casefold() != words.before):
                continue
            return words.class_
    return None


_LONGEST = 120
"""In code points. Real names are shorter; on longer ones the patterns would be slow."""


def _has_one_of(name: str, words: frozenset[str]) -> bool:
    return any(word in name and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) for word in words)


class _TypeMeaning(NamedTuple):
    """What a type of items means: a class, finer ones, words that cancel it, and whether such things exist today."""

    class_: str
    finer: frozenset[str]
    unless: frozenset[str]
    lies: bool


_UNTOLD = _TypeMeaning("", frozenset("*"), frozenset(), lies=True)


class _NamePattern(NamedTuple):
    class_: str
    pattern: re.Pattern[str]
    before: str
    unless: frozenset[str]


@functools.cache
def _rows(kind: str) -> Mapping[str, _TypeMeaning]:
    """The rows of the table for items of this *kind*, by their type."""
    return {
        row["type"]: _TypeMeaning(row["class"], _listed(row["finer"]), _listed(row["unless"]), lies=row["lies"] != "no")
        for row in table("link/kinds")
        if row["kind"] == kind
    }


@functools.cache
def _words() -> Mapping[str, tuple[_NamePattern, ...]]:
    found: dict[str, tuple[_NamePattern, ...]] = {}
    for row in table("link/kind_words"):
        words = _NamePattern(row["class"], re.compile(row["pattern"]), row["before"] or "", _listed(row["unless"]))
        found[row["kind"]] = (*found.get(row["kind"], ()), words)
    return found


def _listed(cell: str | None) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
