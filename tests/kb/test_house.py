"""Items that Wikidata lacks, under an IRI of one's own."""

import json

import pytest
from kb.wikidata_dump import entity, item, statement

from ld.cli import main
from ld.errors import InputError
from ld.kb import Item
from ld.kb.build import add_to_kb, build_kb
from ld.kb.contents import former_ids, house_items
from ld.kb.refresh import refresh_kb
from ld.kb.tables import read_json, write_json

IRI = "https://id.harbor-news.example/people/1"


@pytest.fixture
def built(tmp_path, opened):
    """The knowledge base ``own.kb`` of these rows, open, and what its build said."""

    def build(*rows: str):
        (tmp_path / "own.csv").write_text("\n".join(("qid,iri,label", *rows)) + "\n", encoding="utf-8")
        outcome = build_kb([tmp_path / "own.csv"], tmp_path / "own.kb")
        return opened(tmp_path / "own.kb"), outcome

    return build


def test_an_item_is_found_by_its_iri_and_by_its_name(built):
    kb, _ = built(f",{IRI},Ada Quill", "Q3,,Bo Hart")
    assert kb.item(IRI).label == "Ada Quill"
    assert [each.item.identifier for each in kb.candidates("Ada Quill")] == [IRI]
    assert (IRI in kb, f"{IRI}0" in kb, kb.item(f"{IRI}0"), house_items(kb)) == (True, False, None, 1)


def test_namesakes_under_different_iris_stay_apart(built):
    kb, _ = built(f",{IRI},Ada Quill", f",{IRI}0,Ada Quill")
    assert {each.item.iri for each in kb.search("Quill Ada")} == {IRI, f"{IRI}0"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,Ada Quill", "no qid and no iri"),
        (",harbor:ada,Ada Quill", "is no IRI of one's own"),
        (",https://id.example/a b,Ada Quill", "is no IRI of one's own"),
        (",https://id.example/#,Ada Quill", "is no IRI of one's own"),
        (",https://id.example/#a#b,Ada Quill", "is no IRI of one's own"),
        (",https://ID.example/a,Ada Quill", "host in lower case"),
        (",http://www.wikidata.org/entity/Q42,Ada Quill", "its qid"),
        (",https://wikidata.org/wiki/Q42,Ada Quill", "its qid"),
        ("Q2,https://[,Ada Quill", "is no IRI of one's own"),
    ],
)
def test_what_can_be_no_iri_of_ones_own_is_broken(built, row, why):
    _, outcome = built("Q3,,Bo Hart", row)
    (broken,) = outcome.broken
    assert broken.startswith("own.csv: line 3: ")
    assert why in broken


def test_what_is_neither_id_nor_iri_is_refused(built):
    kb, _ = built("Q3,,Bo Hart")
    with pytest.raises(InputError, match="'Ada' is no item"):
        kb.item("Ada")


def test_once_wikidata_has_it_the_old_iri_leads_to_the_item(built, tmp_path, opened):
    built(f",{IRI},Ada Quill", "Q3,,Bo Hart")
    (tmp_path / "more.csv").write_text(f"qid,iri,label\nQ2,{IRI},Ada M. Quill\n", encoding="utf-8")
    add_to_kb(tmp_path / "own.kb", [tmp_path / "more.csv"])
    kb = opened(tmp_path / "own.kb")
    assert (kb.item(IRI).qid, kb.item(IRI).aliases) == ("Q2", ("Ada Quill",))
    assert len(kb.candidates("Ada Quill")) == 1
    add_to_kb(tmp_path / "own.kb", [tmp_path / "own.csv"])
    assert opened(tmp_path / "own.kb").item(IRI).qid == "Q2"
    assert [*former_ids(kb)] == []


def test_a_newer_dump_says_nothing_of_the_items_of_the_house(built, tmp_path, opened):
    built(f",{IRI},Ada Quill", "Q3,,Bo Hart")
    told = entity("Q3", "Bo Hart", [], {"P31": [statement("P31", item("Q5"))]}, {"enwiki": "Bo Hart"})
    (tmp_path / "new.json").write_text(f"{json.dumps(told)},\n", encoding="utf-8")
    assert refresh_kb(tmp_path / "own.kb", tmp_path / "new.json").missing == 0
    assert opened(tmp_path / "own.kb").item(IRI).label == "Ada Quill"


def test_a_redirect_leaves_the_items_of_the_house(built, tmp_path, opened):
    built(f",{IRI},Ada Quill", "Q3,,Bo Hart")
    (tmp_path / "moved.csv").write_text("Q3,Q4\n", encoding="utf-8")
    refresh_kb(tmp_path / "own.kb", tmp_path / "moved.csv")
    assert opened(tmp_path / "own.kb").item(IRI).iri == IRI


def test_the_commands_tell_of_the_items_of_the_house(built, tmp_path, capsys):
    built(f",{IRI},Ada Quill", "Q3,,Bo Hart")
    path = str(tmp_path / "own.kb")
    assert main(["kb", "info", path]) == 0
    assert "own IRIs  1\n" in capsys.readouterr().out
    assert main(["kb", "search", path, "Ada Quill"]) == 0
    assert f"  {IRI}  Ada Quill  person" in capsys.readouterr().out


def test_a_row_of_json_keeps_its_iri():
    own = Item(iri=IRI, kind="organization", label="Quay Council", type="council", renown=4, domain="quay.example")
    assert read_json(write_json(own).encode()) == own


def test_an_office_that_is_no_item_is_broken(tmp_path):
    (tmp_path / "own.csv").write_text("qid,label,positions\nQ2,Ada,\nQ3,Bo,chair;FR;;;;the chair\n", encoding="utf-8")
    (broken,) = build_kb([tmp_path / "own.csv"], tmp_path / "own.kb").broken
    assert broken == "own.csv: line 3: the office 'the chair' is not a Wikidata item"
