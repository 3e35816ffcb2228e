"""Kinds of names that were once read wrongly in news, each in made-up sentences (faults.csv).

A row with a *fault* is still read wrongly, and says in what way; "*" stands where any answer will do.
"""

import csv
from pathlib import Path

import pytest

with Path(__file__).with_name("faults.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
COLUMNS = {"people": "person", "organizations": "organization", "places": "place"}


def _marked(row):
    marks = (pytest.mark.xfail(strict=True, reason=row["fault"]),) if row["fault"] else ()
    return pytest.param(row, id=f"{row['kind']}: {row['text'][:40]}", marks=marks)


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_a_sentence_names_whom_and_what_it_should(named, row):
    found = named(row["text"])
    asked = {kind: row[column] for column, kind in COLUMNS.items() if row[column] != "*"}
    right = {kind: {name for name in names.split("|") if name} for kind, names in asked.items()}
    assert {kind: found[kind] for kind in asked} == right


def test_each_kind_has_three_sentences():
    kinds = [row["kind"] for row in ROWS]
    assert {kind: kinds.count(kind) for kind in kinds if kinds.count(kind) < 3} == {}


@pytest.mark.xfail(strict=True, reason="a word in capitals that heads a paragraph within a line is no country")
def test_a_country_in_capitals_that_heads_a_paragraph_is_named(named):
    text = "Shops may open in some states. GERMANY The rules end soon. SPAIN The bars closed."
    assert named(text)["country"] == {"Germany", "Spain"}
