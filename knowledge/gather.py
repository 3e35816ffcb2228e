"""Gathers the tables of this folder from files of facts: ``python knowledge/gather.py FOLDER``.

FOLDER holds ``people*.jsonl.gz``, ``organizations*.jsonl.gz``, ``outlets*.jsonl.gz`` and ``places*.jsonl.gz``, an
entity per line with its sources. docs/knowledge.md says what is taken, and what a source is worth.
The same files give the same tables, sorted by Wikidata ID, an entity per line.
"""

import argparse
import csv
from pathlib import Path

from corrections import add_own, add_states, take_names_of_others
from organization_rows import organization
from people_rows import person
from place_rows import place
from rows import Row, merged, shipped_part

HERE = Path(__file__).parent
MISTAKEN = {
    "Q30338413",
    "Q1653092",
    "Q30338257",
    "Q134271654",
    "Q4698478",
    "Q1390577",
    "Q29000344",
    "Q2529982",
    "Q4702627",
    "Q107685296",
}
"""Items that a join by name took for a company or a newspaper, though the news means another item.

Among them are a club with the name of a broadcaster, and a university's unit whose name only says what it is.
"""

PRODUCTS = HERE / "products_left_out.csv"
"""Products that one source takes for companies: drinks, toys, chips, apps. No organization has these names."""


WORLD_BODIES = {"international organization", "newspaper", "news agency"}

COUNTRIES = HERE.parent / "ld" / "link" / "data" / "country_ids.csv"
"""States have a table of their own."""

COLUMNS = (
    "qid", "kind", "type", "label", "aliases", "sitelinks", "renown", "positions", "countries", "birth", "death",
    "domain",
)  # fmt: skip
READERS = {"person": person, "organization": organization, "place": place}
TABLES = {"people": "person", "organizations": "organization", "places": "place"}


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    rows = _gathered(parser.parse_args().folder)
    take_names_of_others(rows)
    add_own(rows)
    add_states(rows)
    for table, kind in TABLES.items():
        kept = [row for row in rows.values() if row["kind"] == kind]
        _write(HERE / f"{table}.csv", kept)
        print(f"{table}: {len(kept)}")


def _gathered(folder: Path) -> dict[str, Row]:
    """The rows of all kinds by Wikidata ID. Of two kinds of one item the later wins, but never over a world body.

    So a place takes precedence over an organization: some sources take a state for its government.
    """
    left_out = MISTAKEN | _ids(COUNTRIES) | _ids(PRODUCTS)
    rows: dict[str, Row] = {}
    for kind, read in READERS.items():
        for entity in merged(folder, kind):
            shipped = shipped_part(entity) if entity["qid"] not in left_out else None
            row = read(shipped) if shipped else None
            if row and not _is_world_body(rows.get(row["qid"])):
                rows[row["qid"]] = row
    return rows


def _ids(table: Path) -> set[str]:
    """The Wikidata IDs in the column ``qid`` of *table*, which may begin with a comment line."""
    with table.open(encoding="utf-8") as lines:
        return {row["qid"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))}


def _is_world_body(row: Row | None) -> bool:
    return row is not None and row["kind"] == "organization" and row["type"] in WORLD_BODIES


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: int(row["qid"][1:])))


if __name__ == "__main__":
    main()
