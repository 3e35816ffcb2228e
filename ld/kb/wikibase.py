"""Entities as the Wikibase JSON format has them, and how the values of their statements are read."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from ld.kb.item import QID, UNKNOWN_DAY


class Term(msgspec.Struct):
    """A name or a description in one language."""

    value: str


class Value(msgspec.Struct):
    """The value of an item or a time; both are absent for other types."""

    id: str = ""
    number: int = msgspec.field(default=0, name="numeric-id")
    time: str = ""
    precision: int = 0


class DataValue(msgspec.Struct):
    """The value of a snak, of any type."""

    value: Value | str | None


class Snak(msgspec.Struct):
    """A property's value, or the statement that it is unknown ("somevalue") or absent ("novalue")."""

    snaktype: str
    datavalue: DataValue | None = None


class Qualifiers(msgspec.Struct):
    """Start, end, applies to jurisdiction, country, replaced by."""

    P580: tuple[Snak, ...] = ()
    P582: tuple[Snak, ...] = ()
    P1001: tuple[Snak, ...] = ()
    P17: tuple[Snak, ...] = ()
    P1366: tuple[Snak, ...] = ()


class Statement(msgspec.Struct):
    """A statement about an entity, with one property."""

    mainsnak: Snak
    rank: str = "normal"
    qualifiers: Qualifiers | list[str] = msgspec.field(default_factory=list)

    @property
    def terms(self) -> Qualifiers:
        """The qualifiers, empty if there are none."""
        return self.qualifiers if isinstance(self.qualifiers, Qualifiers) else Qualifiers()


class Claims(msgspec.Struct):
    """The properties that are read; all others are passed over undecoded.

    In this order: instance of, position held, citizenship, birth, death, capital, country, subclass of,
    applies to jurisdiction, office holder, official site.
    """

    P31: tuple[Statement, ...] = ()
    P39: tuple[Statement, ...] = ()
    P27: tuple[Statement, ...] = ()
    P569: tuple[Statement, ...] = ()
    P570: tuple[Statement, ...] = ()
    P36: tuple[Statement, ...] = ()
    P17: tuple[Statement, ...] = ()
    P279: tuple[Statement, ...] = ()
    P1001: tuple[Statement, ...] = ()
    P1308: tuple[Statement, ...] = ()
    P856: tuple[Statement, ...] = ()


class Moved(msgspec.Struct):
    """That an ID was merged into another."""

    to: str
    from_: str = msgspec.field(name="from")


class Entity(msgspec.Struct):
    """An entity as the dumps have it; PHP writes an empty map as ``[]``, hence the lists."""

    id: str = ""
    labels: dict[str, Term] | list[str] = {}
    aliases: dict[str, tuple[Term, ...]] | list[str] = {}
    descriptions: dict[str, Term] | list[str] = {}
    claims: Claims | list[str] = msgspec.field(default_factory=list)
    sitelinks: dict[str, msgspec.Raw] | list[str] = {}
    entity: str = ""
    redirect: str = ""
    redirects: Moved | None = None

    @property
    def properties(self) -> Claims:
        """The claims, empty if there are none."""
        return self.claims if isinstance(self.claims, Claims) else Claims()


decode_entity = msgspec.json.Decoder(Entity).decode
"""The entity in a line of JSON. Raises msgspec.MsgspecError for a broken one, and for what is not an entity."""


def items_of(statements: tuple[Statement, ...]) -> Iterator[str]:
    """The items that are values, the preferred first; deprecated ones left out."""
    for statement in _ranked(statements):
        qid = item_in(statement.mainsnak)
        if qid:
            yield qid


def item_in(snak: Snak) -> str | None:
    """The ID of the item that is the value; None if the value is not an item."""
    value = snak.datavalue.value if snak.datavalue else None
    if snak.snaktype != "value" or not isinstance(value, Value):
        return None
    qid = value.id or f"Q{value.number}"
    return qid if QID.fullmatch(qid) else None


def days_of(statements: tuple[Statement, ...]) -> Iterator[str]:
    """The days that are values, the preferred first; see ``day_in``."""
    return (day for statement in _ranked(statements) if (day := day_in(statement.mainsnak)))


def day_in(snak: Snak) -> str | None:
    """The day as ISO 8601, as precise as it is; ``?`` if unknown, None if absent."""
    if snak.snaktype == "somevalue":
        return UNKNOWN_DAY
    value = snak.datavalue.value if snak.datavalue else None
    if not isinstance(value, Value) or not value.time.startswith("+"):
        return None
    length = _LENGTHS.get(value.precision)
    return value.time[1 : 1 + length] if length else None


_LENGTHS = {9: 4, 10: 7, 11: 10, 12: 10, 13: 10, 14: 10}


def domains_of(statements: tuple[Statement, ...]) -> Iterator[str]:
    """The hosts of sites that are not given up, without the ``www``."""
    for statement in _ranked(statements):
        address = statement.mainsnak.datavalue.value if statement.mainsnak.datavalue else None
        if isinstance(address, str) and not statement.terms.P582 and (host := _host(address)):
            yield host.removeprefix("www.")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _ranked(statements: tuple[Statement, ...]) -> list[Statement]:
    kept = (statement for statement in statements if statement.rank != "deprecated")
    return sorted(kept, key=lambda statement: statement.rank != "preferred")
