"""The fenced blocks of documents, and a reader who carries them out: in an empty folder, with this program."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]


class Block(NamedTuple):
    """A fenced block of a page: its language, the name of the file that it shows (else ""), and its text."""

    language: str
    file: str
    text: str


def blocks(page: Path) -> list[Block]:
    fence = re.compile(r'^```(\w*)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
    return [Block(*each) for each in fence.findall(page.read_text(encoding="utf-8"))]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console, and the output that the page shows below it."""
    for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = piece.partition("\n")
        yield command, shown


def matches(shown: str, said: str) -> bool:
    """Whether *said* is what the page shows, in which ``…`` on a line of its own means omitted lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r" *\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, said) is not None


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Runs a command as a reader would: in an empty folder, with this program and this Python first on the path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, module in (("article-ld", "ld"), ("python", "")):
        script = f'#!/bin/sh\nexec "{sys.executable}" {f"-m {module}" if module else ""} "$@"\n'
        (programs / name).write_text(script, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "empty"
    folder.mkdir()

    def run(command: str) -> tuple[int, str]:
        outputs = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        done = subprocess.run(["bash", "-c", command], check=False, cwd=folder, encoding="utf-8", **outputs)
        return done.returncode, done.stdout

    run.folder = folder
    return run
