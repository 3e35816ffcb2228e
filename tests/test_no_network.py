"""Nothing asks the network unless it is told to."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ld.cli import main

SAMPLE = str(Path(__file__).resolve().parent / "articles/un-command-meeting.txt")
COMMANDS = {
    "build": ["build", SAMPLE, "-o", "out"],
    "link": ["link", SAMPLE],
    "link to NIF": ["link", SAMPLE, "--format", "nif"],
    "validate": ["validate", "out/un-command-meeting.ttl"],
    "explain": ["explain", "out/un-command-meeting.facts.json"],
}


@pytest.fixture
def no_sockets(monkeypatch):
    """No socket can be made, and no name be looked up."""

    def refused(*_: object, **__: object):
        raise AssertionError("the network was asked")

    class NoSocket(socket.socket):
        __init__ = refused

    monkeypatch.setattr(socket, "socket", NoSocket)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)


@pytest.mark.usefixtures("no_sockets")
def test_articles_are_built_linked_checked_and_explained_without_a_socket(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARTICLE_LD_CONTACT", "desk@harbor-news.example")
    for command in COMMANDS.values():
        assert main(command) == 0, capsys.readouterr().err


@pytest.mark.usefixtures("no_sockets")
def test_the_block_would_catch_a_look_up(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARTICLE_LD_CONTACT", "desk@harbor-news.example")
    Path("story.txt").write_text("Harbor news\n\nFrench Senator Ada Quill left Oslo on Tuesday.\n", encoding="utf-8")
    assert main(["link", "story.txt", "--wikidata", "--wikidata-cache", "kept"]) == 3


@pytest.mark.parametrize("module", ["ld.wikidata", "ld.extractors.chat"])
def test_what_speaks_to_a_service_is_not_even_loaded(module):
    code = f"import sys; from ld.cli import main; main(['link', {SAMPLE!r}]); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
