"""``article-ld review``."""

import os
import re
import signal
import subprocess
import sys

import pytest
import requests

from ld.cli import main


@pytest.fixture
def facts(newsroom):
    """A folder with the facts of the articles."""
    newsroom.build("first")
    return str(newsroom.folder / "first")


def test_the_desk_opens_where_it_says_and_ends_when_interrupted(newsroom, facts):
    command = [sys.executable, "-m", "ld", "review", facts, "--links", str(newsroom.links), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}) as running:
        said = running.stdout.readline()
        home = re.search(r"http://127\.0\.0\.1:\d+/", said)[0]
        assert str(newsroom.links) in said
        assert "Bo Hart" in requests.get(home, timeout=30).text
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) in {0, 130}


def test_a_base_for_the_house_must_be_named(facts, capsys):
    assert main(["review", facts, "--house", "https://id.harbour.example/"]) == 2
    assert "--house needs a base to add to" in capsys.readouterr().err


def test_no_iri_of_the_house_begins_like_wikidatas(newsroom, facts, capsys):
    options = ["--kb", str(newsroom.kb), "--house", "http://www.wikidata.org/entity/"]
    assert main(["review", facts, *options]) == 2
    assert "cannot begin an IRI" in capsys.readouterr().err


def test_without_an_article_there_is_no_desk(tmp_path, capsys):
    (tmp_path / "broken.facts.json").write_text("{}", encoding="utf-8")
    assert main(["review", str(tmp_path)]) == 2
    assert "there is no article to look at" in capsys.readouterr().err


def test_a_table_that_is_broken_is_told_before_the_desk_opens(newsroom, facts, capsys):
    newsroom.links.write_text("match,decision\nBo Hart,somebody\n", encoding="utf-8")
    assert main(["review", facts, "--links", str(newsroom.links)]) == 2
    assert "'somebody' is no decision" in capsys.readouterr().err
