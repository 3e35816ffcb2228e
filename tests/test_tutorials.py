"""The tutorials, done as a reader does them: in an empty folder, with nothing but what the page says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from publish.servers import MissingError, fuseki_memory

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "docs/start.md", *ROOT.glob("docs/tutorials/*.md")])
FUSEKI = "http://localhost:3030/ds"
NEEDED = {
    "start": ["networkx"],
    "archive": ["pyarrow", "rensa", "trafilatura"],
    "ci": ["trafilatura"],
    "pages": ["django"],
}
"""Packages without which a page cannot be followed."""

ELSEWHERE = {
    "python3 -m",  # an environment of the reader's own
    ". .venv/bin/activate",
    "pip install",  # .ci/smoke-wheel installs the package with each extra
    "curl -O",
    "java -jar",  # the fixture "home" starts it
    "python news.py",
    "git clone",
    "scp -r",
    "scp json-ld/*.jsonld",
    "article-ld publish",
    "article-ld serve",  # tests/serve
}
"""The beginnings of commands that pages show and this test does not run."""


class Block(NamedTuple):
    """A fenced block of a page: its language, the file that it is (else ""), and what it says."""

    language: str
    file: str
    text: str


def blocks(page: Path) -> list[Block]:
    fence = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
    return [Block(*each) for each in fence.findall(page.read_text(encoding="utf-8"))]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console, and the output that the page shows below it."""
    for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = piece.partition("\n")
        yield command, shown


def matches(shown: str, said: str) -> bool:
    """Whether *said* is what the page shows, in which ``…`` on a line of its own stands for lines left out."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r" *\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, said) is not None


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Runs a command as a reader does: in an empty folder, with this program and this Python first on the path."""
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


@pytest.fixture
def home(request, tmp_path):
    """The address of the store in the page's commands, and where it really is."""
    if FUSEKI not in request.node.callspec.params["page"].read_text(encoding="utf-8"):
        yield lambda text: text, lambda text: text
        return
    (tmp_path / "fuseki").mkdir()
    try:
        with fuseki_memory(tmp_path / "fuseki") as served:
            yield lambda text: text.replace(FUSEKI, served.location), lambda text: text.replace(served.location, FUSEKI)
    except MissingError as reason:
        pytest.skip(f"the store of the tutorial: {reason}")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash to run commands with")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_gives_what_the_page_shows(page, reader, home):
    for module in NEEDED[page.stem]:
        pytest.importorskip(module)
    away, back = home
    done = 0
    for block in blocks(page):
        if block.file:
            file = reader.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(away(block.text), encoding="utf-8")
        for command, shown in commands(block) if block.language == "console" else ():
            status, said = reader(away(command))
            assert status == 0, f"{command}\n{said}"
            assert not shown or matches(shown, back(said)), f"{command}\n{said}"
            done += 1
    assert done > 2


def test_the_first_commands_of_the_readme_give_what_it_shows(reader):
    (block,) = (block for block in blocks(ROOT / "README.md") if "facts.txt" in block.text)
    for command, shown in commands(block):
        status, said = reader(command.replace(".venv/bin/", ""))
        assert status == 0, said
        assert matches(shown, said), said


def test_what_is_not_run_here_is_known_to_be_run_elsewhere_or_to_need_the_network():
    shell = {
        line.split(" ")[0] + " " + line.split(" ")[1]
        for page in PAGES
        for block in blocks(page)
        if block.language == "sh"
        for line in block.text.splitlines()
    }
    assert shell == ELSEWHERE


def test_output_with_another_line_is_not_what_the_page_shows():
    assert matches("1 new\n…\n", "1 new\nin the store\n")
    assert not matches("1 new\n", "2 new\n")
    assert not matches("1 new\n", "1 new\nin the store\n")
