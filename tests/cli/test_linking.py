"""``build --links`` and ``build --kb``: what entities are linked with, besides the bundled knowledge base."""

import json

import pytest

from ld.cli import main

STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo, said Lena Storm.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def build(tmp_path, story, *options):
    status = main(["build", str(story), "-o", str(tmp_path / "out"), *map(str, options)])
    if status:
        return status
    facts = json.loads((tmp_path / "out" / "story.facts.json").read_text(encoding="utf-8"))
    return {entity["name"]: entity["link"] for entity in facts["entities"]}


def test_a_correction_overrules_the_link_and_is_reported(tmp_path, story, capsys):
    links = tmp_path / "links.csv"
    links.write_text("match,context,decision,who,when\nDenmark,,NIL,the desk,2026-11-23\n", encoding="utf-8")
    found = build(tmp_path, story, "--links", links)
    assert found["Denmark"]["is"] == "unlinked"
    assert "Denmark: NIL, corrected in links.csv, line 2 by the desk" in capsys.readouterr().out


def test_corrections_named_by_the_settings_are_applied_too(tmp_path, story, monkeypatch, capsys):
    (tmp_path / "links.csv").write_text("match,decision,who\nDenmark,NIL,the desk\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.article-ld]\nlinks = "links.csv"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert build(tmp_path, story)["Denmark"]["is"] == "unlinked"
    assert "corrected in links.csv" in capsys.readouterr().out


def test_a_correction_that_fits_nothing_is_complained_of(tmp_path, story, capsys):
    links = tmp_path / "links.csv"
    links.write_text("match,decision\nAtlantis,NIL\n", encoding="utf-8")
    build(tmp_path, story, "--links", links)
    assert "links.csv, line 2: matches no entity: Atlantis" in capsys.readouterr().err


def test_people_are_linked_by_a_knowledge_base_of_ones_own(tmp_path, story):
    rows, kb = tmp_path / "people.csv", tmp_path / "people.kb"
    rows.write_text("qid,kind,label,positions\nQ999999901,person,Lena Storm,Minister of Denmark\n", encoding="utf-8")
    assert main(["kb", "build", str(rows), "-o", str(kb), "--snapshot", "2026-01-01"]) == 0
    assert build(tmp_path, story, "--kb", kb)["Lena Storm"]["qid"] == "Q999999901"


def test_a_file_that_is_no_knowledge_base_is_bad_input(tmp_path, story):
    assert build(tmp_path, story, "--kb", story) == 2
