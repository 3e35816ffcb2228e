"""Wikidata's dumps of entities: one JSON object a line, as the Wikibase JSON format has it."""

import csv
import functools
from collections.abc import Container, Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from ld.kb.item import QID, UNKNOWN_DAY, Item, Kind, Position
from ld.kb.names import key
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
    entity = _decode(text)
    if moved := entity.redirects or (entity.redirect and _Moved(to=entity.redirect, from_=entity.entity)):
        return Redirect(moved.from_, moved.to) if QID.fullmatch(moved.from_) and QID.fullmatch(moved.to) else "no item"
    if not QID.fullmatch(entity.id):
        return "no item"
    claims = entity.claims if isinstance(entity.claims, _Claims) else _Claims()
    return _item(entity, claims, wanted, kind)


def read_post(line: bytes) -> Office | None:
    """What the entity of a *line* is called, if it has a name, whatever it is; and its country, as a post has one.

    Raises msgspec.MsgspecError for a line that is broken, or no entity.
    """
    entity = _decode(line)
    claims = entity.claims if isinstance(entity.claims, _Claims) else _Claims()
    name = next(_names(entity, frozenset()), "")
    return Office(entity.id, name, _jurisdiction(claims)) if name else None


def classes_of(line: bytes) -> tuple[str, ...]:
    """The classes (P31) of the entity of a *line*, the preferred first. Raises as ``read_line`` does."""
    claims = _decode(line).claims
    return tuple(_items(claims.P31)) if isinstance(claims, _Claims) else ()


def trimmed(entity: Mapping[str, Any]) -> dict[str, Any]:
    """Of an *entity* as Wikidata tells it, what is read here."""
    claims = entity.get("claims") or {}
    kept: dict[str, Any] = {name: entity[name] for name in (*_PLAIN, "missing", "lastrevid") if name in entity}
    kept["claims"] = {
        name: [{part: statement[part] for part in _PARTS if part in statement} for statement in claims[name]]
        for name in _Claims.__struct_fields__
        if name in claims
    }
    kept["sitelinks"] = dict.fromkeys(entity.get("sitelinks") or (), 1)
    return kept


_PLAIN = ("id", "labels", "aliases", "descriptions", "redirects")
_PARTS = ("mainsnak", "rank", "qualifiers")


def _item(entity: "_Entity", claims: "_Claims", wanted: Filter, known: Kind | None) -> Item | Office | Skip:
    one = next((qid for qid in _items(claims.P31) if qid in wanted.classes), None)
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
        countries=tuple(dict.fromkeys(_items(claims.P27 if kind == "person" else claims.P17))),
        birth=next(_days(claims.P569), None),
        death=next(_days(claims.P570), None),
        capital=next(_items(claims.P36), None),
        type=_class_names().get(one or "", "") if kind != "person" else "",
        domain=next(_domains(claims.P856), ""),
    )


def _jurisdiction(claims: "_Claims") -> str | None:
    return next(_items((*claims.P1001, *claims.P17)), None)


def _unwanted(entity: "_Entity", kind: Kind, names: list[str], wanted: Filter) -> Skip:
    """Why the *entity* is left out; nothing if it is kept."""
    if wanted.only is not None and entity.id not in wanted.only:
        return "not in the knowledge base"
    if kind not in wanted.kinds:
        return "of another kind"
    if len(entity.sitelinks) < wanted.sitelinks:
        return "too few sitelinks"
    return "" if names else "without a name"


def _names(entity: "_Entity", languages: frozenset[str]) -> Iterator[str]:
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


def _english(terms: "dict[str, _Term] | list[str]") -> str:
    return terms["en"].value if isinstance(terms, dict) and "en" in terms else ""


def _positions(statements: "tuple[_Statement, ...]") -> Iterator[Position]:
    """Every post that was ever held: all ranks but deprecated. Who has a successor holds it no more."""
    for statement in statements:
        office = _item_of(statement.mainsnak)
        if statement.rank == "deprecated" or office is None:
            continue
        terms = statement.qualifiers if isinstance(statement.qualifiers, _Qualifiers) else _Qualifiers()
        start = next((_day(snak) for snak in terms.P580), None)
        yield Position(
            office=office,
            start=None if start == UNKNOWN_DAY else start,
            end=next((_day(snak) for snak in terms.P582), UNKNOWN_DAY if terms.P1366 else None),
            country=next((qid for snak in (*terms.P1001, *terms.P17) if (qid := _item_of(snak))), None),
        )


def _items(statements: "tuple[_Statement, ...]") -> Iterator[str]:
    """The items that are values, the preferred first; deprecated ones left out."""
    for statement in _ranked(statements):
        qid = _item_of(statement.mainsnak)
        if qid:
            yield qid


def _days(statements: "tuple[_Statement, ...]") -> Iterator[str]:
    return (day for statement in _ranked(statements) if (day := _day(statement.mainsnak)))


def _domains(statements: "tuple[_Statement, ...]") -> Iterator[str]:
    """The hosts of sites that are not given up, without the ``www``."""
    for statement in _ranked(statements):
        terms = statement.qualifiers if isinstance(statement.qualifiers, _Qualifiers) else _Qualifiers()
        address = statement.mainsnak.datavalue.value if statement.mainsnak.datavalue else None
        if isinstance(address, str) and not terms.P582 and (host := _host(address)):
            yield host.removeprefix("www.")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _ranked(statements: "tuple[_Statement, ...]") -> "list[_Statement]":
    kept = (statement for statement in statements if statement.rank != "deprecated")
    return sorted(kept, key=lambda statement: statement.rank != "preferred")


def _item_of(snak: "_Snak") -> str | None:
    value = snak.datavalue.value if snak.datavalue else None
    if snak.snaktype != "value" or not isinstance(value, _Value):
        return None
    qid = value.id or f"Q{value.number}"
    return qid if QID.fullmatch(qid) else None


def _day(snak: "_Snak") -> str | None:
    """The day as ISO 8601 in its precision; ``?`` for one that is unknown, None for none."""
    if snak.snaktype == "somevalue":
        return UNKNOWN_DAY
    value = snak.datavalue.value if snak.datavalue else None
    if not isinstance(value, _Value) or not value.time.startswith("+"):
        return None
    length = _LENGTHS.get(value.precision)
    return value.time[1 : 1 + length] if length else None


_LENGTHS = {9: 4, 10: 7, 11: 10, 12: 10, 13: 10, 14: 10}


class _Term(msgspec.Struct):
    value: str


class _Value(msgspec.Struct):
    """The value of an item or a time; of other types it has none of these."""

    id: str = ""
    number: int = msgspec.field(default=0, name="numeric-id")
    time: str = ""
    precision: int = 0


class _DataValue(msgspec.Struct):
    value: _Value | str | None


class _Snak(msgspec.Struct):
    snaktype: str
    datavalue: _DataValue | None = None


class _Qualifiers(msgspec.Struct):
    P580: tuple[_Snak, ...] = ()
    P582: tuple[_Snak, ...] = ()
    P1001: tuple[_Snak, ...] = ()
    P17: tuple[_Snak, ...] = ()
    P1366: tuple[_Snak, ...] = ()


class _Statement(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"
    qualifiers: _Qualifiers | list[str] = msgspec.field(default_factory=list)


class _Claims(msgspec.Struct):
    """The properties that are read; all others are passed over undecoded.

    In this order: instance of, position held, citizenship, birth, death, capital, country, subclass of,
    applies to jurisdiction, office holder, official site.
    """

    P31: tuple[_Statement, ...] = ()
    P39: tuple[_Statement, ...] = ()
    P27: tuple[_Statement, ...] = ()
    P569: tuple[_Statement, ...] = ()
    P570: tuple[_Statement, ...] = ()
    P36: tuple[_Statement, ...] = ()
    P17: tuple[_Statement, ...] = ()
    P279: tuple[_Statement, ...] = ()
    P1001: tuple[_Statement, ...] = ()
    P1308: tuple[_Statement, ...] = ()
    P856: tuple[_Statement, ...] = ()


class _Moved(msgspec.Struct):
    to: str
    from_: str = msgspec.field(name="from")


class _Entity(msgspec.Struct):
    """An entity as the dumps have it; PHP writes an empty map as ``[]``, hence the lists."""

    id: str = ""
    labels: dict[str, _Term] | list[str] = {}
    aliases: dict[str, tuple[_Term, ...]] | list[str] = {}
    descriptions: dict[str, _Term] | list[str] = {}
    claims: _Claims | list[str] = msgspec.field(default_factory=list)
    sitelinks: dict[str, msgspec.Raw] | list[str] = {}
    entity: str = ""
    redirect: str = ""
    redirects: _Moved | None = None


_decode = msgspec.json.Decoder(_Entity).decode
