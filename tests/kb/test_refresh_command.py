"""``article-ld kb refresh``, with what was linked before."""

import pytest
from fixtures_facts import FACTS, OSLO, URL, replaced, with_entity

from ld.cli import main
from ld.mapping import map_facts
from ld.publish import open_store, publish
from ld.publish.publication import unchecked_publication
from ld.publish.renaming import items_in
from ld.read.facts_json import read_facts, write_facts
from ld.vocab import WD


@pytest.fixture
def files(make_kb, person, tmp_path):
    """A knowledge base, facts and corrections with Q585, a table that moves it to Q99, and a store."""
    kb = make_kb(person("Q2", "Ada Quill"))
    (tmp_path / "moved.csv").write_text("Q585,Q99\nQ298,\n", encoding="utf-8")
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.facts.json").write_text(write_facts(FACTS), encoding="utf-8")
    (tmp_path / "facts" / "note.txt").write_text("no facts", encoding="utf-8")
    (tmp_path / "links.csv").write_text("match,decision\nOslo,Q585\n", encoding="utf-8")
    with open_store(str(tmp_path / "store")) as store:
        publish([unchecked_publication(map_facts(FACTS))], store)
    kb.close()
    return tmp_path


def refresh(files, *more: str) -> int:
    return main(["kb", "refresh", str(files / "items.kb"), str(files / "moved.csv"), *more])


def mended(files) -> tuple[str, bool, bool]:
    """The ID of Oslo in the facts; whether the corrections have the new one, and the store."""
    facts = read_facts((files / "facts/a.facts.json").read_text(encoding="utf-8"))
    oslo = next(entity for entity in facts.entities if entity.id == OSLO.id)
    with open_store(str(files / "store")) as store:
        return oslo.qid, "Q99" in (files / "links.csv").read_text(encoding="utf-8"), f"{WD}Q99" in items_in(store)


def everything(files) -> tuple[str, ...]:
    return ("--facts", str(files / "facts"), "--links", str(files / "links.csv"), "--store", str(files / "store"))


def test_facts_corrections_and_a_store_are_mended_and_all_is_told(files, capsys):
    assert refresh(files, *everything(files)) == 0
    assert mended(files) == ("Q99", True, True)
    told = capsys.readouterr().out
    assert f"{files}/facts/a.facts.json: Q585 is Q99 now: Oslo\n" in told
    assert f"{files}/facts/a.facts.json: Q298 was deleted: Chile\n" in told
    assert f"{files}/links.csv: Q585 is Q99 now: decision\n" in told
    assert f"<{URL}>: renamed\n" in told
    assert f"Q298 was deleted: it is in <{URL}>\n" in told


def test_a_second_run_finds_nothing_to_rename(files, capsys):
    refresh(files, *everything(files))
    capsys.readouterr()
    assert refresh(files, *everything(files)) == 0
    assert "Q585" not in capsys.readouterr().out


def test_a_dry_run_tells_and_writes_nothing(files, capsys):
    before = {path: path.read_bytes() for path in (files / "items.kb", files / "facts/a.facts.json")}
    assert refresh(files, "--dry-run", *everything(files)) == 0
    told = capsys.readouterr().out
    assert f"{files}/facts/a.facts.json: Q585 is Q99 now: Oslo\n" in told
    assert f"@@ <{URL}>" in told
    assert mended(files) == ("Q585", False, False)
    assert {path: path.read_bytes() for path in before} == before


def test_without_options_nothing_but_the_knowledge_base_is_touched(files):
    assert refresh(files) == 0
    assert mended(files) == ("Q585", False, False)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_mended(files, capsys):
    (files / "facts" / "0.facts.json").write_text("{", encoding="utf-8")
    assert refresh(files, *everything(files)) == 2
    assert "0.facts.json: malformed JSON" in capsys.readouterr().err
    assert mended(files) == ("Q99", True, True)


def test_facts_that_nothing_moved_in_keep_every_byte(files):
    compact = write_facts(with_entity(OSLO, link=replaced(OSLO.link, qid="Q5"))).replace("\n", "\r\n")
    (files / "facts/a.facts.json").write_bytes(compact.encode())
    assert refresh(files, "--facts", str(files / "facts")) == 0
    assert (files / "facts/a.facts.json").read_bytes() == compact.encode()


def test_what_is_already_refreshed_is_followed_by_the_old_ids_of_the_knowledge_base(files):
    (files / "moved.csv").write_text("Q2,Q585\n", encoding="utf-8")
    refresh(files)
    (files / "moved.csv").write_text("Q585,Q99\n", encoding="utf-8")
    refresh(files)
    (files / "moved.csv").write_text("Q7,Q8\n", encoding="utf-8")
    refresh(files, "--facts", str(files / "facts"))
    assert mended(files)[0] == "Q99"
