"""Corrections of the rows, by hand or derived from other rows: names in daily use, states of the US."""

import csv
import re
from pathlib import Path

from rows import Row

HERE = Path(__file__).parent

CITIES_OF_STATES = HERE / "cities_of_states.csv"
"""The states of those US cities whose name can mean only one city."""


def add_states(cells: dict[str, Row]) -> None:
    """Give places in the US the code of their state: states and counties their own, and cities that of their state."""
    states = {row["label"]: code for row in cells.values() if (code := _code_of_state(row))}
    for row in cells.values():
        state = states.get(row["label"]) if _code_of_state(row) else states.get(row.pop("state", ""))
        if state:
            row["countries"] = f"US-{state}"
    with CITIES_OF_STATES.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            cells[row["qid"]]["countries"] = row["state"]


def _code_of_state(row: Row) -> str | None:
    """The two-letter code of a US state, which is among its names."""
    if not row["type"].startswith("state") or row["countries"] not in {"US", ""}:
        return None
    return next((name for name in row["aliases"].split("|") if re.fullmatch(r"[A-Z]{2}", name)), None)


NAMES_OF_OTHERS = {
    "Q5039058": "Eastman Kodak Company",
    "Q1781959": "Nobel Prize",
    "Q282186": "Carl Zeiss Meditec",
    "Q11302286": "Konami",
    "Q11506786": "Hewlett Packard Enterprise",
    "Q470110": "Red Cross",
}
"""Names that a source gave to the parent, subsidiary or predecessor of their bearer, or to one of many bearers."""


def take_names_of_others(cells: dict[str, Row]) -> None:
    """Remove the names that belong to other companies."""
    for qid, name in NAMES_OF_OTHERS.items():
        cells[qid]["aliases"] = "|".join(alias for alias in cells[qid]["aliases"].split("|") if alias != name)


def add_own(cells: dict[str, Row]) -> None:
    """Add the rows of ``own.csv``, checked by hand: names in daily use, how well known they are, missing items."""
    with (HERE / "own.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known = cells.setdefault(row["qid"], {"aliases": ""})
            aliases = [row["aliases"], known["aliases"]]
            if row["label"] and known.get("label", row["label"]) != row["label"]:
                aliases.append(known["label"])
            names = dict.fromkeys(name for cell in aliases for name in cell.split("|") if name)
            known.update({field: cell for field, cell in row.items() if cell})
            known["aliases"] = "|".join(name for name in names if name != known["label"])
