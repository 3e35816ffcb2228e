"""Hundreds of real texts, messy and clean: each gives a valid graph or a clear refusal, none a crash."""

import json
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import pytest
from material import NEWS_TEXTS, PASTED_PAGES

from ld import build
from ld.errors import InputError
from ld.read.text import read_text


def outcome(row: dict) -> str:
    try:
        built = build(read_text(row["text"], url=row.get("url")))
    except InputError as refusal:
        return f"refused: {str(refusal).split(':', 1)[0]}"
    return "valid" if built.report.conforms() else f"invalid: {row['id']} {built.report.results[0].message}"


@pytest.mark.parametrize(
    ("corpus", "texts", "fewest_valid"),
    [
        pytest.param(PASTED_PAGES.path, 195, 190, marks=pytest.mark.material(PASTED_PAGES), id="pasted pages"),
        pytest.param(NEWS_TEXTS.path, 308, 130, marks=pytest.mark.material(NEWS_TEXTS), id="news texts"),
    ],
)
def test_every_text_gives_a_valid_graph_or_a_clear_refusal(corpus, texts, fewest_valid):
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    with ProcessPoolExecutor(2) as workers:
        outcomes = Counter(workers.map(outcome, rows, chunksize=8))
    assert outcomes.total() == texts
    assert set(outcomes) <= {"valid", "refused: no headline found"}, outcomes
    assert outcomes["valid"] >= fewest_valid
