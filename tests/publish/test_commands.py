"""Publishing, asking and describing a store from the command line; the store is the embedded one."""

import json
from pathlib import Path

import pytest

from ld import build
from ld.cli import main

ARTICLE = """Harbor ministers meet in Oslo

Norwegian Fisheries Minister Ada Quill met Danish pilots in Oslo on Tuesday.

“The port is full,” Quill said.
"""
URL = "https://harbor.example/story"


@pytest.fixture
def story(tmp_path):
    """A folder of results, as ``build`` writes it."""
    source = tmp_path / "story.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    assert main(["build", str(source), "--url", URL, "--date", "2024-09-11", "-o", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "store")


@pytest.fixture
def said(capsys):
    """What the commands printed since the fixture was last asked."""

    def ask() -> str:
        return capsys.readouterr().out

    return ask


def test_a_folder_of_results_is_one_article(story, store, said):
    said()
    assert main(["publish", str(story), "--store", store]) == 0
    assert said() == "1 new\n"


@pytest.mark.parametrize("kind", [".facts.json", ".ttl", ".jsonld"])
def test_every_kind_of_file_says_the_same_so_nothing_is_sent_again(story, store, said, kind):
    main(["publish", str(story), "--store", store])
    said()
    assert main(["publish", str(story / f"story{kind}"), "--store", store]) == 0
    assert said() == "1 unchanged\n"


def test_what_is_dumped_can_be_published_and_is_the_same(story, store, said, tmp_path):
    main(["publish", str(story), "--store", store])
    said()
    main(["dump", "--store", store])
    (tmp_path / "dump.nq").write_text(said(), encoding="utf-8")
    main(["publish", str(tmp_path / "dump.nq"), "--store", str(tmp_path / "second")])
    assert said() == "1 new\n"
    main(["publish", str(story), "--store", str(tmp_path / "second")])
    assert said() == "1 unchanged\n"


def test_an_article_can_be_built_and_published_in_one_go(store, tmp_path, said):
    source = tmp_path / "story.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    assert main(["publish", str(source), "--store", store]) == 0
    assert said() == "1 new\n"


def test_an_invalid_graph_is_not_published(story, store, capsys, tmp_path):
    tree = json.loads((story / "story.facts.json").read_text(encoding="utf-8"))
    next(entity for entity in tree["entities"] if entity["kind"] == "person")["name"] += "\n"
    bad = tmp_path / "bad.facts.json"
    bad.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["publish", str(bad), "--store", store]) == 1
    main(["dump", "--store", store])
    captured = capsys.readouterr()
    assert URL not in captured.out.split("wrote")[-1]
    assert "not published" in captured.err


def test_the_bar_can_be_set_lower(store, tmp_path):
    source = tmp_path / "undated.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    assert main(["publish", str(source), "--store", store, "--severity", "warning"]) == 1
    assert main(["publish", str(source), "--store", store]) == 0


@pytest.mark.parametrize("status", ["Embargoed", "withheld", "canceled"])
def test_a_withheld_article_is_not_published(story, store, capsys, status):
    with (story / "story.ttl").open("a", encoding="utf-8") as turtle:
        turtle.write(f'\n:article schema:creativeWorkStatus "{status}" .\n')
    (story / "story.facts.json").unlink()
    assert main(["publish", str(story), "--store", store]) == 1
    assert status.lower() in capsys.readouterr().err


def test_a_graph_without_its_evidence_is_refused(story, store, capsys):
    (story / "story.evidence.ttl").unlink()
    assert main(["publish", str(story / "story.ttl"), "--store", store]) == 2
    assert "story.evidence.ttl" in capsys.readouterr().err


def test_a_dry_run_shows_a_diff_and_sends_nothing(story, store, said):
    said()
    assert main(["publish", str(story), "--store", store, "--dry-run"]) == 0
    assert f"+ <{URL}#article> " in said()
    main(["dump", "--store", store])
    assert said() == ""


def test_unpublish_removes_the_article_and_says_when_there_was_none(story, store, said):
    main(["publish", str(story), "--store", store])
    assert main(["unpublish", URL, "--store", store]) == 0
    said()
    main(["dump", "--store", store])
    assert said() == ""
    assert main(["unpublish", URL, "--store", store]) == 1


def test_bulk_loads_only_into_an_empty_store(story, store, said):
    assert main(["publish", str(story), "--store", store, "--bulk"]) == 0
    assert main(["publish", str(story), "--store", store, "--bulk"]) == 2
    said()
    main(["publish", str(story), "--store", store])
    assert said() == "1 unchanged\n"


def test_a_store_that_cannot_be_reached_is_exit_code_4_and_the_article_waits(story, tmp_path, capsys):
    outbox = tmp_path / "outbox"
    arguments = ["publish", str(story), "--store", "http://127.0.0.1:1", "--outbox", str(outbox)]
    assert main(arguments) == 4
    assert len(list(outbox.iterdir())) == 1
    assert "--resume" in capsys.readouterr().err
    assert main(["publish", "--resume", "--outbox", str(outbox), "--store", str(tmp_path / "store")]) == 0
    assert list(outbox.iterdir()) == []


def test_what_is_unpublished_does_not_come_back_from_the_outbox(story, store, tmp_path, said):
    outbox = tmp_path / "outbox"
    assert main(["publish", str(story), "--store", "http://127.0.0.1:1", "--outbox", str(outbox)]) == 4
    main(["publish", str(story), "--store", store])
    said()
    assert main(["unpublish", URL, "--store", store, "--outbox", str(outbox)]) == 0
    assert said() == "1 removed\n1 no longer waiting\n"
    assert main(["publish", "--resume", "--outbox", str(outbox), "--store", store]) == 0
    assert said() == ""


def test_what_only_waits_can_be_unpublished_too(story, store, tmp_path):
    outbox = tmp_path / "outbox"
    main(["publish", str(story), "--store", "http://127.0.0.1:1", "--outbox", str(outbox)])
    assert main(["unpublish", URL, "--store", store, "--outbox", str(outbox)]) == 0
    assert main(["unpublish", URL, "--store", store, "--outbox", str(outbox)]) == 1


def test_a_damaged_file_in_the_outbox_holds_nothing_back(story, store, tmp_path, capsys):
    outbox = tmp_path / "outbox"
    outbox.mkdir()
    damaged = outbox / "0.publication"
    damaged.write_text("cut")
    without_address = tmp_path / "story.txt"
    main(["publish", str(without_address), "--store", "http://127.0.0.1:1", "--outbox", str(outbox)])
    capsys.readouterr()
    assert main(["publish", str(story), "--resume", "--outbox", str(outbox), "--store", store]) == 2
    captured = capsys.readouterr()
    assert captured.out == "2 new\n"
    assert captured.err.count(str(damaged)) == 1
    assert [path.name for path in outbox.iterdir()] == [damaged.name]


def test_a_file_that_cannot_be_read_holds_nothing_back(story, store, capsys):
    (story / "a.ttl").write_text("this is no Turtle")
    assert main(["publish", str(story), "--store", store]) == 2
    captured = capsys.readouterr()
    assert captured.out.endswith("1 new\n")
    assert f"{story / 'a.ttl'}: " in captured.err


def test_a_folder_without_articles_is_named(tmp_path, store, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["publish", str(tmp_path / "empty"), "--store", store]) == 2
    assert "holds no article" in capsys.readouterr().err


def test_the_bulk_route_takes_no_outbox(story, store, tmp_path, capsys):
    assert main(["publish", str(story), "--store", store, "--bulk", "--outbox", str(tmp_path / "outbox")]) == 2
    assert "outbox" in capsys.readouterr().err


def test_how_far_it_is_is_said_and_makes_room_for_complaints(story, store, capsys, monkeypatch):
    monkeypatch.setattr("ld.cli.progress.LINE_SECONDS", 0)
    assert main(["publish", str(story), "--store", store]) == 0
    assert "article-ld: 1 of 1 articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("ASK { }", "true\n"),
        ("SELECT ?b ?a { VALUES (?a ?b) { (1 2) (10 UNDEF) } } ORDER BY ?a", "b  a\n2  1\n   10\n"),
        ("SELECT ?a { ?a <urn:x:none> ?b }", "no results\n"),
    ],
)
def test_a_table_is_what_the_query_asks_for(store, said, query, answer):
    assert main(["query", query, "--store", store]) == 0
    assert said() == answer


def test_a_query_for_a_graph_has_no_table(store, capsys):
    assert main(["query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--store", store]) == 2
    assert "text/turtle" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("question", "values", "answer"),
    [
        ("who-said-what", (), "The port is full"),
        ("country-and-person", ("country=NO", "person=Ada Quill"), "Harbor ministers meet in Oslo"),
        ("said-about", ("about=Oslo",), "The port is full"),
        ("weak-links", ("below=1.1",), "Q20"),
    ],
)
def test_a_ready_made_question_is_answered(story, store, said, question, values, answer):
    main(["publish", str(story), "--store", store])
    said()
    given = [argument for value in values for argument in ("--with", value)]
    assert main(["query", question, *given, "--store", store]) == 0
    assert answer in said()


def test_a_value_cannot_leave_its_place_in_a_question(story, store, said):
    main(["publish", str(story), "--store", store])
    said()
    hostile = 'about=" } } DROP ALL ; #'
    assert main(["query", "said-about", "--with", hostile, "--store", store]) == 0
    assert said() == "no results\n"


def test_every_question_says_what_it_answers(said):
    assert main(["query", "--list"]) == 0
    listed = said()
    for path in (Path(__file__).resolve().parents[2] / "ld/publish/questions").glob("*.rq"):
        assert path.stem in listed


@pytest.mark.parametrize(("form", "words"), [("csv", "n\r\n1\r\n"), ("json", '"value":"1"')])
def test_a_query_of_one_s_own_is_answered_in_the_form_asked_for(story, store, capfdbinary, form, words):
    main(["publish", str(story), "--store", store])
    capfdbinary.readouterr()
    query = "PREFIX schema: <http://schema.org/> SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a schema:NewsArticle } }"
    assert main(["query", query, "--store", store, "--format", form]) == 0
    assert words.encode() in capfdbinary.readouterr().out


def test_a_question_that_does_not_exist_is_refused(store, capsys):
    assert main(["query", "who-sad-what", "--store", store]) == 2
    assert "--list" in capsys.readouterr().err


def test_the_description_counts_what_is_there(story, store, said):
    main(["publish", str(story), "--store", store])
    said()
    assert main(["void", "https://harbor.example/data", "--store", store, "--licence", "https://licence.example/"]) == 0
    described = said()
    size = len(build(story / "story.facts.json").graph.facts) + len(build(story / "story.facts.json").graph.evidence)
    assert f'<http://rdfs.org/ns/void#triples> "{size}"' in described
    assert '<http://rdfs.org/ns/void#documents> "1"' in described
    assert "<https://licence.example/>" in described
