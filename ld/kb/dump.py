"""Wikidata's dumps of entities: one JSON object a line, as the Wikibase JSON format has it."""

import csv
import functools
from collections.abc import Container, Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from ld.kb.item import QID, UNKNOWN_DAY, Item, Kind, Position
from ld.kb.names import key
from ld.kb.wikibase import (
    Claims,
    Entity,
    Moved,
    Statement,
    Term,
    day_in,
    days_of,
    decode_entity,
    domains_of,
    item_in,
    items_of,
)
from ld.kb.writer import Office, Redirect

Skip = str


class Filter(NamedTuple):
    """Which entities of a dump are kept: those of these *kinds* that at least *sitelinks* wikis have a page on.

    *languages* are those whose names are kept; all of them if it is empty. *classes* maps items to kinds:
    an entity is of a kind if its "instance of" (P31) names one of them; subclasses have to be listed too.
    If there is *only*, nothing else is kept.
    """

    kinds: frozenset[str]
    sitelinks: int
    languages: frozenset[str]
    classes: Mapping[str, Kind]
    only: Container[str] | None = None

    def told(self) -> list[object]:
        """The filter in words that are the same for the same filter."""
        return [
            sorted(self.kinds), self.sitelinks, sorted(self.languages), sorted(self.classes.items()), self.only is None
        ]  # fmt: skip


@functools.cache
def known_classes() -> dict[str, Kind]:
    """The classes of ``data/classes.csv``, each with its kind."""
    return {row["qid"]: row["kind"] for row in _classes()}  # type: ignore[misc]  # a test reads every row


@functools.cache
def _class_names() -> dict[str, str]:
    return {row["qid"]: row["class"] for row in _classes()}


def _classes() -> list[dict[str, str]]:
    lines = (files("ld.kb") / "data" / "classes.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines[1:]))


def read_line(line: bytes, wanted: Filter, kind: Kind | None = None) -> Item | Office | Redirect | Skip | None:
    """What the *line* of a dump holds: an item, a post, a redirect, or why it is left out; None for a bracket.

    *kind* is what an item is known to be, where its classes do not say: but nothing becomes a person so, nor a person
    something else. Raises msgspec.MsgspecError for a line that is broken, or no entity.
    """
    text = line.strip().rstrip(b",")
    if text in {b"", b"[", b"]"}:
        return None
    entity = decode_entity(text)
    if moved := entity.redirects or (entity.redirect and Moved(to=entity.redirect, from_=entity.entity)):
        return Redirect(moved.from_, moved.to) if QID.fullmatch(moved.from_) and QID.fullmatch(moved.to) else "no item"
    if not QID.fullmatch(entity.id):
        return "no item"
    return _item(entity, entity.properties, wanted, kind)


def read_post(line: bytes) -> Office | None:
    """The name of the entity in a *line*, if it has one, whatever it is, and its country, as posts have one.

    Raises msgspec.MsgspecError for a broken line, and for one that is not an entity.
    """
    entity = decode_entity(line)
    name = next(_names(entity, frozenset()), "")
    return Office(entity.id, name, _jurisdiction(entity.properties)) if name else None


def classes_of(line: bytes) -> tuple[str, ...]:
    """The classes (P31) of the entity of a *line*, the preferred first. Raises as ``read_line`` does."""
    return tuple(items_of(decode_entity(line).properties.P31))


def trimmed(entity: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of an *entity* from Wikidata that are read here."""
    claims = entity.get("claims") or {}
    kept: dict[str, Any] = {name: entity[name] for name in (*_PLAIN, "missing", "lastrevid") if name in entity}
    kept["claims"] = {
        name: [{part: statement[part] for part in _PARTS if part in statement} for statement in claims[name]]
        for name in Claims.__struct_fields__
        if name in claims
    }
    kept["sitelinks"] = dict.fromkeys(entity.get("sitelinks") or (), 1)
    return kept


_PLAIN = ("id", "labels", "aliases", "descriptions", "redirects")
_PARTS = ("mainsnak", "rank", "qualifiers")


def _item(entity: Entity, claims: Claims, wanted: Filter, known: Kind | None) -> Item | Office | Skip:
    one = next((qid for qid in items_of(claims.P31) if qid in wanted.classes), None)
    kind = wanted.classes[one] if one else None
    if known not in {None, "person"} and kind != "person":
        kind = known
    names = list(dict.fromkeys(_names(entity, wanted.languages)))
    if kind is None and names and (claims.P279 or claims.P1001 or claims.P1308):
        return Office(entity.id, names[0], _jurisdiction(claims))
    if kind is None or (reason := _unwanted(entity, kind, names, wanted)):
        return reason if kind else "of no kind that is kept"
    return Item(
        qid=entity.id,
        kind=kind,
        label=names[0],
        aliases=tuple({key(name): name for name in reversed(names[1:])}.values())[::-1],
        description=_english(entity.descriptions),
        sitelinks=len(entity.sitelinks),
        positions=tuple(_positions(claims.P39)),
        countries=tuple(dict.fromkeys(items_of(claims.P27 if kind == "person" else claims.P17))),
        birth=next(days_of(claims.P569), None),
        death=next(days_of(claims.P570), None),
        capital=next(items_of(claims.P36), None),
        type=_class_names().get(one or "", "") if kind != "person" else "",
        domain=next(domains_of(claims.P856), ""),
    )


def _jurisdiction(claims: Claims) -> str | None:
    return next(items_of((*claims.P1001, *claims.P17)), None)


def _unwanted(entity: Entity, kind: Kind, names: list[str], wanted: Filter) -> Skip:
    """Why the *entity* is left out; nothing if it is kept."""
    if wanted.only is not None and entity.id not in wanted.only:
        return "not in the knowledge base"
    if kind not in wanted.kinds:
        return "of another kind"
    if len(entity.sitelinks) < wanted.sitelinks:
        return "too few sitelinks"
    return "" if names else "without a name"


def _names(entity: Entity, languages: frozenset[str]) -> Iterator[str]:
    """The names in these *languages*, the English label first, else that for all languages."""
    labels = entity.labels if isinstance(entity.labels, dict) else {}
    aliases = entity.aliases if isinstance(entity.aliases, dict) else {}
    for language in (*_FIRST, *sorted(labels)):
        if language in labels and (not languages or language in languages or language in _FIRST):
            yield labels[language].value
    for language in sorted(aliases):
        if not languages or language in languages or language in _FIRST:
            yield from (alias.value for alias in aliases[language])


_FIRST = ("en", "mul")


def _english(terms: dict[str, Term] | list[str]) -> str:
    return terms["en"].value if isinstance(terms, dict) and "en" in terms else ""


def _positions(statements: tuple[Statement, ...]) -> Iterator[Position]:
    """Every post that was ever held: all ranks but deprecated. Who has a successor holds it no more."""
    for statement in statements:
        office = item_in(statement.mainsnak)
        if statement.rank == "deprecated" or office is None:
            continue
        terms = statement.terms
        start = next((day_in(snak) for snak in terms.P580), None)
        yield Position(
            office=office,
            start=None if start == UNKNOWN_DAY else start,
            end=next((day_in(snak) for snak in terms.P582), UNKNOWN_DAY if terms.P1366 else None),
            country=next((qid for snak in (*terms.P1001, *terms.P17) if (qid := item_in(snak))), None),
        )
