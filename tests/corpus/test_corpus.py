"""Corpora as their users run them: what goes in, what comes out."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyoxigraph
import pytest

from ld.cli import main
from ld.corpus.conversion import ConversionOptions
from ld.errors import InputError
from ld.pipeline import build
from ld.serialize import n_quads

GOLDEN = Path(__file__).parent / "manifest.json"


def graphs(quads):
    return {line.rsplit(" ", 2)[1] for line in quads}


def test_an_article_of_a_corpus_has_the_quads_that_it_has_alone(tmp_path, line, run, quads):
    (tmp_path / "one.jsonl").write_text(line(1), encoding="utf-8")
    (tmp_path / "story.txt").write_text(json.loads(line(1))["text"], encoding="utf-8")
    run(tmp_path / "one.jsonl")
    alone = build(tmp_path / "story.txt", url="https://harbor.example/1", date="2024-09-11")
    assert quads() == n_quads(alone.graph).splitlines()


def test_the_manifest_counts_what_the_files_hold(tmp_path, archive, run, quads):
    manifest = run(archive(5))
    assert (manifest.records, manifest.articles, manifest.rejects) == (5, 5, {})
    assert manifest.quads == len(quads())
    assert manifest.facts == pq.read_table(tmp_path / "out/facts.parquet").num_rows
    others = {"manifest.json", "run.json"}
    assert {file.name for file in manifest.files} | others == {path.name for path in (tmp_path / "out").iterdir()}


def test_the_manifest_reads_as_it_always_did(tmp_path, line, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [line(1), "{broken\n", line(2), line(3, url="https://harbor.example/1")]
    Path("archive.jsonl").write_text("".join(lines), encoding="utf-8")
    run(Path("archive.jsonl"), settings=ConversionOptions(publisher="Harbor Gazette"))
    manifest = json.loads(Path("out/manifest.json").read_bytes())
    assert set(manifest["versions"]) >= {"article-ld", "pyarrow", "rensa", "python", "zlib"}
    for file in manifest["files"]:
        assert file["sha256"] == hashlib.sha256(Path("out", file["name"]).read_bytes()).hexdigest()
        assert file["bytes"] == Path("out", file["name"]).stat().st_size
        file |= {"sha256": "", "bytes": 0}
    differing = {"versions": {}, "quads": 0, "facts": 0}  # from one version of ours to the next
    assert manifest | differing == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_what_the_settings_say_of_the_publisher_is_in_every_article(tmp_path, line, run, quads):
    (tmp_path / "a.jsonl").write_text(line(1) + line(2, publisher="Night Desk"), encoding="utf-8")
    logo = ("logo", "https://harbor.example/l.png")
    run(tmp_path / "a.jsonl", settings=ConversionOptions(publisher="Harbor Gazette", publisher_data=(logo,)))
    told = [quad for quad in quads() if "<http://schema.org/logo> <https://harbor.example/l.png>" in quad]
    assert len(told) == 1
    assert "https://harbor.example/1#organization-harbor-gazette" in told[0]


def test_a_description_of_the_publisher_that_makes_no_sense_ends_the_run(line, run, tmp_path):
    (tmp_path / "a.jsonl").write_text(line(1), encoding="utf-8")
    with pytest.raises(InputError, match="logo of the settings is no ImageObject or URL"):
        run(tmp_path / "a.jsonl", settings=ConversionOptions(publisher="Quay", publisher_data=(("logo", "l.png"),)))


@pytest.mark.usefixtures("small_splits")
def test_every_partition_is_n_quads(tmp_path, archive, run):
    run(archive(12))
    parts = sorted((tmp_path / "out").glob("*.nq.gz"))
    assert len(parts) > 2
    for part in parts:
        list(pyoxigraph.parse(gzip.decompress(part.read_bytes()), format=pyoxigraph.RdfFormat.N_QUADS))


def test_a_row_of_the_table_cites_the_words_of_its_fact(tmp_path, archive, run):
    run(archive(1))
    rows = pq.read_table(tmp_path / "out/facts.parquet").to_pylist()
    (quotation,) = (row for row in rows if row["kind"] == "quotation")
    assert quotation["about"] == "Ada Quill"
    assert quotation["words"] == quotation["name"] == "We have 2 ferries, and no more than 3 berths"
    assert quotation["end"] - quotation["start"] == len(quotation["words"])
    assert {(row["name"], row["qid"]) for row in rows if row["kind"] == "country"} == {("Norway", "Q20")}


@pytest.mark.usefixtures("small_splits")
def test_the_bytes_are_the_same_for_any_number_of_workers(archive, bytes_of, run):
    path = archive(20)
    run(path, workers=1, into="one")
    run(path, workers=3, into="three")
    assert bytes_of("one") == bytes_of("three")


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_command_gives_the_same_bytes_for_any_hash_seed(tmp_path, archive, bytes_of, run, seed):
    path = archive(3)
    run(path, into="here")
    command = [sys.executable, "-m", "ld", "corpus", str(path), "-o", str(tmp_path / "there"), "--workers", "1"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert bytes_of("here") == bytes_of("there")


@pytest.mark.parametrize("compression", ["zst", "none"])
def test_compression_is_a_matter_of_taste(tmp_path, archive, run, quads, compression):
    path = archive(2)
    run(path)
    run(path, into="other", compression=compression)
    part = next((tmp_path / "other").glob("part-*"))
    with pa.input_stream(part, compression="zstd" if compression == "zst" else None) as stream:
        assert stream.read().decode().splitlines() == quads()


class TestInputs:
    def test_lines_may_be_packed(self, tmp_path, line, run, quads, archive):
        run(archive(3), into="plain")
        (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("".join(map(line, range(3))).encode()))
        run(tmp_path / "a.jsonl.gz", into="packed")
        assert quads("packed") == quads("plain")

    def test_a_table_has_an_article_in_each_row(self, tmp_path, line, run, quads, archive):
        run(archive(3), into="plain")
        rows = [json.loads(line(number)) for number in range(3)]
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
        run(tmp_path / "a.parquet", into="table")
        assert quads("table") == quads("plain")

    def test_a_folder_holds_texts_pages_and_facts(self, tmp_path, line, run):
        folder = tmp_path / "pages"
        folder.mkdir()
        text = json.loads(line(1))["text"]
        (folder / "a.txt").write_text(text, encoding="utf-8")
        paragraphs = "".join(f"<p>{each}" for each in json.loads(line(2))["text"].split("\n\n")[1:])
        page = f"<html><head><title>Ferries again</title></head><article><h1>Ferries counted again</h1>{paragraphs}"
        (folder / "b.html").write_text(page, encoding="utf-8")
        (folder / "c.facts.json").write_text(build(folder / "a.txt", url="https://harbor.example/c").facts_json())
        assert run(folder).articles == 3

    def test_a_line_may_be_facts(self, tmp_path, line, run, quads):
        (tmp_path / "story.txt").write_text(json.loads(line(1))["text"], encoding="utf-8")
        alone = build(tmp_path / "story.txt", url="https://harbor.example/1", date="2024-09-11")
        (tmp_path / "facts.jsonl").write_text(json.dumps(json.loads(alone.facts_json())) + "\n", encoding="utf-8")
        run(tmp_path / "facts.jsonl")
        assert quads() == n_quads(alone.graph).splitlines()

    def test_standard_input_is_lines(self, tmp_path, archive, bytes_of):
        command = [sys.executable, "-m", "ld", "corpus", "-", "-o", str(tmp_path / "out"), "--workers", "1"]
        with archive(2).open("rb") as lines:
            subprocess.run(command, check=True, capture_output=True, stdin=lines)
        assert json.loads(bytes_of()["manifest.json"])["articles"] == 2

    @pytest.mark.parametrize("name", ["missing.jsonl", "story.txt", "empty"])
    def test_what_is_no_corpus_is_bad_input(self, tmp_path, name, capsys):
        (tmp_path / "story.txt").write_text("A story.", encoding="utf-8")
        (tmp_path / "empty").mkdir()
        assert main(["corpus", str(tmp_path / name), "-o", str(tmp_path / "out")]) == 2
        assert name in capsys.readouterr().err


class TestRejects:
    def test_a_bad_record_never_stops_the_run(self, tmp_path, line, run, rejects):
        lines = (
            line(1),
            "{broken\n",
            '{"title": "no text"}\n',
            '{"text": 7}\n',
            '{"text": "Home | News"}\n',
            line(2, date="soon"),
            "\n",
            '{"version": 1, "article": {}}\n',
            "[]\n",
            line(3),
        )
        (tmp_path / "bad.jsonl").write_text("".join(lines), encoding="utf-8")
        manifest = run(tmp_path / "bad.jsonl")
        assert manifest.articles == 2
        assert [reason for reason, _ in rejects()] == [
            *("not-json", "fields", "fields", "no-article", "no-article", "fields", "fields")
        ]

    def test_the_number_of_a_line_is_the_byte_at_which_it_begins(self, tmp_path, line, run, rejects):
        (tmp_path / "bad.jsonl").write_text(f"{line(1)}{{broken\n", encoding="utf-8")
        run(tmp_path / "bad.jsonl")
        assert rejects() == [("not-json", len(line(1).encode()))]

    def test_bytes_that_are_no_text_are_a_reject(self, tmp_path, line, run, rejects):
        (tmp_path / "bad.jsonl").write_bytes(b'{"text": "\xff\xfe"}\n' + line(1).encode())
        assert run(tmp_path / "bad.jsonl").articles == 1
        assert rejects() == [("not-json", 0)]

    def test_a_line_without_an_end_is_no_trap(self, tmp_path, line, run, rejects, monkeypatch):
        monkeypatch.setattr("ld.corpus.read.RECORD_MOST", 5000)
        (tmp_path / "long.jsonl").write_text(f'{{"text": "{"x" * 9000}"}}\n{line(1)}', encoding="utf-8")
        assert run(tmp_path / "long.jsonl").articles == 1
        assert rejects() == [("too-large", 0)]

    def test_a_packed_file_that_is_cut_off_gives_what_stands_before(self, tmp_path, line, run, rejects):
        packed = gzip.compress("".join(map(line, range(40))).encode())
        (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
        assert 0 < run(tmp_path / "cut.jsonl.gz").articles < 40
        assert [reason for reason, _ in rejects()] == ["damaged"]

    def test_a_graph_with_results_at_the_bar_is_a_reject(self, archive, run, tmp_path):
        (tmp_path / "shapes.ttl").write_text(
            """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> .
            <http://harbor.example/S> a sh:NodeShape ; sh:targetClass schema:NewsArticle ;
                sh:property <http://harbor.example/P> .
            <http://harbor.example/P> sh:path schema:wordCount ; sh:minCount 1 ; sh:message "count the words" .""",
            encoding="utf-8",
        )
        manifest = run(archive(2), settings=ConversionOptions(shapes=str(tmp_path / "shapes.ttl")))
        assert (manifest.articles, manifest.rejects) == (0, {"invalid": 2})
        assert "count the words" in (tmp_path / "out/rejects.jsonl").read_text()

    def test_a_fault_of_the_program_costs_one_record(self, archive, run, monkeypatch):
        def failing(facts, *_):
            if "tugs" in facts.article.text:
                raise ZeroDivisionError("a bug")
            return facts

        monkeypatch.setattr("ld.linked_graph.link", failing)
        manifest = run(archive(12))
        assert (manifest.articles, manifest.rejects) == (10, {"internal": 2})

    def test_settings_that_cannot_be_used_are_an_error_at_once(self, archive, run, tmp_path):
        (tmp_path / "no.kb").write_text("no knowledge base")
        with pytest.raises(InputError, match=r"no\.kb"):
            run(archive(1), settings=ConversionOptions(kb=str(tmp_path / "no.kb")))


class TestShares:
    @pytest.mark.usefixtures("small_splits")
    def test_a_limit_takes_the_first_records_whatever_the_workers(self, archive, run, quads, bytes_of):
        path = archive(20)
        assert run(path, limit=7, into="one").records == 7
        run(path, limit=7, workers=2, into="two")
        assert bytes_of("one") == bytes_of("two")
        assert graphs(quads("one")) == {
            f"<https://harbor.example/{n}{end}>" for n in range(7) for end in ("", "#evidence")
        }

    def test_a_sample_is_the_same_each_time(self, archive, run, bytes_of):
        path = archive(40)
        articles = run(path, sample=0.3, into="one").articles
        run(path, sample=0.3, into="two")
        assert 0 < articles < 40
        assert bytes_of("one") == bytes_of("two")
