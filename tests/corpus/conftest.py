"""Fixtures for the tests of whole corpora: invented stories, and runs over them."""

import gzip
import json

import pytest

from ld.corpus.conversion import ConversionOptions
from ld.corpus.plan import plan_of
from ld.corpus.run import run as run_corpus

DAY = "2024-09-11"
PORTS = ("Norway", "Denmark", "Portugal", "Iceland", "Ireland", "Malta", "Cyprus", "Estonia", "Latvia", "Finland")
HULLS = ("ferries", "tugs", "barges", "trawlers", "yachts", "liners", "dinghies", "tankers", "sloops", "canoes")


def story(number: int) -> str:
    """An invented article, a different one for each *number*."""
    port, hull = PORTS[number % 10], HULLS[number // 10 % 10]
    return (
        f"{port} counts its {hull} again, for time number {number}\n\n"
        f"Harbor Minister Ada Quill of {port} said on Tuesday that {number + 2} {hull} lay in the port.\n\n"
        f"“We have {number + 2} {hull}, and no more than {number + 3} berths,” Quill said.\n\n"
        f"Those who count {hull} in {port} work by day {number} and by night {number + 7}.\n"
    )


@pytest.fixture
def line():
    """A line of JSON Lines with the story of this number."""

    def of(number: int, **fields) -> str:
        said = {"url": f"https://harbor.example/{number}", "date": DAY, "text": story(number), **fields}
        return json.dumps(said) + "\n"

    return of


@pytest.fixture
def archive(tmp_path, line):
    """A JSON Lines file with so many stories."""

    def of(count: int, name: str = "archive.jsonl"):
        path = tmp_path / name
        path.write_text("".join(map(line, range(count))), encoding="utf-8")
        return path

    return of


@pytest.fixture
def run(tmp_path):
    """Run the corpus of these inputs, and return its manifest."""

    def of(*inputs, workers=1, into="out", settings=None, tell=lambda _: None, **options):
        plan = plan_of(inputs, settings or ConversionOptions(), **options)
        return run_corpus(plan, tmp_path / into, workers, tell)

    return of


@pytest.fixture
def small_splits(monkeypatch):
    """Splits of a few stories each, so that small corpora have several."""
    monkeypatch.setattr("ld.corpus.splits.LINES", 3000)


@pytest.fixture
def rejects(tmp_path):
    """The rejected records: reasons and numbers."""

    def of(into: str = "out"):
        lines = (tmp_path / into / "rejects.jsonl").read_text(encoding="utf-8").splitlines()
        return [(reject["reason"], reject["place"]["number"]) for reject in map(json.loads, lines)]

    return of


@pytest.fixture
def quads(tmp_path):
    """The lines of all partitions, in order."""

    def of(into: str = "out"):
        parts = sorted((tmp_path / into).glob("part-*.nq.gz"))
        return [text for part in parts for text in gzip.decompress(part.read_bytes()).decode().splitlines()]

    return of


@pytest.fixture
def bytes_of(tmp_path):
    """Every file of the results with its bytes, except run.json, which contains times, and what updates need."""

    def of(into: str = "out"):
        files = (path for path in (tmp_path / into).iterdir() if path.is_file() and path.name != "run.json")
        return {path.name: path.read_bytes() for path in files}

    return of
