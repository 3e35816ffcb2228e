"""Gathers the tables of this folder from files of facts: ``python knowledge/gather.py FOLDER``.

FOLDER holds ``people*.jsonl.gz``, ``organizations*.jsonl.gz``, ``outlets*.jsonl.gz`` and ``places*.jsonl.gz``,
an entity a line with its sources. What is taken, and what a source is worth, is said in docs/knowledge.md.
The same files give the same tables, sorted by Wikidata ID, one entity a line.
"""

import argparse
import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Row = dict[str, Any]

HERE = Path(__file__).parent
MISTAKEN = {"Q30338413", "Q1653092", "Q30338257", "Q134271654", "Q4698478", "Q1390577", "Q29000344", "Q2529982"}
"""Items that a join by name took for a company or a newspaper, though another item is the one that the news means."""

PRODUCTS = HERE / "products_left_out.csv"
"""What one source takes for companies, though it is made by one: drinks, toys, chips, apps. No body is called so."""

NOT_SHIPPED = {"dr5hn", "quotebank", "quotebank-candidate"}
"""Sources whose licence asks for the same licence, or is not known."""

CITIES_OF_STATES = HERE / "cities_of_states.csv"
"""In which state a city of the US lies, where one city only of the name can be meant."""

COUNTRIES = HERE.parent / "ld" / "link" / "data" / "country_ids.csv"
"""States have a table of their own."""

COLUMNS = (
    "qid", "kind", "type", "label", "aliases", "sitelinks", "renown", "positions", "countries", "birth", "death",
    "domain",
)  # fmt: skip
TABLES = {"people": "person", "organizations": "organization", "places": "place"}


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    countries = set(re.findall(r"Q\d+", COUNTRIES.read_text(encoding="utf-8")))
    cells: dict[str, Row] = {}
    left_out = countries | MISTAKEN | set(re.findall(r"(?m)^Q\d+", PRODUCTS.read_text(encoding="utf-8")))
    for kind in ("person", "organization", "place"):
        for row in _merged(folder, kind):
            shipped = _shipped(row) if row["qid"] not in left_out else None
            read = READERS[kind](shipped) if shipped else None
            # of two kinds of one item the place wins: a state's government is taken for a body by some sources
            if read and not (
                cells.get(row["qid"], {}).get("kind") == "organization" and _is_world_body(cells[row["qid"]])
            ):
                cells[row["qid"]] = read
    _with_own(cells)
    _with_states(cells)
    for table, kind in TABLES.items():
        kept = [row for row in cells.values() if row["kind"] == kind]
        with (HERE / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(sorted(kept, key=lambda row: int(row["qid"][1:])))
        print(f"{table}: {len(kept)}")


def _is_world_body(row: Row) -> bool:
    return row["type"] in {"international organization", "newspaper", "news agency"}


def _merged(folder: Path, kind: str) -> Iterator[Row]:
    """The entities of this *kind*, each once, with all that the files say of it."""
    names = {"person": ("people",), "organization": ("organizations", "outlets"), "place": ("places",)}[kind]
    rows: dict[str, Row] = {}
    for path in sorted(path for name in names for path in folder.glob(f"{name}*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                known = rows.setdefault(row["qid"], row)
                if known is not row:
                    _add(known, row)
    return iter(rows.values())


def _add(known: Row, row: Row) -> None:
    for field, value in row.items():
        if isinstance(value, list):
            known[field] = [*known.get(field, []), *(each for each in value if each not in known.get(field, []))]
        elif field in {"sitelinks_at_least", "population", "quotes"}:
            known[field] = max(known.get(field, 0), value)
        else:
            known.setdefault(field, value)
    if row["name"] != known["name"] and row["name"] not in known.get("aliases", []):
        known["aliases"] = [*known.get("aliases", []), row["name"]]


def _shipped(row: Row) -> Row | None:
    """*row* without what only sources say that are not shipped; None if nothing is left."""
    sources = [source for source in row["sources"] if source not in NOT_SHIPPED]
    return row | {"sources": sources} if sources else None


def _person(row: Row) -> Row | None:
    posts = list(_posts(row))
    renown = max([_worth(post["title"]) for post in posts] or [0])
    if "football-cleanup" in row["sources"]:
        renown = max(renown, 8)
    if not {"chadwick", "openparliamenttv"}.isdisjoint(row["sources"]):  # players of the first league; the Bundestag
        renown = max(renown, 4)
    renown += 2 * (len(row["sources"]) - 1) + (1 if row.get("aliases") else 0)
    sitelinks = row.get("sitelinks_at_least", 0)
    if "(" in row["name"] or (" " not in row["name"] and sitelinks < _FAMOUS) or not _is_latin(row["name"]):
        return None
    if sitelinks == 0 and renown < _KNOWN and not any(_is_recent(post) for post in posts):
        return None
    return {
        "type": _trade(row, posts),
        "positions": "|".join(";".join(_cell(post.get(part, "")) for part in _POST).rstrip(";") for post in posts),
        "birth": row.get("birth", ""),
        "death": row.get("death", ""),
    } | _common(row, "person", sitelinks if sitelinks > 1 else 0, max(renown, sitelinks))


def _is_recent(post: Row) -> bool:
    """Whether it is a post of a whole state that is held still, as far as is known, or was until a few years ago."""
    return _worth(post["title"]) >= _KNOWN and _year(post.get("end") or post.get("asof")) >= _RECENT


_RECENT = 2018
_FAMOUS = 20
_KNOWN = 4
_POST = ("title", "country", "start", "end", "asof")


def _posts(row: Row) -> Iterator[Row]:
    """The posts, terms that follow each other joined, without the numbers of parliaments."""
    terms: dict[tuple[str, str], list[Row]] = {}
    for post in row.get("positions", ()):
        if set(post.get("src", row["sources"])) <= NOT_SHIPPED:
            continue
        title = _NUMBER.sub("", post["title"]).replace("President of United States", "President of the United States")
        title = re.sub(r"\b[Mm]ember of the (\d+)?\s*", "member of the ", title)
        terms.setdefault((" ".join(title.split()), post.get("country", "")), []).append(post)
    for (title, country), held in terms.items():
        for term in _joined(sorted(held, key=lambda post: (post.get("start") or "", post.get("end") or "9999"))):
            yield {"title": title, "country": country} | term


_NUMBER = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|[IVXL]{1,7}(?=\s+Legislature))\s+", re.IGNORECASE)


def _joined(terms: Iterable[Row]) -> Iterator[Row]:
    """Terms, of which one that begins when another is not over, or within a year, prolongs it."""
    last: Row = {}
    for post in terms:
        term = {part: post[part] for part in ("start", "end", "asof") if post.get(part)}
        if last and _year(term.get("start")) <= _year(last.get("end") or last.get("asof")) + 1:
            last = _longer(last, term)
            continue
        if last:
            yield last
        last = term
        if not term:
            yield {}
    if last:
        yield last


def _longer(first: Row, second: Row) -> Row:
    start = {"start": first["start"]} if "start" in first else {}
    ends = [each["end"] for each in (first, second) if "end" in each]
    seen = [each["asof"] for each in (first, second) if "asof" in each and "end" not in each]
    # a later source that knows the end overrules an earlier one that saw none
    if ends and (not seen or max(ends) >= max(seen) or len(ends) > 1):
        return start | {"end": max(ends)}
    return start | ({"asof": max(seen)} if seen else {})


def _year(day: str | None) -> int:
    return int(day[:4]) if day and day[:4].isdigit() else 0


def _worth(title: str) -> int:
    """As how many wikis a post counts: rough, from those posts whose holders' wikis one source counts."""
    title = title.lower()
    return next((worth for pattern, worth in _WORTH if pattern.search(title)), 2)


_WORTH = tuple(
    (re.compile(pattern), worth)
    for pattern, worth in (
        (r"secretary-general of the united nations|^pope\b", 100),
        (
            (
                r"^(vice|deputy|assistant|under|shadow|acting|former)\b|^substitute|^alternate"
                r"|parliamentary (under-?)?secretary"
            ),
            3,
        ),
        (r"^(president|prime minister|chancellor|king|queen|emperor|emir|sultan|supreme leader|taoiseach)( of|$)", 30),
        (r"head of (state|government)$|minister-president van nederland", 30),
        (r"^(minister|secretary of|attorney general|united states secretary|chancellor of the exchequer)", 8),
        (r"^(chair|head|president|director|commissioner|chief|speaker|governor|premier|first minister)", 6),
        (
            (
                r"senator|united states representative|justice|judge"
                r"|member of the (united states )?(house of representatives|senate)"
            ),
            5,
        ),
        (r"ambassador|mayor|head coach|manager", 4),
        (
            (
                r"member of the (\w+ ){0,3}"
                r"(parliament|bundestag|house of commons|riksdag|storting|knesset|lok sabha|dáil)\b"
            ),
            4,
        ),
    )
)


def _trade(row: Row, posts: list[Row]) -> str:
    description = row["description"]
    if posts:
        return (
            "politician" if not description.startswith(("head coach", "coach", "player")) else description.split(" ")[0]
        )
    for trade in ("footballer", "baseball player", "player", "laureate"):
        if description.startswith(trade):
            return trade
    return ""


_PUBLIC = re.compile(
    r"minister|senat|president|deput|governor|mayor|representative|secretary|ambassador|judge|justice|chancellor|"
    r"prime|premier|speaker|congress|parliament|councillor|commissioner|delegate|king|queen|monarch|chief"
    r"|leader|head of (state|government)"
    r"|member of .*(assembly|house|council|legislat|bundestag|riksdag|duma|diet|knesset)"
)


def _organization(row: Row) -> Row | None:
    type_ = _type_of_organization(row)
    if type_ is None or type_ in _SELDOM_NAMED or not _is_latin(row["name"]):
        return None
    sitelinks = row.get("sitelinks_at_least", 0)
    renown = _ORGANIZATIONS.get(type_, 4) + 6 * (len(row["sources"]) - 1) + min(len(row.get("aliases", ())), 4)
    if row.get("indices"):
        renown += 30
    return {"type": type_, "domain": row.get("domain", "")} | _common(row, "organization", sitelinks, renown)


_SELDOM_NAMED = frozenset(("archive", "podcast", "radio programme", "app"))
_ORGANIZATIONS = {
    "international organization": 60, "news agency": 60, "government body": 8, "university": 8, "football club": 10,
    "sports club": 12, "political party": 8, "bank": 30, "newspaper": 4, "company": 4, "hospital": 3, "brand": 3,
    "airline": 15,
}  # fmt: skip


def _type_of_organization(row: Row) -> str | None:
    """The type in a few words that schema.org can tell apart; None for what no news names."""
    if by_name := next((type_ for pattern, type_ in _BY_NAME if pattern.search(row["name"])), None):
        return by_name
    said = row["description"].split(" in ")[0].split(":")[0].strip()
    detail = row["description"].partition(": ")[2].split(" in ")[0]
    if row.get("indices"):
        return "company"
    if said in {"brand or operator", "brand"} and set(row["sources"]) == {"nsi"} and detail in _STREET_FURNITURE:
        return None
    if said == "brand or operator":
        return {"police": "police", "hospital": "hospital", "government": "government body"}.get(detail, "company")
    return _TYPES.get(said, said)


_BY_NAME = (
    (
        re.compile(r"\b(?:University|College|Universität|Université|Universidad|Università|Institute of Technology)\b"),
        "university",
    ),
    (re.compile(r"\b(?:Police|Sheriff)\b"), "police"),
    (re.compile(r"^(?:Ministry|Department) of\b|\bDepartment of\b"), "government body"),
)
_STREET_FURNITURE = frozenset(
    (
        "totem", "surveillance", "recycling", "street cabinet", "drinking water", "fire station", "kindergarten",
        "monitoring station", "atm", "charging station", "parcel locker", "bicycle rental", "substation", "generator",
        "pipeline", "line", "vending machine", "social facility", "library", "toilets", "bbq", "phone", "post depot",
        "public bookcase", "mast", "clinic", "school", "plant", "pole", "portal", "transformer", "storage tank",
        "waste basket", "parking", "bench", "fountain", "street lamp", "defibrillator", "water tower",
        "community centre", "optician", "hairdresser", "pastry", "ice cream", "houseware", "pet", "post box",
        "billboard",
        "ambulance station", "bakery", "cafe", "fitness centre", "furniture", "jewelry", "doityourself", "car repair",
        "estate agent", "chemist", "cosmetics", "pub", "toys", "laundry", "alcohol", "trade", "variety store", "police",
        "restaurant", "shoes",
    )
)  # fmt: skip
_TYPES = {
    "education": "university",
    "facility": "research institute",
    "government": "government body",
    "public body": "government body",
    "healthcare": "hospital",
    "nonprofit": "nonprofit organization",
    "funder": "foundation",
    "other": "organization",
    "company or brand": "company",
    "listed company": "company",
    "rugby club": "sports club",
    "sports team": "sports club",
    "ice hockey team (NHL)": "sports club",
    "basketball team (NBA)": "sports club",
    "baseball team (MLB)": "sports club",
    "American football team (NFL)": "sports club",
    "outlet": "newspaper",
}


def _place(row: Row) -> Row | None:
    description = row["description"]
    type_ = re.split(r" (?:of|in|or)\b|;|,| \(", description)[0].strip()
    if type_ in _OF_CITIES and "natural-earth" in row["sources"] and not _OF_LAND.search(row["name"]):
        type_ = "city"
    sitelinks = row.get("sitelinks_at_least", 0)
    renown = next((worth for beginning, worth in _PLACES if description.startswith(beginning)), 2)
    renown = max(renown, _by_population(row)) + 3 * (len(row["sources"]) - 1)
    if row.get("capital"):
        renown += 60
    if not _is_latin(row["name"]) or (type_ == "airport" and " " not in row["name"]):
        return None
    if renown < _NAMED and not sitelinks:
        return None
    state = re.fullmatch(r"county in (.+), the United States", description)
    return (
        {"type": type_}
        | ({"state": state[1]} if state else {})
        | _common(_without_strange_names(row), "place", sitelinks, renown)
    )


_OF_CITIES = frozenset(("region", "federal city", "municipality", "special district"))
"""What one source calls the land of a city, which another has among its populated places."""
_OF_LAND = re.compile(r"\b(?:Region|Province|District|County|Department|Islands?|Governorate|Prefecture|State)\b")


def _without_strange_names(row: Row) -> Row:
    """*row* without names in our letters that are quite another word, which one source has among its translations."""
    if "natural-earth" not in row["sources"] or "rigour" in row["sources"]:
        return row
    kept = [
        name
        for name in row.get("aliases", ())
        if not _is_latin(name) or SequenceMatcher(None, name.lower(), row["name"].lower()).ratio() >= _ALIKE
    ]
    return row | {"aliases": kept}


_ALIKE = 0.55


_NAMED = 2

_PLACES = (
    ("continent", 200), ("ocean", 120), ("state of the United States", 120), ("territory of the United Kingdom", 150),
    ("sea", 40), ("gulf", 25), ("strait", 25), ("world region", 40), ("state of", 40), ("province of", 25),
    ("region of", 20), ("disputed territory", 50), ("Palestinian territory", 80), ("historical state", 20),
    ("county", 4), ("district or municipality", 1), ("municipality", 1), ("airport", 4), ("district", 2),
)  # fmt: skip


def _by_population(row: Row) -> int:
    """Ten thousand people are worth one wiki, a hundred thousand eight, a million fifty."""
    population = row.get("population", 0)
    return next((worth for least, worth in _POPULATIONS if population >= least), 1 if population else 0)


_POPULATIONS = (
    (5_000_000, 140),
    (2_000_000, 90),
    (1_000_000, 60),
    (500_000, 40),
    (200_000, 20),
    (100_000, 10),
    (20_000, 5),
)

READERS = {"person": _person, "organization": _organization, "place": _place}


def _common(row: Row, kind: str, sitelinks: int, renown: int) -> Row:
    aliases = row.get("aliases", ())
    names = dict.fromkeys(_cell(name) for name in aliases if kind != "person" or "," not in name)
    return {
        "qid": row["qid"],
        "kind": kind,
        "label": _cell(row["name"]),
        "aliases": "|".join(name for name in names if name and name != row["name"]),
        "sitelinks": sitelinks or "",
        "renown": renown or "",
        "countries": "|".join(row.get("country", ())),
    }


def _with_states(cells: dict[str, Row]) -> None:
    """Say of places in the US the state, too, by its code: that of a state or a county itself, and that of a city."""
    states = {row["label"]: code for row in cells.values() if (code := _code_of_state(row))}
    for row in cells.values():
        state = states.get(row["label"]) if _code_of_state(row) else states.get(row.pop("state", ""))
        if state:
            row["countries"] = f"US-{state}"
    with CITIES_OF_STATES.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            cells[row["qid"]]["countries"] = row["state"]


def _code_of_state(row: Row) -> str | None:
    """The two letters of a state of the US, which are among its names."""
    if not row["type"].startswith("state") or row["countries"] not in {"US", ""}:
        return None
    return next((name for name in row["aliases"].split("|") if re.fullmatch(r"[A-Z]{2}", name)), None)


def _cell(text: str) -> str:
    return " ".join(text.replace("&amp,", "&").replace("&amp;", "&").replace("|", " ").replace(";", ",").split())


def _is_latin(name: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or not letter.isalpha() for letter in name)


def _with_own(cells: dict[str, Row]) -> None:
    """Put in what ``own.csv`` says, checked by hand: names in daily use and how well known; what no source has."""
    with (HERE / "own.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known = cells.setdefault(row["qid"], {"aliases": ""})
            aliases = [row["aliases"], known["aliases"]]
            if row["label"] and known.get("label", row["label"]) != row["label"]:
                aliases.append(known["label"])
            names = dict.fromkeys(name for cell in aliases for name in cell.split("|") if name)
            known.update({field: cell for field, cell in row.items() if cell})
            known["aliases"] = "|".join(name for name in names if name != known["label"])


if __name__ == "__main__":
    main()
