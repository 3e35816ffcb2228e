"""A handful of items is searched as a file of them is."""

import pytest

from ld.kb import Item, open_kb
from ld.kb.build import build_kb
from ld.kb.tables import write_json
from ld.wikidata.matching import matching

ITEMS = (
    Item(qid="Q2", kind="person", label="Ada B. Quill", aliases=("Adelaide Quill",), sitelinks=3),
    Item(qid="Q3", kind="person", label="Ada Quill", sitelinks=1),
    Item(qid="Q4", kind="person", label="Adelaide Quill", sitelinks=9),
    Item(qid="Q5", kind="person", label="Harbor Bo", sitelinks=2),
    Item(qid="Q6", kind="person", label="Cleo Dunn Hart Jr."),
)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kb")
    (folder / "items.jsonl").write_text("".join(f"{write_json(item)}\n" for item in ITEMS), encoding="utf-8")
    build_kb([folder / "items.jsonl"], folder / "items.kb")
    with open_kb(folder / "items.kb") as opened:
        yield opened


NAMES = {
    "Ada Quill": ["Q3", "Q2"],
    "ADA QUILL": ["Q3", "Q2"],
    "Adelaide Quill": ["Q4", "Q2"],
    "Ada C. Quill": ["Q3"],
    "Quill Ada": ["Q3"],
    "Bo Harbor": ["Q5"],
    "Cleo Hart": ["Q6"],
    "Hart Cleo": [],
    "Quill": [],
    "": [],
}


@pytest.mark.parametrize(("name", "qids"), NAMES.items())
def test_a_name_finds_in_a_handful_what_it_finds_in_a_file(kb, name, qids):
    found = matching(name, ITEMS)
    assert [candidate.item.qid for candidate in found] == qids
    assert found == kb.candidates(name)
