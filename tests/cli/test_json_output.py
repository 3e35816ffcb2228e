"""``--json``: what commands print of facts and findings, for programs."""

import json
from pathlib import Path

import pytest

from ld.cli import main, whole_parser
from ld.cli.parser import leaves

STORY = "tests/articles/un-command-meeting.txt"
WITHOUT = {
    "build": "facts.json",
    "corpus": "manifest.json",
    "schema": "it prints JSON",
    "dump": "it prints N-Quads",
    "void": "it prints N-Triples",
    "completion": "it prints a script",
    "lsp": "it speaks JSON-RPC",
    "mcp": "it speaks JSON-RPC",
    "serve": "it serves JSON",
    "review": "links.csv",
    "report": "facts.json",
    "embed": "the pages, and the exit code",
    "shapes lint": "the exit code",
    "kb build": "kb info --json",
    "kb add": "kb info --json",
    "kb fetch": "the table that it writes",
    "kb refresh": "the files that it writes",
}
"""Commands without the option, and where programs read what they did."""


@pytest.fixture
def facts(tmp_path):
    assert main(["build", STORY, "--url", "https://harbor.example/1", "-o", str(tmp_path), "-q"]) == 0
    return str(tmp_path / "un-command-meeting.facts.json")


def printed(capsys, *arguments: str, status: int = 0):
    capsys.readouterr()
    assert main(list(arguments)) == status
    return json.loads(capsys.readouterr().out)


def test_every_command_has_it_or_it_is_known_where_programs_read_instead():
    lacking = {
        parser.prog.removeprefix("article-ld ")
        for parser in leaves(whole_parser())
        if "--json" not in parser.format_usage()
    }
    assert lacking == set(WITHOUT)


def test_explain_gives_each_fact_with_the_words_and_the_sentence_around_them(facts, capsys):
    text = json.loads(Path(facts).read_text(encoding="utf-8"))["article"]["text"]
    told = printed(capsys, "explain", facts, "--json")
    (proof,) = next(each for each in told["facts"] if each["says"].startswith("An author is"))["proofs"]
    assert text[proof["start"] : proof["end"]] == proof["words"]
    (given,) = next(each for each in told["facts"] if each["says"].startswith("The address is"))["proofs"]
    assert given == {"given": "--url https://harbor.example/1"}
    assert told["decisions"] == []


def test_explain_gives_the_reasons_why_words_are_no_name(facts, capsys):
    told = printed(capsys, "explain", facts, "--why-not", "Tuesday", "--json")
    assert told["words"] == "Tuesday"
    assert told["reasons"]


def test_link_gives_each_mention_with_its_item_or_null(capsys):
    mentions = printed(capsys, "link", STORY, "--json")
    found = {each["name"]: each for each in mentions}
    assert found["Bill Blair"]["item"] == "Q4908168"
    assert 0 < found["Bill Blair"]["score"] <= 1
    assert found["Nils Hilmer"]["item"] is None
    assert "no candidate" in found["Nils Hilmer"]["because"]


def test_rule_gives_its_parts_by_their_names(capsys):
    told = printed(capsys, "rule", "term", "--json")
    assert {"label", "name", "what", "why", "right", "wrong", "id"} <= set(told)


def test_shapes_list_gives_a_record_for_each_check(capsys):
    checks = printed(capsys, "shapes", "list", "--json")
    assert checks == printed(capsys, "shapes", "list", "--format", "json")
    assert {check["severity"] for check in checks} == {"violation", "warning", "info"}


def test_query_gives_the_ready_made_questions_with_what_they_need(capsys):
    listed = {each["name"]: each for each in printed(capsys, "query", "--list", "--json")}
    assert listed["members"]["parameters"] == ["organization"]


def test_publish_and_unpublish_give_the_names_of_the_articles_by_what_became_of_them(facts, tmp_path, capsys):
    store = ["--store", str(tmp_path / "store")]
    name = "https://harbor.example/1"
    new = {"new": [name], "replaced": [], "unchanged": [], "kept": {}}
    assert printed(capsys, "publish", facts, *store, "--json") == new
    assert printed(capsys, "publish", facts, *store, "--json") == {**new, "new": [], "unchanged": [name]}
    gone = printed(capsys, "unpublish", name, "https://harbor.example/2", *store, "--json", status=1)
    assert gone == {"removed": [name], "no longer waiting": [], "missing": ["https://harbor.example/2"]}


def test_validate_has_it_as_short_for_its_format(facts, capsys):
    assert printed(capsys, "validate", facts, "--json") == printed(capsys, "validate", facts, "--format", "json")


def test_a_diff_has_no_json(facts, tmp_path, capsys):
    assert main(["publish", facts, "--store", str(tmp_path / "store"), "--dry-run", "--json"]) == 2
    assert "--dry-run" in capsys.readouterr().err
