"""Writes real people in the form of a Wikidata dump: from ``politicians.jsonl`` to entities, one per line.

It contains only facts of the material, which names posts but not their items, so a post gets a stand-in number, far
beyond those in use by Wikidata. ``python tests/kb/wikidata_dump.py POLITICIANS.jsonl DUMP.json``.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ld.link.countries import country_items

FIRST_OFFICE = 9_000_000_000
_CALENDAR = "http://www.wikidata.org/entity/Q1985727"


def dump_lines(rows: Iterable[dict]) -> Iterator[str]:
    """The lines of the dump, including brackets: people in the order given, then the posts that they held."""
    offices: dict[tuple[str, str], str] = {}
    yield "["
    for row in rows:
        yield json.dumps(_person(row, offices), ensure_ascii=False) + ","
    posts = [_office(qid, title, code) for (title, code), qid in offices.items()]
    yield from (json.dumps(post) + ("," if post is not posts[-1] else "") for post in posts)
    yield "]"


def _person(row: dict, offices: dict[tuple[str, str], str]) -> dict:
    claims = {"P31": [statement("P31", item("Q5"))]}
    if row["birth"]:
        claims["P569"] = [statement("P569", day(row["birth"]))]
    if row["death"]:
        claims["P570"] = [statement("P570", day(row["death"]))]
    held = [_held(position, offices) for position in row["positions"]]
    if held:
        claims["P39"] = held
    return entity(
        row["qid"],
        row["label"],
        [{"language": "mul", "value": alias} for alias in row["aliases"]],
        claims,
        {f"{language}wiki": title for language, title in (row["wikipedia"] or {}).items()},
    )


def _held(position: dict, offices: dict[tuple[str, str], str]) -> dict:
    key = position["position"], position["country_code"]
    office = offices.setdefault(key, f"Q{FIRST_OFFICE + len(offices)}")
    qualifiers = {
        name: [{"snaktype": "value", "property": name, "datavalue": day(value), "datatype": "time"}]
        for name, value in (("P580", position["start"]), ("P582", position["end"]))
        if value
    }
    return statement("P39", item(office)) | (
        {"qualifiers": qualifiers, "qualifiers-order": [*qualifiers]} if qualifiers else {}
    )


def _office(qid: str, title: str, code: str) -> dict:
    claims = {"P31": [statement("P31", item("Q4164871"))], "P279": [statement("P279", item("Q4164871"))]}
    country = country_items().get(code.upper().partition("-")[0])
    if country:
        claims["P1001"] = [statement("P1001", item(country.qid))]
    return entity(qid, title, [], claims, {})


def entity(qid: str, label: str, aliases: list[dict], claims: dict, sitelinks: dict[str, str]) -> dict:
    """An item in the Wikibase JSON format, in which anything empty is a list."""
    return {
        "type": "item",
        "id": qid,
        "labels": {"en": {"language": "en", "value": label}},
        "descriptions": [],
        "aliases": {"mul": aliases} if aliases else [],
        "claims": claims or [],
        "sitelinks": {site: {"site": site, "title": title, "badges": []} for site, title in sitelinks.items()} or [],
    }


def statement(name: str, value: dict | None, rank: str = "normal", snaktype: str = "value") -> dict:
    """A statement whose main value is *value*, or which has none (``somevalue``, ``novalue``)."""
    snak = {"snaktype": snaktype, "property": name}
    return {"mainsnak": snak | ({"datavalue": value} if value else {}), "type": "statement", "rank": rank}


def item(qid: str) -> dict:
    """The value that refers to this item."""
    value = {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}
    return {"value": value, "type": "wikibase-entityid"}


def day(iso: str) -> dict:
    """The time value for an ISO date, with its precision."""
    precision = {4: 9, 7: 10}.get(len(iso), 11)
    full = iso[:10] + "-00" * ((10 - len(iso[:10])) // 3)
    fields = {"time": f"+{full}T00:00:00Z", "timezone": 0, "before": 0, "after": 0}
    return {"value": fields | {"precision": precision, "calendarmodel": _CALENDAR}, "type": "time"}


if __name__ == "__main__":
    people = (json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    Path(sys.argv[2]).write_text("\n".join(dump_lines(people)) + "\n", encoding="utf-8")
