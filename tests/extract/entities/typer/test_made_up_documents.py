"""The made-up documents that the weights are learned from beside annotated texts (tests/generate/name_filling.py)."""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

GENERATE = Path(__file__).resolve().parents[3] / "generate"
WORKS = [{"name": f"The {word} Harbour", "kind": kind} for word in ("Green", "Blue") for kind in ("film", "event")]


@pytest.fixture
def made_up(monkeypatch):
    monkeypatch.syspath_prepend(str(GENERATE))
    from name_filling import made_up  # noqa: PLC0415 - found only now

    yield made_up
    for module in ("name_filling", "name_document"):
        sys.modules.pop(module, None)


@pytest.fixture(params=["with names of works", "without"])
def works(request, tmp_path):
    if request.param == "without":
        return None
    path = tmp_path / "works.jsonl.gz"
    path.write_bytes(gzip.compress("".join(f"{json.dumps(row)}\n" for row in WORKS).encode()))
    return path


def test_each_name_stands_at_its_offsets_and_no_place_is_left_open(made_up, works):
    documents = list(made_up(60, works))
    assert len(documents) == 60
    for document in documents:
        assert document.spans
        assert "{" not in document.text
        for one, two in zip(document.spans, document.spans[1:], strict=False):
            assert one.end <= two.start
        for span in document.spans:
            words = document.text[span.start : span.end]
            assert words == words.strip() != ""
            assert not document.text[span.end : span.end + 1].isalnum()
            assert not document.text[: span.start][-1:].isalnum()


def test_they_hold_every_type_of_name(made_up, works):
    types = {span.type for document in made_up(60, works) for span in document.spans}
    assert types == {"person", "organization", "place", "other"}


def test_they_are_the_same_twice(made_up, works):
    assert list(made_up(5, works)) == list(made_up(5, works))


def test_bare_names_are_of_all_kinds_and_the_same_every_time(made_up, works):  # noqa: ARG001 - it finds the module
    from name_filling import bare_names  # noqa: PLC0415 - found only now

    names = list(bare_names(12, works))
    assert names == list(bare_names(12, works))
    counts = Counter(kind for _, kind in names)
    assert counts == {"organization": 12, "place": 6, "person": 6} | ({"other": 6} if works else {})
