"""Publishing, asking and describing a store from the command line; the store is the embedded one."""

import json
from pathlib import Path

import pytest

from ld import build
from ld.cli import main
from ld.publish import open_store

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
def empty(store):
    """A store that holds nothing yet, but is there."""
    with open_store(store):
        return store


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


def test_articles_with_warnings_can_be_held_back_too(store, tmp_path):
    source = tmp_path / "undated.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    assert main(["publish", str(source), "--store", store, "--fail-on", "warning"]) == 1
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
def test_a_table_is_what_the_query_asks_for(empty, said, query, answer):
    assert main(["query", query, "--store", empty]) == 0
    assert said() == answer


def test_a_query_for_a_graph_has_no_table(empty, capsys):
    assert main(["query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--store", empty]) == 2
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


@pytest.mark.parametrize(
    "command",
    [
        ["query", "who-said-what"],
        ["query", "ASK { }", "--format", "json"],
        ["dump"],
        ["void", "https://harbor.example/data"],
        ["unpublish", URL],
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("there", ["nothing", "an empty folder", "a file"])
def test_a_store_that_is_not_there_is_an_error_and_none_is_made(command, there, tmp_path, capsys):
    store = tmp_path / "stoer"
    if there == "an empty folder":
        store.mkdir()
    elif there == "a file":
        store.write_text("no store")
    before = sorted(tmp_path.rglob("*"))
    assert main([*command, "--store", str(store)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{store}: holds no store" in captured.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_dry_run_makes_no_store_and_shows_all_as_new(story, tmp_path, said):
    said()
    assert main(["publish", str(story), "--store", str(tmp_path / "none"), "--dry-run"]) == 0
    assert f"+ <{URL}#article> " in said()
    assert not (tmp_path / "none").exists()


READING = (
    ["query", "SELECT ?g { GRAPH ?g { ?s ?p ?o } }"],
    ["dump"],
    ["void", "https://harbor.example/data"],
    ["publish", "--dry-run"],
)


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_reading_goes_on_beside_a_publisher(command, story, store, said):
    main(["publish", str(story), "--store", store])
    said()
    with open_store(store):
        assert main([*command, *([str(story)] if command[0] == "publish" else []), "--store", store]) == 0
    assert URL in said() or command[0] in {"void", "publish"}


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_reading_writes_nothing_so_that_it_works_on_a_read_only_disk(command, story, store):
    main(["publish", str(story), "--store", store])
    folder = Path(store)

    def state():
        return sorted((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in folder.iterdir())

    before = state()
    assert main([*command, *([str(story)] if command[0] == "publish" else []), "--store", store]) == 0
    assert state() == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "ASK { ?s a <http://schema.org/NewsArticle> }",
        'SELECT * { ?s ?p "GRAPH" } # GRAPH',
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_query_that_finds_nothing_outside_of_named_graphs_gets_a_hint(story, store, capsys, query, form):
    if form == "csv" and query.startswith("ASK"):
        pytest.skip("an ASK has no answer in CSV")
    main(["publish", str(story), "--store", store])
    capsys.readouterr()
    assert main(["query", query, "--store", store, "--format", form]) == 0
    assert "each article is a named graph" in capsys.readouterr().err


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { GRAPH ?g { ?s <urn:x:none> ?o } }",
        "SELECT * FROM <urn:x:none> { ?s ?p ?o }",
        "SELECT (1 AS ?one) { }",
        "who-said-what",
    ],
)
def test_a_query_of_another_kind_gets_no_such_hint(story, store, capsys, query):
    main(["publish", str(story), "--store", store])
    capsys.readouterr()
    assert main(["query", query, "--store", store]) == 0
    assert capsys.readouterr().err == ""


def test_in_an_empty_store_there_is_no_hint(empty, capsys):
    assert main(["query", "SELECT * { ?s ?p ?o }", "--store", empty]) == 0
    assert capsys.readouterr().err == ""


def test_it_is_said_where_articles_were_put(story, store, capsys):
    main(["publish", str(story), "--store", store])
    assert f"article-ld: published to {store}\n" in capsys.readouterr().err
    main(["publish", str(story), "--store", store])
    assert "published to" not in capsys.readouterr().err


def test_it_is_said_at_once_that_nobody_answers_that_we_try_again_and_where_articles_wait(story, tmp_path, capsys):
    outbox = str(tmp_path / "outbox")
    assert main(["publish", str(story), "--store", "http://127.0.0.1:1", "--outbox", outbox]) == 4
    first = capsys.readouterr().err.splitlines()[0]
    assert "no answer: " in first
    assert "; trying again, " in first
    assert first.endswith(f"what cannot be sent waits in {outbox}")


def damage(store):
    with open_store(str(store)):
        pass
    next(store.glob("MANIFEST*")).write_bytes(b"damaged")


def make_a_file(store):
    store.write_text("no store")


@pytest.mark.parametrize("spoil", [damage, make_a_file])
def test_a_store_that_cannot_be_opened_leaves_the_article_in_the_outbox(story, tmp_path, capsys, spoil):
    spoil(tmp_path / "store")
    outbox = tmp_path / "outbox"
    arguments = ["--store", str(tmp_path / "store"), "--outbox", str(outbox)]
    assert main(["publish", str(story), *arguments]) == 2
    assert len(list(outbox.iterdir())) == 1
    assert "cannot be opened as a store" in capsys.readouterr().err
    assert main(["publish", "--resume", *arguments]) == 2
    assert len(list(outbox.iterdir())) == 1


def test_a_store_in_use_leaves_the_article_in_the_outbox(story, store, tmp_path, capsys):
    outbox = tmp_path / "outbox"
    arguments = ["--store", store, "--outbox", str(outbox)]
    with open_store(store):
        assert main(["publish", str(story), *arguments]) == 4
        assert len(list(outbox.iterdir())) == 1
    assert "another process has it open" in capsys.readouterr().err
    assert main(["publish", "--resume", *arguments]) == 0
    assert list(outbox.iterdir()) == []


def test_credentials_that_cannot_be_sent_leave_the_article_in_the_outbox(story, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("ARTICLE_LD_TOKEN", "harb0r€")
    outbox = tmp_path / "outbox"
    assert main(["publish", str(story), "--store", "http://127.0.0.1:1", "--outbox", str(outbox)]) == 2
    assert len(list(outbox.iterdir())) == 1
    captured = capsys.readouterr()
    assert "ARTICLE_LD_TOKEN holds a character beyond ASCII" in captured.err
    assert "harb0r" not in captured.err


def test_unpublishing_from_a_store_that_does_not_answer_leaves_what_waits(story, tmp_path):
    outbox = tmp_path / "outbox"
    arguments = ["--store", "http://127.0.0.1:1", "--outbox", str(outbox)]
    main(["publish", str(story), *arguments])
    assert main(["unpublish", URL, *arguments]) == 4
    assert len(list(outbox.iterdir())) == 1


def test_a_password_in_an_address_of_the_settings_is_not_printed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    table = '[tool.article-ld.stores]\nlive = { url = "http://editor:s3cret@store.example/ds" }\n'
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    assert main(["config"]) == 0
    assert main(["void", "https://harbor.example/data", "--store", "live"]) == 2
    captured = capsys.readouterr()
    assert "s3cret" not in captured.out + captured.err
    assert "ARTICLE_LD_PASSWORD" in captured.err
