import sys

import pytest
from fixtures_facts import FACTS, replaced

from ld.cli import main
from ld.pipeline import build
from ld.read.facts_json import write_facts


@pytest.fixture
def facts_json(tmp_path):
    path = tmp_path / "harbor.facts.json"
    path.write_text(write_facts(build(FACTS).facts), encoding="utf-8")
    return path


def test_a_page_is_written_where_it_was_asked_for(facts_json, tmp_path, capsys):
    assert main(["report", str(facts_json), "-o", str(tmp_path / "page.html")]) == 0
    assert "Jan Okafor" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "page.html" in capsys.readouterr().out


def test_the_same_input_gives_the_same_bytes(facts_json, tmp_path):
    pages = [tmp_path / "a.html", tmp_path / "b.html"]
    for page in pages:
        main(["report", str(facts_json), "-o", str(page)])
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_folder_of_facts_becomes_a_folder_of_pages_with_an_index(facts_json, tmp_path):
    folder = facts_json.parent
    (folder / "quay #2.facts.json").write_text(facts_json.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["report", str(folder), "-o", str(tmp_path / "pages")]) == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "harbor.html",
        "index.html",
        "quay #2.html",
    ]
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert 'href="harbor.html"' in index
    assert 'href="quay%20%232.html"' in index


def test_a_text_is_read_straight(tmp_path):
    text = tmp_path / "quay.txt"
    text.write_text("Ada Quill met Jan Okafor\n\nThey met in Norway on Tuesday and spoke of ships.\n", encoding="utf-8")
    assert main(["report", str(text), "-o", str(tmp_path / "page.html")]) in {0, 1}
    assert "country-no" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_one_page_cannot_hold_two_articles(facts_json, tmp_path, capsys):
    assert main(["report", str(facts_json), str(facts_json), "-o", str(tmp_path / "page.html")]) == 2
    assert "name a folder with -o" in capsys.readouterr().err


def test_two_articles_cannot_share_a_page(facts_json, tmp_path, capsys):
    assert main(["report", str(facts_json), str(facts_json), "-o", str(tmp_path / "pages")]) == 2
    assert "would both be written to harbor.html" in capsys.readouterr().err
    assert not (tmp_path / "pages").exists()


def test_no_article_can_take_the_place_of_the_index(facts_json, tmp_path, capsys):
    facts_json.rename(tmp_path / "index.facts.json")
    assert main(["report", str(tmp_path / "index.facts.json"), "-o", str(tmp_path / "pages")]) == 2
    assert "the index" in capsys.readouterr().err


def test_a_folder_without_facts_is_bad_input(tmp_path, capsys):
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "pages")]) == 2
    assert "holds no *.facts.json" in capsys.readouterr().err


def test_a_file_that_is_no_article_leaves_the_others_their_pages(facts_json, tmp_path, capsys):
    (facts_json.parent / "broken.facts.json").write_text("{}", encoding="utf-8")
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "pages")]) == 2
    assert (tmp_path / "pages" / "harbor.html").exists()
    assert "broken" not in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert "broken.facts.json" in capsys.readouterr().err


def test_an_invalid_graph_is_shown_and_told_by_the_exit_code(tmp_path):
    path = tmp_path / "blank.facts.json"
    unspoken = replaced(FACTS, entities=tuple(replaced(entity, name=f"{entity.name}\n") for entity in FACTS.entities))
    path.write_text(write_facts(unspoken), encoding="utf-8")
    assert main(["report", str(path), "-o", str(tmp_path / "page.html")]) == 1
    assert " not valid" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_what_is_not_installed_is_said_once_for_all_pages(facts_json, tmp_path, monkeypatch, capsys):
    (facts_json.parent / "quay.facts.json").write_text(facts_json.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "networkx", None)
    assert main(["report", str(facts_json.parent), "-o", str(tmp_path / "pages")]) == 2
    assert capsys.readouterr().err.count("article-ld: ") == 1
    assert not (tmp_path / "pages").exists()
