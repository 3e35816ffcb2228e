"""Disks that take no more: one line names the file and the reason, and nothing half written stays in its place."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from ld.cli import main
from ld.corpus import repeats
from ld.kb import writer
from ld.publish import embedded

ROOT = Path(__file__).resolve().parents[2]
STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo.\n\n“It is done,” Storm said.\n"
REASONS = ("File too large", "disk I/O error")


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "page.html").write_text("<html><head></head><body>Ferry pact signed</body></html>", encoding="utf-8")
    rows = "".join(f"Q{number},Ada Quill {number}\n" for number in range(1, 3000))
    (folder / "rows.csv").write_text(f"qid,label\n{rows}", encoding="utf-8")
    (folder / "records.jsonl").write_text(f'{{"text": {STORY!r}}}\n'.replace("'", '"') * 3, encoding="utf-8")
    assert main(["build", str(folder / "story.txt"), "-o", str(folder / "facts")]) == 0
    return folder


def limited(arguments: str, folder: Path, most: int, **options) -> subprocess.CompletedProcess:
    """``article-ld`` where no file may grow beyond *most* bytes: as a full disk, without the right to mount one."""
    return subprocess.run(
        [sys.executable, "-m", "ld", *arguments.split()],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        **options,
    )


@pytest.mark.parametrize("most", [0, 3000])
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("build story.txt -o out", "out"),
        ("report facts -o reports", "reports"),
        ("report facts -o report.html", ": cannot be written"),
        ("validate facts --format json:report.json", "report.json"),
        ("validate facts --format html:report.html --format sarif:report.sarif", "report."),
        ("publish facts --store store", "store"),
        ("kb build rows.csv -o desk.kb", "desk.kb"),
        ("corpus records.jsonl -o graphs --workers 1", "graphs"),
        ("corpus records.jsonl -o graphs --workers 2 --compress none", "graphs"),
    ],
)
def test_the_file_and_the_reason_are_named_and_nothing_half_stays(desk, tmp_path, arguments, named, most):
    for name in ("story.txt", "rows.csv", "records.jsonl", "facts"):
        (tmp_path / name).symlink_to(desk / name)
    done = limited(arguments, tmp_path, most)
    assert done.returncode == 2
    said = [line for line in done.stderr.splitlines() if not line.startswith("  hint: ")]
    assert len(said) == 1, done.stderr
    assert named in said[0]
    assert any(reason in said[0] for reason in REASONS)
    results = [path for path in tmp_path.iterdir() if path.is_file() and not path.is_symlink()]
    assert {path.suffix for path in results} <= {".part"}


def test_a_page_stays_as_it_was(desk, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes((desk / "page.html").read_bytes())
    done = limited(f"embed page.html --facts {desk}/facts --in-place", tmp_path, 10)
    assert done.returncode == 2
    (tmp_path / "facts").mkdir()
    done = limited(f"embed page.html --facts {desk}/facts/story.facts.json --in-place", tmp_path, 10)
    assert (done.returncode, page.read_bytes()) == (2, (desk / "page.html").read_bytes())
    assert "page.html: cannot be written: File too large" in done.stderr


def test_standard_input_of_a_corpus_is_kept_in_a_file_that_is_named(desk, tmp_path):
    done = limited("corpus - -o graphs", tmp_path, 100, input=(desk / "records.jsonl").read_text(encoding="utf-8"))
    assert done.returncode == 2
    assert "graphs.stdin.jsonl: cannot be written: File too large" in done.stderr


@pytest.fixture(scope="module")
def long_story(tmp_path_factory) -> Path:
    """The facts of an article of which a store needs more than ``ROOM``."""
    folder = tmp_path_factory.mktemp("long")
    said = "".join(f"“The {number} ships are here,” Minister Lena Storm said on Monday.\n\n" for number in range(2, 90))
    (folder / "long.txt").write_text(f"{STORY}\n{said}", encoding="utf-8")
    assert main(["build", str(folder / "long.txt"), "-o", str(folder)]) == 0
    return folder / "long.facts.json"


ROOM = 150_000
"""Bytes in which an empty store can be made."""


def test_a_store_that_is_full_is_told_of_once(long_story, tmp_path):
    done = limited(f"publish {long_story} --store store", tmp_path, ROOM)
    assert done.returncode == 2
    assert done.stderr.count("File too large") == 1
    assert "store: could not be read or written" in done.stderr


_Database = pyoxigraph.Store


class FullDatabase:
    """Oxigraph on a disk that takes no more."""

    def __init__(self, directory: str) -> None:
        self._database = _Database(directory)
        self.query = self._database.query

    def update(self, *_: str) -> None:
        raise OSError("IO error: No space left on device: While appending to file: store/000008.log")

    flush = bulk_load = update


@pytest.mark.parametrize(("outbox", "status"), [((), 2), (("--outbox", "outbox"), 4)])
def test_what_a_full_store_does_not_take_waits_in_the_outbox(desk, tmp_path, monkeypatch, capsys, outbox, status):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(embedded.pyoxigraph, "Store", FullDatabase)
    assert main(["publish", str(desk / "facts"), "--store", str(tmp_path / "store"), *outbox]) == status
    assert capsys.readouterr().err.count("No space left on device") == 1
    assert len(list((tmp_path / "outbox").glob("*.publication"))) == len(outbox) // 2


@pytest.mark.parametrize("pages", [3, 8, 30])
def test_a_full_disk_in_the_words_of_sqlite_is_told_in_those_of_the_system(desk, tmp_path, monkeypatch, capsys, pages):
    connected = writer._connected  # noqa: SLF001 - what opens the file

    def small(path):
        rows = connected(path)
        rows.execute(f"PRAGMA max_page_count={pages}")
        return rows

    monkeypatch.setattr(writer, "_connected", small)
    assert main(["kb", "build", str(desk / "rows.csv"), "-o", str(tmp_path / "desk.kb")]) == 2
    said = capsys.readouterr().err
    assert "desk.kb" in said.splitlines()[0]
    assert "No space left on device" in said.splitlines()[0]
    assert not (tmp_path / "desk.kb").exists()


@pytest.mark.parametrize("pages", [1, 3])
def test_a_corpus_says_so_too_and_goes_on_where_it_was(desk, tmp_path, monkeypatch, capsys, pages):
    arguments = ["corpus", str(desk / "records.jsonl"), "-o", str(tmp_path / "graphs"), "--workers", "1"]
    with monkeypatch.context() as patched:
        patched.setattr(repeats, "_TABLES", f"PRAGMA max_page_count={pages};{repeats._TABLES}")  # noqa: SLF001
        assert main(arguments) == 2
    said = capsys.readouterr().err.splitlines()
    assert "repeats.sqlite: cannot be written: No space left on device" in said[0]
    assert "run the same command again" in said[1]
    assert main(arguments) == 0


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[]", b"[" * 100_000])
@pytest.mark.parametrize("name", ["run.json", "manifest.json"])
def test_a_corpus_whose_notes_are_damaged_is_named(desk, tmp_path, capsys, name, damage):
    arguments = ["corpus", str(desk / "records.jsonl"), "-o", str(tmp_path / "graphs"), "--workers", "1"]
    assert main(arguments) == 0
    (tmp_path / "graphs" / name).write_bytes(damage)
    assert main(arguments) == 2
    assert f"{name}: is damaged" in capsys.readouterr().err


def test_a_report_to_a_device_leaves_the_device(desk, tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")
    done = limited(f"validate {desk}/facts --format json:full", tmp_path, 10_000_000)
    assert done.returncode == 2
    assert "full: cannot be written: No space left on device" in done.stderr
    assert (tmp_path / "full").exists()
