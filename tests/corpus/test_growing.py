"""Archives that grow: a run with --update takes what is new, and nothing else changes."""

import gzip
import json
import os

import pytest

from ld.cli import main
from ld.corpus import partition
from ld.corpus.conversion import ConversionOptions
from ld.corpus.run import WORK
from ld.errors import InputError, OutputError

pytestmark = pytest.mark.usefixtures("small_splits")


@pytest.fixture
def update(run):
    """Run with these inputs as an archive that grows."""

    def of(*inputs, **options):
        return run(*inputs, grows=True, **options)

    return of


def append(path, *lines: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(lines)


def titles(quads) -> list[str]:
    return sorted(line.split('"')[1] for line in quads if '<http://schema.org/headline> "' in line)


@pytest.fixture
def converted(monkeypatch):
    """The numbers of the partitions that are made."""
    numbers = []
    write = partition.write_partition
    monkeypatch.setattr("ld.corpus.run.write_partition", lambda task: numbers.append(task.number) or write(task))
    return numbers


def test_lines_that_were_appended_are_taken_and_no_others(archive, line, update, quads, converted):
    path = archive(8)
    first = update(path)
    made = len(converted)
    append(path, line(8), line(9))
    second = update(path)
    assert (first.articles, second.articles) == (8, 10)
    assert converted[made:] == [made]
    assert len(titles(quads())) == 10


def test_an_update_without_anything_new_changes_no_byte(archive, update, bytes_of, converted):
    path = archive(8)
    update(path)
    before, made = bytes_of(), len(converted)
    update(path)
    assert bytes_of() == before
    assert len(converted) == made


@pytest.mark.parametrize("workers", [2, 3])
def test_the_bytes_are_the_same_with_more_workers(archive, line, update, bytes_of, workers):
    path = archive(8)
    update(path, into="one")
    update(path, into="many", workers=workers)
    append(path, *(line(number) for number in range(4, 12)))
    update(path, into="one")
    update(path, into="many", workers=workers)
    assert bytes_of("one") == bytes_of("many")


@pytest.mark.parametrize("when", ["in the first run", "in the update"])
def test_a_run_that_ended_early_loses_nothing(archive, line, update, bytes_of, monkeypatch, when):
    path, write = archive(20), partition.write_partition

    def failing(task):
        if task.number == (1 if when == "in the first run" else 3):
            raise OSError(28, "No space left on device", str(task.quads))
        return write(task)

    update(path, into="whole")
    append_later = lambda: append(path, *(line(number) for number in range(20, 24)))  # noqa: E731
    with monkeypatch.context() as failure:
        if when == "in the update":
            update(path)
            append_later()
        failure.setattr("ld.corpus.run.write_partition", failing)
        with pytest.raises(OutputError):
            update(path)
    if when == "in the first run":
        append_later()
    update(path)
    update(path, into="whole")
    assert bytes_of() == bytes_of("whole")


def test_a_line_that_is_still_written_waits(archive, line, update):
    path, whole = archive(2), line(2)
    append(path, whole[:40])
    assert update(path).records == 2
    append(path, whole[40:])
    assert update(path).records == 3


def test_of_an_article_the_last_version_is_kept(archive, line, update, quads, rejects):
    path = archive(3)
    update(path)
    append(path, line(1, text=json.loads(line(1))["text"].replace("again", "once more")))
    manifest = update(path)
    assert (manifest.articles, manifest.rejects) == (3, {"repeated": 1})
    assert [title for title in titles(quads()) if "number 1" in title] == [
        "Denmark counts its ferries once more, for time number 1"
    ]
    assert rejects() == [("repeated", len(line(0).encode()))]


def test_packed_lines_may_grow_by_members(tmp_path, line, update):
    path = tmp_path / "archive.jsonl.gz"
    path.write_bytes(gzip.compress((line(0) + line(1)).encode()))
    assert update(path).records == 2
    with path.open("ab") as stream:
        stream.write(gzip.compress(line(2).encode()))
    assert update(path).records == 3


def test_files_may_be_added_to_a_folder_and_to_the_inputs(tmp_path, archive, line, update):
    folder = tmp_path / "days"
    folder.mkdir()
    archive(2, "days/2024-09-02.jsonl")
    assert update(folder).records == 2
    (folder / "2024-09-01.jsonl").write_text(line(5), encoding="utf-8")
    assert update(folder).records == 3
    assert update(folder, archive(1, "more.jsonl")).records == 4


def test_what_an_input_had_stays_when_it_is_gone(tmp_path, archive, update):
    old, new = archive(2, "old.jsonl"), tmp_path / "new.jsonl"
    update(old)
    old.rename(new)
    assert update(new).records == 4


@pytest.mark.parametrize("change", ["rewritten", "shortened"])
def test_an_input_that_was_changed_otherwise_is_refused(archive, line, update, change):
    path = archive(3)
    update(path)
    path.write_text(line(7) * (9 if change == "rewritten" else 1), encoding="utf-8")
    with pytest.raises(InputError, match="was changed, not only appended to"):
        update(path)


def test_a_folder_of_articles_cannot_grow(tmp_path, update):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The piers\n\nA pier was built.\n")
    update(tmp_path / "in")
    (tmp_path / "in" / "b.txt").write_text("The quays\n\nA quay was built.\n")
    with pytest.raises(InputError, match="cannot be read from where it ended"):
        update(tmp_path / "in")


def test_other_options_are_refused(archive, update):
    path = archive(2)
    update(path)
    with pytest.raises(InputError, match="other options") as refused:
        update(path, sample=0.5)
    assert "sample" in refused.value.hint


def test_results_that_were_not_made_to_grow_do_not(archive, run, update):
    path = archive(2)
    run(path)
    with pytest.raises(InputError, match="other options"):
        update(path)


def test_a_corrections_file_that_changed_is_refused(tmp_path, archive, update):
    links = tmp_path / "links.csv"
    links.write_text("match,decision\n", encoding="utf-8")
    settings = ConversionOptions(links=str(links))
    path = archive(2)
    update(path, settings=settings)
    os.utime(links, ns=(1, 1))
    with pytest.raises(InputError, match="was changed since the results"):
        update(path, settings=settings)


def test_the_work_that_an_update_needs_stays_beside_the_results(tmp_path, archive, update):
    update(archive(2))
    assert {path.suffix for path in (tmp_path / "out" / WORK).iterdir()} == {
        "",
        ".gz",
        ".json",
        ".jsonl",
        ".msgpack",
        ".parquet",
    }


@pytest.mark.parametrize("option", [["--limit", "1"], ["--engine", "spark"]])
def test_what_does_not_go_with_updates_is_said(tmp_path, archive, option, capsys):
    assert main(["corpus", str(archive(2)), "-o", str(tmp_path / "out"), "--update", *option]) == 2
    assert "does not go with --update" in capsys.readouterr().err
