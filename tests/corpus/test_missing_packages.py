"""A corpus of which a record needs what is not installed: no reject, but the end of the run."""

import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fixtures_crawl import page

from ld.cli import main
from ld.corpus.conversion import ConversionOptions, convert
from ld.corpus.record import Place, Record
from ld.errors import MissingExtraError, OutputError

PARAGRAPH = "Harbor Minister Ada Quill of Norway said on Tuesday that twelve ferries lay in the port. "
MARKUP = f"<html><head><title>Ferries</title></head><article><h1>Ferries counted</h1><p>{PARAGRAPH * 6}</p></article>"


def lines(folder):
    path = folder / "pages.jsonl"
    path.write_text(json.dumps({"url": "https://harbor.example/1", "html": MARKUP}) + "\n", encoding="utf-8")
    return path


def table(folder):
    path = folder / "pages.parquet"
    pq.write_table(pa.table({"html": [MARKUP]}), path)
    return path


def crawl(folder):
    path = folder / "pages.warc.gz"
    path.write_bytes(page(1))
    return path


def files(folder):
    (folder / "pages").mkdir()
    (folder / "pages/story.html").write_text(MARKUP, encoding="utf-8")
    return folder / "pages"


@pytest.mark.parametrize("source", [lines, table, crawl, files])
@pytest.mark.parametrize("package", ["pyarrow.parquet", "rensa", "trafilatura", "warcio"])
def test_a_missing_package_ends_the_command_before_anything_is_written(tmp_path, monkeypatch, capsys, source, package):
    path = source(tmp_path)
    monkeypatch.setitem(sys.modules, package, None)
    assert main(["corpus", str(path), "-o", str(tmp_path / "out")]) == 2
    complaint, hint = capsys.readouterr().err.splitlines()
    name = package.partition(".")[0]
    assert complaint == f"article-ld: corpus needs {name}, which is not installed; it comes with article-ld[corpus]"
    assert hint == "  hint: pip install 'article-ld[corpus]'"
    assert not (tmp_path / "out").exists()


def test_what_trafilatura_lacks_ends_the_command_too(tmp_path, monkeypatch, capsys):
    for module in [name for name in sys.modules if name.partition(".")[0] in {"trafilatura", "justext"}]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "justext", None)
    assert main(["corpus", str(lines(tmp_path)), "-o", str(tmp_path / "out")]) == 2
    assert "justext" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_spark_that_is_not_installed_is_named_with_its_extra(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert main(["corpus", str(lines(tmp_path)), "-o", str(tmp_path / "out"), "--engine", "spark"]) == 2
    assert "article-ld[spark]" in capsys.readouterr().err.splitlines()[0]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.usefixtures("small_splits")
def test_a_package_that_goes_missing_under_way_ends_the_run_and_makes_no_rejects(tmp_path, monkeypatch, run, workers):
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps({"html": MARKUP + " " * 3000}) + "\n" for _ in range(4)), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match="trafilatura") as caught:
        run(path, workers=workers)
    assert "article-ld[" in caught.value.hint
    assert not (tmp_path / "out/rejects.jsonl").exists()


def test_a_module_of_our_own_libraries_that_is_missing_is_no_fault_of_the_record(monkeypatch):
    def broken(*_: object):
        raise ModuleNotFoundError("No module named 'quay'", name="quay")

    monkeypatch.setattr("ld.linked_graph.map_facts", broken)
    record = Record(place=Place("archive.jsonl", 0), text=f"Ferries counted\n\n{PARAGRAPH}\n")
    with pytest.raises(ModuleNotFoundError):
        list(convert([record], ConversionOptions()))


def test_a_system_without_the_locks_of_unix_is_told_so(monkeypatch, archive, run):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(OutputError, match="Linux and macOS"):
        run(archive(1))
