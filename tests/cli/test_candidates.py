"""``article-ld link --candidates``: what each name may be, for people and for programs."""

import json

import pytest

from ld.cli import main

STORY = "Ferry pact signed\n\nFrench Senator Ada Quill signed the pact in Seoul on Tuesday, she said.\n"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


@pytest.fixture
def kb(make_kb, person):
    """The path of a knowledge base in which two have one name, and fifteen one surname."""
    sits, sat = (("member of the Senate", "FR", *days) for days in (("2020-01-01", None), ("1990", "1999")))
    others = (person(f"Q{n}", f"Bo{n} Hart") for n in range(10, 25))
    return str(make_kb(person("Q2", "Ada Quill", sits), person("Q3", "Ada Quill", sat, death="2001"), *others).path)


def _run(source, kb, *options):
    return main(["link", source, "--candidates", "--no-bundled", "--kb", kb, "--date", "2024-09-11", *options])


def test_each_candidate_has_score_id_features_and_words_with_the_best_first(story, kb, capsys):
    assert _run(story, kb) == 0
    block = capsys.readouterr().out.partition("Ada Quill  person  Q2  ")[2].splitlines()
    heads = [line for line in block if "  Ada Quill  " in line]
    assert [(line[0], line.split("  ")[-3]) for line in heads] == [("→", "Q2"), (" ", "Q3")]
    assert "+2.50 post_agrees" in block[2]
    assert "the post agrees: Senator; in office on 2024-09-11" in block[3]


def test_the_threshold_is_told_and_why_nobody_was_chosen(story, kb, capsys):
    assert _run(story, kb, "--threshold", "1") == 0
    said = capsys.readouterr().out
    assert said.startswith("linked from a score of 1 on")
    assert "Ada Quill  person  not linked: named like Q2 (Ada Quill), but the score" in said


def test_of_many_candidates_a_table_shows_ten_and_json_all(kb, tmp_path, capsys):
    path = tmp_path / "hart.txt"
    path.write_text("Hart spoke\n\nFrench Senator Hart signed the pact in Seoul, Hart said.\n", encoding="utf-8")
    assert _run(str(path), kb) == 0
    assert "and 5 more" in capsys.readouterr().out
    assert _run(str(path), kb, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)["entities"]
    assert [len(each["candidates"]) for each in found if each["name"] == "Hart"] == [15]


def test_a_link_that_no_candidate_explains_comes_with_its_own_reason(story, kb, tmp_path, capsys):
    links = tmp_path / "links.csv"
    links.write_text("match,decision\nAda Quill,Q3\n", encoding="utf-8")
    assert _run(story, kb, "--links", str(links)) == 0
    assert "Ada Quill  person  Q3  1.000  corrected" in capsys.readouterr().out


def test_candidates_have_no_form_in_nif(story, capsys):
    assert main(["link", story, "--candidates", "--format", "nif"]) == 2
    assert "NIF has no candidates" in capsys.readouterr().err
