"""Ctrl-C and SIGTERM, at any moment: the exit code says so, and nothing else is said."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ld.cli import main

ROOT = Path(__file__).resolve().parents[2]
STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo.\n\n“It is done,” Storm said.\n"
BEGUN = """
import signal, sys
from ld.__main__ import _leave, run
signal.signal(signal.SIGINT, _leave)
sys.stdout.write("begun\\n")
sys.stdout.flush()
sys.exit(run())
"""
"""Says when the command's own code has begun: what comes before is Python's."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    for number in range(40):
        (folder / f"story{number}.txt").write_text(STORY, encoding="utf-8")
    (folder / "records.jsonl").write_text(f'{{"text": {STORY!r}}}\n'.replace("'", '"') * 4000, encoding="utf-8")
    return folder


def ended(folder: Path, number: int, seconds: float, *arguments: str) -> tuple[int, str]:
    """The exit code and the messages of a command that gets the signal *number* so long after its code has begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", BEGUN, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    process.stdout.readline()
    time.sleep(seconds)
    os.killpg(process.pid, number)  # as a terminal does: its processes hear it too
    _, said = process.communicate(timeout=60)
    return process.returncode, said


@pytest.mark.parametrize("seconds", [0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.2])
def test_an_interruption_is_quiet_whatever_is_being_loaded_or_done(folder, seconds):
    stories = [f"story{number}.txt" for number in range(40)]
    status, said = ended(folder, signal.SIGINT, seconds, "build", *stories, "-o", "out")
    assert (status, said) in {(130, ""), (0, "")}
    assert not list((folder / "out").glob(".article-ld-*"))


@pytest.mark.parametrize("seconds", [0.3, 0.6, 0.9, 1.3])
def test_so_is_one_that_worker_processes_hear_too(folder, tmp_path, seconds):
    arguments = ("corpus", "records.jsonl", "-o", str(tmp_path / "graphs"), "--workers", "2")
    status, said = ended(folder, signal.SIGINT, seconds, *arguments)
    assert (status, said) == (130, "")


@pytest.mark.parametrize("seconds", [0.6, 1.2])
def test_a_terminated_command_is_quiet_and_leaves_no_process(folder, tmp_path, seconds):
    arguments = ("corpus", "records.jsonl", "-o", str(tmp_path / "graphs"), "--workers", "2")
    status, said = ended(folder, signal.SIGTERM, seconds, *arguments)
    assert "Traceback" not in said
    assert status in {128 + signal.SIGTERM, -signal.SIGTERM, 2}


def test_a_terminated_command_clears_away_what_it_has_begun(folder):
    stories = [f"story{number}.txt" for number in range(40)]
    status, said = ended(folder, signal.SIGTERM, 1.0, "build", *stories, "-o", "terminated")
    assert (status, said) in {(128 + signal.SIGTERM, ""), (0, "")}
    assert not list((folder / "terminated").glob(".article-ld-*"))


def test_an_interruption_that_is_to_be_ignored_is(folder):
    command = f"trap '' INT; {sys.executable} -m ld build story1.txt -o ignored & sleep 0.3; kill -INT $!; wait $!"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_a_library_makes_of_an_interruption_is_one_all_the_same(monkeypatch, capsys):
    def interrupted(_):
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise TypeError("expected a message argument") from error

    monkeypatch.setattr("ld.cli.schema.run", interrupted)
    assert (main(["schema"]), capsys.readouterr().err) == (130, "")
