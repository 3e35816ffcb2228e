"""Streams that are closed, full or no longer read: work that needs none of them is done, the rest is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo.\n\n“It is done,” Storm said.\n"
CLOSED = "is closed"


def ld(arguments: str, folder: Path, **options) -> subprocess.CompletedProcess:
    """``article-ld`` with *arguments* as a shell reads them, redirections among them."""
    command = f"{sys.executable} -m ld {arguments}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder / "nothing")}
    return subprocess.run(
        command, shell=True, cwd=folder, check=False, capture_output=True, text=True, env=environment, **options
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with a story, what was built of it, a store, a page and a knowledge base."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "page.html").write_text("<html><head></head><body>Ferry pact signed</body></html>", encoding="utf-8")
    (folder / "rows.csv").write_text("qid,label\nQ999999901,Lena Storm\n", encoding="utf-8")
    (folder / "records.jsonl").write_text(f'{{"text": {STORY!r}}}\n'.replace("'", '"'), encoding="utf-8")
    for arguments in (
        "build story.txt -o facts",
        "build story.txt -o old",
        "publish facts --store store",
        "kb build rows.csv -o desk.kb",
    ):
        done = ld(arguments, folder)
        assert done.returncode == 0, done.stderr
    return folder


NEED_OUTPUT = [
    "schema",
    "--version",
    "build --help",
    "explain facts/story.facts.json",
    "link story.txt",
    "link story.txt --format nif",
    "query who-said-what --store store",
    "query who-said-what --store store --format csv",
    "query --list",
    "dump --store store",
    "void https://data.example/set --store store",
    "validate facts",
    "validate facts --format json",
    "shapes list",
    "shapes lint",
    "kb info desk.kb",
    "kb search desk.kb Storm",
    "embed page.html --facts facts/story.facts.json",
    "publish facts --store other --dry-run",
]
NEED_NONE = [
    "build story.txt -o out",
    "publish facts --store elsewhere",
    "unpublish --store store urn:uuid:00000000-0000-0000-0000-000000000000",
    "validate facts --format json:report.json",
    "embed page.html --facts facts/story.facts.json -o pages",
    "report facts -o reports",
    "kb build rows.csv -o new.kb",
    "kb add desk.kb rows.csv",
    "corpus records.jsonl -o graphs --workers 1",
]
NOT_THERE = "unpublish"


@pytest.mark.parametrize("arguments", NEED_OUTPUT)
def test_what_is_asked_for_needs_standard_output(desk, arguments):
    done = ld(f"{arguments} >&-", desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard output is closed" in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr


def test_the_settings_need_standard_output(desk):
    (desk / "pyproject.toml").write_text('[tool.article-ld]\nlinks = "links.csv"\n', encoding="utf-8")
    done = ld("config >&-", desk)
    (desk / "pyproject.toml").unlink()
    assert done.returncode == 2
    assert "standard output is closed" in done.stderr


@pytest.mark.parametrize("closing", ["2>&-", ">&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", NEED_NONE)
def test_work_that_needs_no_stream_is_done_without_it(desk, arguments, closing):
    done = ld(f"{arguments} {closing}", desk)
    assert done.returncode == (1 if arguments.startswith(NOT_THERE) else 0), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "build - -o out",
        "explain -",
        "link -",
        "link - --format nif",
        "validate -",
        "publish - --store elsewhere",
        "query - --store store",
        "report - -o reports/stdin.html",
        "corpus - -o from-stdin",
    ],
)
@pytest.mark.parametrize("closing", ["<&-", "<&- 2>&-"])
def test_what_reads_standard_input_says_that_it_is_closed(desk, arguments, closing):
    done = ld(f"{arguments} {closing}", desk)
    assert done.returncode == 2
    if closing == "<&-":
        assert CLOSED in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_message_does_not_go_to_standard_output_where_standard_error_is_closed(desk):
    done = ld("build missing.txt -o out 2>&-", desk)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_file_that_is_opened_does_not_take_the_number_of_a_closed_stream(desk):
    done = ld("kb build rows.csv -o numbers.kb <&- >&- 2>&-", desk)
    assert done.returncode == 0
    assert (desk / "numbers.kb").read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("arguments", ["schema", "--help", "explain facts/story.facts.json", "dump --store store"])
def test_a_full_disk_behind_standard_output_is_one_line(desk, arguments):
    done = ld(f"{arguments} >/dev/full", desk)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["article-ld: standard output cannot be written: No space left on device"]


def test_a_full_disk_behind_standard_output_stops_no_work(desk):
    done = ld("build story.txt old/story.facts.json -o full >/dev/full", desk)
    assert done.returncode == 2  # both would be written to one file
    (desk / "second.txt").write_text(STORY, encoding="utf-8")
    done = ld("build story.txt second.txt -o full >/dev/full", desk)
    assert done.returncode == 2
    assert "standard output cannot be written" in done.stderr
    assert {"story.ttl", "second.ttl"} <= {path.name for path in (desk / "full").iterdir()}


@pytest.mark.parametrize("arguments", ["build missing.txt -o out", "publish facts --store store", "biuld"])
def test_standard_error_that_cannot_be_written_changes_no_exit_code(desk, arguments):
    expected = ld(arguments, desk).returncode
    assert ld(f"{arguments} 2>/dev/full", desk).returncode == expected


def test_standard_error_that_nobody_reads_stops_no_work(desk):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ld", "build", "missing.txt", "story.txt", "-o", "unheard"]
    done = subprocess.run(
        command, cwd=desk, stdout=subprocess.PIPE, stderr=writing, check=False, env={**os.environ, "PYTHONPATH": ROOT}
    )
    os.close(writing)
    assert done.returncode == 2
    assert (desk / "unheard/story.ttl").exists()


@pytest.mark.parametrize("arguments", ["schema", "--help", "shapes list", "dump --store store"])
def test_a_closed_pipe_is_quiet(desk, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ld", *arguments.split()]
    done = subprocess.run(
        command, cwd=desk, stdout=writing, stderr=subprocess.PIPE, check=False, env={**os.environ, "PYTHONPATH": ROOT}
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
