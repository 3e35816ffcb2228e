"""``article-ld serve`` as a process of its own."""

import signal
import subprocess
import sys

import pytest
import requests
from process_table import running
from serve.articles import BASE, TREATY, facts_of, store_of

from ld.cli import main


def test_the_command_serves_on_this_machine_only_until_it_is_interrupted(tmp_path):
    store, facts = store_of(tmp_path / "store", TREATY), facts_of(tmp_path / "facts", TREATY)
    options = ("--store", store, "--facts", facts, "--base", BASE, "--port", "0", "--processes", "1")
    with running((sys.executable, "-m", "ld", "serve", *options), stdout=subprocess.PIPE, text=True) as process:
        home = process.stdout.readline().removeprefix("serving at ").strip()
        assert home.startswith("http://127.0.0.1:")
        assert requests.get(f"{home}2024/treaty.ttl", timeout=30).text == TREATY.turtle()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--store", "{tmp}/nothing"), "holds no store"),
        (("--store", "{tmp}/store", "--base", "harbor"), "not the address of a site"),
        (("--store", "{tmp}/store", "--facts", "{tmp}/nothing"), "is no folder"),
        (("--store", "{tmp}/store", "--facts", "{tmp}/store"), "holds no *.facts.json"),
        (("--store", "{tmp}/store", "--port", "99999"), "no port 99999"),
        (("--store", "{tmp}/store", "--host", "no such host"), "cannot be listened on"),
    ],
)
def test_what_cannot_be_served_is_said_at_once(tmp_path, capsys, options, complaint):
    store_of(tmp_path / "store", TREATY)
    arguments = [option.format(tmp=tmp_path) for option in options]
    assert main(["serve", *(() if "--port" in arguments else ("--port", "0")), *arguments]) == 2
    assert complaint in capsys.readouterr().err


def test_without_the_extra_packages_it_is_said_what_to_install(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "ld.serve.server", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve"]) == 2
    assert "serve needs uvicorn, which is not installed; it comes with article-ld[serve]" in capsys.readouterr().err


def test_pages_that_are_reports_need_their_extra_before_anybody_asks_for_one(monkeypatch, capsys, tmp_path):
    monkeypatch.setitem(sys.modules, "networkx", None)
    assert main(["serve", "--facts", str(tmp_path)]) == 2
    assert "article-ld[report]" in capsys.readouterr().err
