"""Names that tempt a reader to see a country, or to miss one: a table of invented sentences and headlines."""

import csv
from pathlib import Path

import pytest

CASES = list(csv.DictReader((Path(__file__).parent / "hostile_countries.csv").read_text(encoding="utf-8").splitlines()))


def listed(cell: str | None) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['about']}: {case['text']}")
def test_only_what_means_the_country_is_a_country_and_only_a_government_is_a_metonym(facts, case):
    found = facts(case["text"]).entities
    countries = [(m.start, f"{m.exact}={e.country_code}") for e in found if e.kind == "country" for m in e.mentions]
    metonyms = [(m.start, f"{m.exact}={e.country_code}") for e in found for m in e.mentions if m.kind == "metonym"]
    assert [words for _, words in sorted(countries)] == listed(case["countries"])
    assert [words for _, words in sorted(metonyms)] == listed(case["metonyms"])
