"""Bringing a knowledge base up to date."""

import json

import pytest
from kb.wikidata_dump import entity, item, statement

from ld.errors import InputError
from ld.kb.build import add_to_kb
from ld.kb.refresh import refresh_kb


def test_merged_ids_lead_to_the_new_item_and_deleted_ones_nowhere(make_kb, opened, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill", sitelinks=4), person("Q3", "Bo Hart"), person("Q4", "Cy Fenn"))
    table = tmp_path / "moved.csv"
    table.write_text("old,new\nQ2,Q20\nQ20,Q21\nQ3,\nQ99,Q98\n", encoding="utf-8")
    done = refresh_kb(kb.path, table)
    assert (done.moved, done.deleted) == ({"Q2": "Q21"}, ("Q3",))
    after = opened(kb.path)
    assert (after.item("Q2").qid, after.item("Q2").sitelinks) == ("Q21", 4)
    assert after.candidates("Bo Hart") == ()
    assert [each.item.qid for each in after.candidates("Ada Quill")] == ["Q21"]


def test_an_item_merged_into_another_gives_it_its_names(make_kb, opened, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"), person("Q3", "Ada Maria Quill", birth="1950"))
    table = tmp_path / "moved.tsv"
    table.write_text("<http://www.wikidata.org/entity/Q2>\t<http://www.wikidata.org/entity/Q3>\n", encoding="utf-8")
    refresh_kb(kb.path, table)
    merged = opened(kb.path).item("Q3")
    assert (merged.label, merged.aliases, merged.birth) == ("Ada Maria Quill", ("Ada Quill",), "1950")


def test_redirects_in_a_circle_are_deletions(make_kb, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"), person("Q4", "Cy Fenn"))
    table = tmp_path / "moved.csv"
    table.write_text("Q2,Q3\nQ3,Q2\n", encoding="utf-8")
    assert refresh_kb(kb.path, table).deleted == ("Q2",)


def test_old_ids_survive_a_second_refresh(make_kb, opened, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"))
    for line in ("Q2,Q3", "Q3,Q4"):
        (tmp_path / "moved.csv").write_text(f"{line}\n", encoding="utf-8")
        refresh_kb(kb.path, tmp_path / "moved.csv")
    assert opened(kb.path).item("Q2").qid == "Q4"


def test_a_newer_dump_updates_what_is_there_and_brings_nothing_else(make_kb, opened, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"), person("Q3", "Bo Hart"))
    people = [
        entity(qid, label, [], {"P31": [statement("P31", item("Q5"))]}, {"enwiki": label})
        for qid, label in (("Q2", "Ada Quill-Hart"), ("Q7", "Cy Fenn"))
    ]
    (tmp_path / "new.json").write_text("".join(f"{json.dumps(each)},\n" for each in people), encoding="utf-8")
    done = refresh_kb(kb.path, tmp_path / "new.json", snapshot="2026-11-01")
    after = opened(kb.path)
    assert (after.item("Q2").label, after.item("Q7"), done.missing) == ("Ada Quill-Hart", None, 1)
    assert after.source == "items: 2026-11-01"


def test_a_line_that_is_no_redirect_is_refused(make_kb, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"))
    (tmp_path / "moved.csv").write_text("Q2,Q3\nAda,Bo\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: no redirect"):
        refresh_kb(kb.path, tmp_path / "moved.csv")


def test_items_can_be_added(make_kb, opened, person, tmp_path):
    kb = make_kb(person("Q2", "Ada Quill"))
    (tmp_path / "own.csv").write_text("qid,label\nQ3,Bo Hart\n", encoding="utf-8")
    add_to_kb(kb.path, [tmp_path / "own.csv"])
    after = opened(kb.path)
    assert [after.item(qid).label for qid in ("Q2", "Q3")] == ["Ada Quill", "Bo Hart"]
    assert after.source == "items"
