"""Writes ``ld/link/data/country_ids.csv`` from the package rigour: ``python tests/generate/country_ids.py``."""

import csv
import io
import json
from importlib.metadata import version
from pathlib import Path

from rigour._core import territories_jsonl  # the public look-ups need ICU, which must be compiled

REPOSITORY = Path(__file__).resolve().parents[2]
TARGET = REPOSITORY / "ld" / "link" / "data" / "country_ids.csv"
NAMES = REPOSITORY / "ld/extract/entities/countries/data/names.csv"

NEWS_IDS = {
    # rigour names the realm, with Greenland and the Faroe Islands; news means the country.
    "DK": "Q35",
    # rigour names the realm, with Aruba, Curaçao and Sint Maarten; news means the country.
    "NL": "Q55",
    # rigour names the Vatican City State; the member of world bodies is the Holy See.
    "VA": "Q159583",
}
"""Wikidata items that the news means instead of rigour's first; rigour has each of them among its others."""


def country_ids() -> str:
    """The table: a row for each country of our names table, with rigour's codes and Wikidata IDs, and our label."""
    territories = {row["code"].upper(): row for row in map(json.loads, territories_jsonl().splitlines())}
    output = io.StringIO()
    print(f"# countries: rigour {version('rigour')} (made by tests/generate/country_ids.py, never edited)", file=output)
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(["iso2", "iso3", "qid", "label"])
    with NAMES.open(encoding="utf-8", newline="") as names:
        for row in csv.DictReader(names):
            territory = territories[row["iso2"]]
            qid = NEWS_IDS.get(row["iso2"], territory["qid"])
            if qid not in (territory["qid"], *territory.get("other_qids", ())):
                raise ValueError(f"{row['iso2']}: rigour does not know {qid}; look at NEWS_IDS")
            writer.writerow([row["iso2"], territory["alpha3"].upper(), qid, row["name"]])
    return output.getvalue()


if __name__ == "__main__":
    TARGET.write_text(country_ids(), encoding="utf-8")
