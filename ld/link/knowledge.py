"""The bundled knowledge base: the countries' Wikidata items, and those of some people, bodies and places."""

import csv
import functools
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

from ld.facts import EntityKind, Link, Nil


class CountryItem(NamedTuple):
    """The Wikidata item of a country in daily use: *qid* is Q55 for the Netherlands, not the Kingdom's."""

    iso2: str
    iso3: str
    qid: str
    label: str


class Entry(NamedTuple):
    """A row of ``data/entities.csv``.

    *aliases* name the entry as well as its label does. *functions* do so only together with the *country*
    (ISO 3166-1 alpha-2): every state has its "Defense Ministry". *posts* are titles that the person held,
    all for *country*. Who bears a *common_name* is told from others only by a post.
    *grade* and *source* are the evidence for the number.
    """

    qid: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...]
    functions: tuple[str, ...]
    country: str
    posts: tuple[str, ...]
    common_name: bool
    grade: str
    source: str

    def named(self) -> str:
        """How a reason names the entry: "Q4908168 (Bill Blair)"."""
        return f"{self.qid} ({self.label})"


@functools.cache
def country_items() -> dict[str, CountryItem]:
    """The 197 countries by ISO 3166-1 alpha-2 code."""
    return {row["iso2"]: CountryItem(**row) for row in _rows("country_ids")}


@functools.cache
def entries() -> tuple[Entry, ...]:
    """All that the knowledge base holds besides countries."""
    return tuple(
        Entry(
            qid=row["qid"],
            kind=row["kind"],  # type: ignore[arg-type]  # a test reads every row
            label=row["label"],
            aliases=_listed(row["aliases"]),
            functions=_listed(row["functions"]),
            country=row["country"],
            posts=_listed(row["posts"]),
            common_name=row["common_name"] == "yes",
            grade=row["grade"],
            source=row["source"],
        )
        for row in _rows("entities")
    )


def entries_named(kind: EntityKind, name: str) -> tuple[Entry, ...]:
    """The entries of this *kind* whose label or alias is *name*, however spelled."""
    return _by_name().get((kind, fold(name)), ())


@functools.cache
def _by_name() -> dict[tuple[EntityKind, str], tuple[Entry, ...]]:
    index: dict[tuple[EntityKind, str], tuple[Entry, ...]] = {}
    for entry in entries():
        for name in sorted({fold(name) for name in (entry.label, *entry.aliases)}):
            index[entry.kind, name] = (*index.get((entry.kind, name), ()), entry)
    return index


def country_name(code: str) -> str:
    """The everyday name of the country, for reasons; its *code* where that is unknown."""
    item = country_items().get(code)
    return item.label if item else code


def settle(verdicts: Iterable[Link | Nil]) -> Link | Nil:
    """The one link among the *verdicts* on all entries of a name; else the reason of the first that failed."""
    verdicts = list(verdicts)
    links = [verdict for verdict in verdicts if isinstance(verdict, Link)]
    if len(links) > 1:
        return Nil(because=f"{' and '.join(link.qid for link in links)} fit equally well")
    return links[0] if links else next(iter(verdicts), UNKNOWN)


UNKNOWN = Nil(because="no entry in the knowledge base")


def linked(entry: Entry, score: float, because: str) -> Link:
    """The link to *entry*, with what speaks for it."""
    return Link(qid=entry.qid, label=entry.label, score=score, because=because, source=source_of("entities"))


@functools.cache
def source_of(table: str) -> str:
    """The name of a *table* with its version, as its first line gives it: "countries: rigour 2.6.1"."""
    return _lines(table)[0].removeprefix("# ").split(" (", 1)[0]


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_lines(name)[1:]))


def _lines(name: str) -> list[str]:
    return (files("ld.link") / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def fold(name: str) -> str:
    """*name* without what spellings differ in: case, accents, hyphens, points, and British "defence"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", re.sub(r"(?<=\b\w)\.", "", bare.replace("’", "'").replace("'s", "")))
    return " ".join(_AMERICAN.get(word, word) for word in words)


_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}
