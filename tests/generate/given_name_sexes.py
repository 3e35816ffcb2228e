"""Write the given names of men and of women: ``python tests/generate/given_name_sexes.py given_names.tsv.gz``.

The table has the columns name, gender (m, f or u), sources, male_count, female_count and countries. A name is taken if
its sex is the same in all its sources and it is known in two countries or borne by two politicians, and if it is not in
``given_name_sexes_left_out.txt``.
"""

import csv
import gzip
import re
import sys
from pathlib import Path

LEFT_OUT = Path(__file__).with_name("given_name_sexes_left_out.txt")
TARGETS = Path(__file__).resolve().parents[2] / "ld/extract/speech/data"
LATIN_NAME = re.compile(r"[A-Z][a-zà-öø-ÿĀ-ɏ]+(?:[’'-][A-Z]?[a-zà-öø-ÿĀ-ɏ]+)?")
BEARERS = 2
SOURCE = "made by tests/generate/given_name_sexes.py from Faker 40.63.0 and Wikidata's politicians, never edited"


def main(table: Path) -> None:
    """Write both lists."""
    left_out = set(LEFT_OUT.read_text(encoding="utf-8").splitlines())
    with gzip.open(table, "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if is_known(row) and row["name"] not in left_out]
    for gender, whose in (("m", "men"), ("f", "women")):
        names = sorted(row["name"] for row in rows if row["gender"] == gender)
        target = TARGETS / f"given_names_of_{whose}.txt"
        target.write_text("\n".join((f"# Given names of {whose} alone: {SOURCE}", *names, "")), encoding="utf-8")


def is_known(row: dict[str, str]) -> bool:
    """Whether *row* has a name in Latin letters that several people bear."""
    bearers = int(row["male_count"]) + int(row["female_count"])
    known = bearers >= BEARERS or row["countries"].count(",") + 1 >= BEARERS
    return LATIN_NAME.fullmatch(row["name"]) is not None and known


if __name__ == "__main__":
    main(Path(sys.argv[1]))
