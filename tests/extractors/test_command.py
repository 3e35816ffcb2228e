"""``build --extractor``: what is added, what is said of it, and how it fails."""

import importlib.metadata
import json
from importlib.metadata import EntryPoint

import pytest
from extractors.answers import FOUND
from extractors.chat_server import completion
from extractors.silent import Silent
from loopback import Reply
from urllib3.util import Retry

from ld import build
from ld.cli import main
from ld.errors import InputError
from ld.extractors import extractor


@pytest.fixture
def story(tmp_path, article):
    """The article as a file."""
    path = tmp_path / "story.txt"
    path.write_text(article.text, encoding="utf-8")
    return path


def test_facts_are_added_and_counted(story, tmp_path, chat_server, capsys):
    chat_server.replies = [completion(FOUND)]
    arguments = ["build", str(story), "--date", "2024-09-11", "-o", str(tmp_path)]
    assert main([*arguments, "--extractor", f"openai:{chat_server.url}#m"]) == 0
    told = capsys.readouterr().err
    assert "added" in told
    assert "1 dropped" in told
    written = json.loads((tmp_path / "story.facts.json").read_text(encoding="utf-8"))
    assert "Port Ellery" in {entity["name"] for entity in written["entities"]}


def test_a_service_that_is_away_is_exit_code_4_and_nothing_is_written(
    story, tmp_path, chat_server, capsys, monkeypatch
):
    monkeypatch.setattr(Retry, "sleep", lambda *_: None)
    chat_server.replies = [Reply("{}", 503)]
    assert main(["build", str(story), "-o", str(tmp_path), "--extractor", f"openai:{chat_server.url}#m"]) == 4
    assert "503" in capsys.readouterr().err
    assert not (tmp_path / "story.ttl").exists()


@pytest.mark.parametrize("spec", ["nobody", "openai:nowhere"])
def test_an_extractor_that_is_none_is_exit_code_2(story, spec, capsys):
    assert main(["build", str(story), "--extractor", spec]) == 2
    assert spec.partition(":")[0] in capsys.readouterr().err


def test_a_package_may_register_one(monkeypatch):
    entry = EntryPoint("silent", "extractors.silent:open_silent", extractor.ENTRY_POINTS)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: (entry,))
    assert isinstance(extractor.open_extractor("silent:x"), Silent)


def test_python_takes_extractors_too(article):
    built = build(article, extractors=[Silent(), Silent()])
    assert [merged.added for merged in built.merged] == [0, 0]
    assert built.facts.entities


def test_facts_that_were_extracted_already_are_not_extracted_again(ours):
    with pytest.raises(InputError, match="already"):
        build(ours, extractors=[Silent()])
