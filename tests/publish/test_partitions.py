"""Publishing what ``corpus`` wrote: partitions of many articles, compressed."""

import gzip
import json

import pytest

from ld.cli import main
from ld.errors import InputError
from ld.publish.sources import files, graphs
from ld.vocab import SCHEMA

STORY = (
    "Norway counts its ferries again\n\nHarbor Minister Ada Quill of Norway said on Tuesday that twelve ferries lay "
    "in the port of Oslo.\n\n“We have twelve ferries, and no more than thirteen berths,” Quill said.\n\n"
    "The Tidewater Pilots met in Oslo on Monday with the Northern Harbor Board, and nobody spoke of ships for long."
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The folder of a corpus of two articles, the second of which is a copy of the first."""
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("corpus")
    records = [{"url": f"https://harbor-news.example/{n}", "date": f"2026-03-0{n}", "text": STORY} for n in (1, 2)]
    archive = folder / "archive.jsonl"
    archive.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    assert main(["corpus", str(archive), "-o", str(folder / "graphs"), "-q"]) == 0
    return folder / "graphs"


def test_a_partition_has_its_articles_one_after_the_other(corpus):
    (partition,) = files(str(corpus))
    assert [graph.name for graph, report in graphs(partition) if report.conforms()] == [
        "https://harbor-news.example/1",
        "https://harbor-news.example/2",
    ]


def test_what_near_duplicates_state_belongs_to_the_later_article(corpus):
    (partition,) = files(str(corpus))
    based = [[t for t in graph.facts if t.predicate == SCHEMA.isBasedOn] for graph, _ in graphs(partition)]
    assert [len(found) for found in based] == [0, 1]


def test_a_folder_of_partitions_is_published_and_unchanged_the_second_time(corpus, tmp_path, capsys):
    for told in ("2 new", "2 unchanged"):
        assert main(["publish", str(corpus), "--store", str(tmp_path / "store")]) == 0
        assert capsys.readouterr().out.startswith(told)


def test_an_article_whose_quads_are_apart_is_refused_rather_than_published_twice_in_part(corpus, tmp_path):
    lines = gzip.decompress((corpus / "part-00000.nq.gz").read_bytes()).splitlines(keepends=True)
    shuffled = tmp_path / "shuffled.nq.gz"
    shuffled.write_bytes(gzip.compress(b"".join([*lines[1:], lines[0]])))
    with pytest.raises(InputError, match="do not stand together"):
        list(graphs(str(shuffled)))


def test_a_partition_that_is_cut_off_cannot_be_read(corpus, tmp_path):
    cut = tmp_path / "cut.nq.gz"
    cut.write_bytes((corpus / "part-00000.nq.gz").read_bytes()[:-20])
    with pytest.raises(InputError, match="cannot be read"):
        list(graphs(str(cut)))
