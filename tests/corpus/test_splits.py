"""Corpora cut into splits: wherever the cuts fall, each record is in one of them."""

import gzip
import json
from io import BufferedReader, FileIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fixtures_crawl import MOST, page, response, warc

from ld.corpus.read import records_of
from ld.corpus.read.crawl import crawl_records
from ld.corpus.record import Reject
from ld.corpus.splits import Split, splits_of


def read(path):
    return [record for split in splits_of([path]) for record in records_of(split)]


def places(records):
    return [(record.place.number, record.reason if isinstance(record, Reject) else "page") for record in records]


@pytest.mark.parametrize("step", [1, 97, 1000, 5000])
@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz", ".jsonl.zst"])
def test_lines_are_read_once_wherever_they_are_cut(tmp_path, line, monkeypatch, step, ending):
    lines = "".join(line(number) for number in range(12)) + "{broken\n" + line(99).rstrip("\n")
    path = tmp_path / f"archive{ending}"
    with pa.output_stream(path, compression={".gz": "gzip", ".zst": "zstd"}.get(path.suffix)) as stream:
        stream.write(lines.encode())
    monkeypatch.setattr("ld.corpus.splits.LINES", step)
    texts = [getattr(record, "text", record.place.number) for record in read(path)]
    assert texts == [
        *(json.loads(line(n))["text"] for n in range(12)),
        lines.index("{broken"),
        json.loads(line(99))["text"],
    ]


@pytest.mark.parametrize("step", [1000, 5000, 100_000])
@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_a_long_line_is_one_reject_and_each_part_of_it_is_looked_at_once(tmp_path, line, monkeypatch, step, ending):
    path = tmp_path / f"archive{ending}"
    written = line(1).encode() + b"a" * 200_000 + b"\n" + line(2).encode()
    path.write_bytes(gzip.compress(written) if ending.endswith(".gz") else written)
    monkeypatch.setattr("ld.corpus.splits.LINES", step)
    monkeypatch.setattr("ld.corpus.read.RECORD_MOST", 10_000)
    looked_at = []
    readline = BufferedReader.readline

    class Counting(BufferedReader):
        def readline(self, size=-1):
            piece = readline(self, size)
            looked_at.append(len(piece))
            return piece

    monkeypatch.setattr("ld.corpus.unpacking.io.BufferedReader", Counting)
    monkeypatch.setattr(type(path), "open", lambda self, _mode: Counting(FileIO(self)))
    found = [(record.place.number, getattr(record, "reason", "")) for record in read(path)]
    assert found == [(0, ""), (len(line(1)), "too-large"), (len(written) - len(line(2)), "")]
    assert sum(looked_at) < 1.2 * len(written) + 20_000


def test_steps_backwards_are_as_good_as_forwards(tmp_path, line, monkeypatch):
    path = tmp_path / "archive.jsonl.gz"
    path.write_bytes(gzip.compress("".join(line(number) for number in range(600)).encode()))
    monkeypatch.setattr("ld.corpus.splits.LINES", 20_000)
    splits = list(splits_of([path]))
    forwards = {split: list(records_of(split)) for split in splits}
    backwards = {split: list(records_of(split)) for split in reversed(splits)}
    assert len(splits) > 10
    assert backwards == forwards


@pytest.mark.parametrize("step", [300, 1000, 100_000])
def test_damage_in_a_packed_file_costs_the_same_wherever_it_is_cut(tmp_path, line, monkeypatch, step):
    packed = gzip.compress("".join(line(number) for number in range(40)).encode())
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(packed[: len(packed) * 2 // 3])
    whole = places(read(path))
    monkeypatch.setattr("ld.corpus.splits.LINES", step)
    assert [reason for _, reason in places(read(path))] == [reason for _, reason in whole]
    assert [reason for _, reason in whole].count("damaged") == 1


@pytest.mark.parametrize("rows", [1, 3, 7])
@pytest.mark.parametrize("group", [2, 5, 100])
def test_rows_are_read_once_whatever_the_row_groups(tmp_path, line, monkeypatch, rows, group):
    table = pa.Table.from_pylist([json.loads(line(number)) for number in range(16)])
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=group)
    monkeypatch.setattr("ld.corpus.splits.ROWS", rows)
    assert [record.url for record in read(tmp_path / "a.parquet")] == [f"https://harbor.example/{n}" for n in range(16)]


PACKED = (
    *(warc("warcinfo", b"a crawler"), page(1), page(2)[:90] + bytes(30) + page(2)[120:], page(3)),
    *(gzip.compress(b"no record"), page(4), b"rubbish", response(b"x" * MOST * 2), page(5), page(6)[:-40]),
)
PLAIN = (
    *(warc("warcinfo", b"a crawler", packed=False), page(1, packed=False), b"rubbish\r\n\r\n", page(2, packed=False)),
    *(page(3, packed=False).replace(b"Content-Length: ", b"Content-Length: 1"), page(4, packed=False)),
)


@pytest.mark.parametrize("pieces", [PACKED, PLAIN], ids=["packed", "plain"])
def test_a_crawl_is_read_once_wherever_it_is_cut(tmp_path, pieces):
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(pieces))
    size = path.stat().st_size
    whole = places(crawl_records(path, 0, size, MOST))
    assert {reason for _, reason in whole} >= {"page", "damaged"}
    for cut in range(1, size, 3):
        parts = [*crawl_records(path, 0, cut, MOST), *crawl_records(path, cut, size, MOST)]
        assert places(parts) == whole


def test_a_crawl_is_cut_by_its_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr("ld.corpus.splits.CRAWL", 1000)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(page(number) for number in range(20)))
    assert len(list(splits_of([path]))) > 5
    assert len(read(path)) == 20


def test_an_empty_file_of_lines_has_no_splits(tmp_path):
    (tmp_path / "a.jsonl").touch()
    assert list(splits_of([tmp_path / "a.jsonl"])) == []


def test_the_last_split_ends_with_its_file(archive):
    path = archive(3)
    assert list(splits_of([path])) == [Split(path=str(path), kind="lines", start=0, end=path.stat().st_size)]
