"""``article-ld kb``."""

import argparse
import json

import pytest
from kb.wikidata_dump import entity, item, statement

from ld.cli import kb
from ld.errors import InputError


@pytest.fixture
def run(capsys):
    """Run the command with these arguments; its exit code and what it printed."""

    def call(*arguments: object) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        kb.add_to(parser.add_subparsers())
        options = parser.parse_args(["kb", *map(str, arguments)])
        return options.run(options), capsys.readouterr().out

    return call


@pytest.fixture
def dump(tmp_path):
    """A dump of two people, one of them little known, and a broken line."""
    people = [
        entity(qid, label, [], {"P31": [statement("P31", item("Q5"))]}, {f"{n}wiki": label for n in range(wikis)})
        for qid, label, wikis in (("Q2", "Ada Quill", 9), ("Q3", "Bo Hart", 1))
    ]
    path = tmp_path / "dump.json"
    path.write_text("[\n" + "".join(f"{json.dumps(each)},\n" for each in people) + "{\n]\n", encoding="utf-8")
    return path


def test_a_build_says_what_it_kept_and_what_it_left_out(run, dump, tmp_path):
    assert run("build", dump, "-o", tmp_path / "k.kb") == (
        0,
        "left out  1  broken\nleft out  1  too few sitelinks\nkept      1  under 2 names\n",
    )


def test_what_a_knowledge_base_is_can_be_asked(run, dump, tmp_path):
    run("build", dump, "-o", tmp_path / "k.kb", "--name", "people", "--snapshot", "2026-11-01", "--min-sitelinks", 1)
    assert run("info", tmp_path / "k.kb") == (
        0,
        "people: 2026-11-01\nitems     2 person\nnames     4\nsources   dump.json\n",
    )


def test_a_name_can_be_searched_and_the_score_by_the_name_alone_is_told(run, dump, tmp_path):
    run("build", dump, "-o", tmp_path / "k.kb")
    assert run("search", tmp_path / "k.kb", "Quill") == (0, "surname   0.023    9  Q2  Ada Quill  person\n")


def test_items_of_ones_own_can_be_added(run, dump, tmp_path):
    run("build", dump, "-o", tmp_path / "k.kb")
    own = tmp_path / "own.csv"
    own.write_text("qid,label\nQ7,Cy Fenn\n", encoding="utf-8")
    assert run("add", tmp_path / "k.kb", own) == (0, "kept      2  under 4 names\n")


def test_a_refresh_says_what_moved_and_what_is_gone(run, dump, tmp_path):
    run("build", dump, "-o", tmp_path / "k.kb", "--min-sitelinks", 0)
    table = tmp_path / "moved.csv"
    table.write_text("Q2,Q20\nQ3,\n", encoding="utf-8")
    assert run("refresh", tmp_path / "k.kb", table) == (
        0,
        "merged   Q2 into Q20\ndeleted  Q3\n1 merged, 1 deleted, 0 not in the source and kept\n",
    )


def test_a_class_that_names_no_kind_is_refused(run, dump, tmp_path):
    with pytest.raises(InputError, match="not KIND=QID"):
        run("build", dump, "-o", tmp_path / "k.kb", "--class", "band=Q215380")
