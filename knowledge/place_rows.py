"""Places as rows: their types, and how well known they are by type and population."""

import re
from difflib import SequenceMatcher

from rows import Row, common_cells, is_latin


def place(row: Row) -> Row | None:
    """The cells of a place; None for one that news does not name."""
    description = row["description"]
    type_ = re.split(r" (?:of|in|or)\b|;|,| \(", description)[0].strip()
    if type_ in _OF_CITIES and "natural-earth" in row["sources"] and not _OF_LAND.search(row["name"]):
        type_ = "city"
    sitelinks = row.get("sitelinks_at_least", 0)
    renown = next((worth for beginning, worth in _PLACES if description.startswith(beginning)), 2)
    renown = max(renown, _by_population(row)) + 3 * (len(row["sources"]) - 1)
    if row.get("capital"):
        renown += 60
    if not is_latin(row["name"]) or (type_ == "airport" and " " not in row["name"]):
        return None
    if renown < _NAMED and not sitelinks:
        return None
    state = re.fullmatch(r"county in (.+), the United States", description)
    return (
        {"type": type_}
        | ({"state": state[1]} if state else {})
        | common_cells(_without_strange_names(row), "place", sitelinks, renown)
    )


_OF_CITIES = frozenset(("region", "federal city", "municipality", "special district"))
"""Types that one source gives to the territory of a city, which another has among its populated places."""

_OF_LAND = re.compile(r"\b(?:Region|Province|District|County|Department|Islands?|Governorate|Prefecture|State)\b")


def _without_strange_names(row: Row) -> Row:
    """*row* without Latin names that are quite another word, which one source has among its translations."""
    if "natural-earth" not in row["sources"] or "rigour" in row["sources"]:
        return row
    kept = [
        name
        for name in row.get("aliases", ())
        if not is_latin(name) or SequenceMatcher(None, name.lower(), row["name"].lower()).ratio() >= _ALIKE
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
