"""What all formats have in common."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ld.validate.formats import FORMATS, Rendering, render
from ld.validate.report import Severity

STREAMING = ("text", "json", "jsonl", "sarif", "github", "gitlab", "turtle")
_NAMES_ALL = """
import sys
sys.path[:0] = [{tests!r}]
from validate.formats.conftest import FAULTY, ADVISED, FLAWLESS, UNREADABLE
from ld.validate.formats import FORMATS, render
for name in FORMATS:
    sys.stdout.write("".join(render(name, [FAULTY, ADVISED, FLAWLESS, UNREADABLE])))
"""


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_its_last_line(name, files, rendered):
    assert rendered(name, *files).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_nothing_was_checked(name, rendered):
    assert rendered(name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_file_that_could_not_be_read(name, files, rendered):
    assert "torn" in rendered(name, files[-1])


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_that_grows_file_by_file_comes_to_the_same(name, files, rendered):
    rendering = Rendering(name, root=Path.cwd())
    pieces = [rendering.begin(), *map(rendering.add, files), *rendering.end()]
    assert "".join(pieces) == rendered(name, *files)


@pytest.mark.parametrize("name", STREAMING)
def test_a_format_that_need_not_know_the_totals_first_keeps_no_file(name, make):
    rendering = Rendering(name, root=Path.cwd())
    rendering.begin()
    files = [make(), make()]
    before = sys.getrefcount(files[0])
    for file in files:
        rendering.add(file)
    after = sys.getrefcount(files[0])
    assert after == before


@pytest.mark.parametrize("name", STREAMING)
def test_a_format_that_can_hands_out_each_file_before_it_asks_for_the_next(name, files):
    asked = []

    def one_by_one():
        for file in files:
            asked.append(file.file)
            yield file

    pieces = render(name, one_by_one(), root=Path.cwd())
    text = ""
    while "PersonShape-jobTitle" not in text:
        text += next(pieces)
    assert asked == ["news/harbor.ttl"]


def test_the_same_files_give_the_same_bytes_whatever_the_seed_of_hashes():
    script = _NAMES_ALL.format(tests=str(Path(__file__).resolve().parents[2]))
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""


def test_the_bar_may_be_given_by_name(files, rendered):
    assert rendered("json", *files, fail_on="info") == rendered("json", *files, fail_on=Severity.INFO)
