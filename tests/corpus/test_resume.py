"""Runs that end early, by whatever hand, and are gone on with."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest
from process_table import children, running

from ld.cli import main
from ld.corpus import partition
from ld.corpus.run import WORK
from ld.errors import InputError, OutputError

pytestmark = pytest.mark.usefixtures("small_splits")
# a process started anew has splits of the usual size: it is told to make small ones
SMALL = (
    "import ld.corpus.splits as s; s.LINES = 3000; import resource, sys; from ld.cli import main;"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); sys.exit(main(sys.argv[2:]))"
)


@pytest.fixture
def start():
    """Start the command; no file that it writes may grow beyond *most_bytes*. It ends with the test."""
    with ExitStack() as started:

        def of(path, out, workers: int = 1, most_bytes: int = resource.RLIM_INFINITY) -> subprocess.Popen:
            arguments = ["corpus", str(path), "-o", str(out), "--workers", str(workers)]
            command = [sys.executable, "-c", SMALL, str(most_bytes), *arguments]
            return started.enter_context(running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE))

        yield of


def finished_parts(out) -> int:
    return len(list((out / WORK).glob("*.done.json")))


def wait_for_parts(out, count: int, process: subprocess.Popen) -> None:
    while finished_parts(out) < count and process.poll() is None:
        time.sleep(0.005)


@pytest.mark.parametrize("kill", [os.killpg, os.kill], ids=["all", "parent"])
@pytest.mark.parametrize(("parts", "workers"), [(0, 1), (1, 1), (3, 2), (6, 2)])
def test_a_run_that_was_killed_goes_on_to_the_same_bytes(tmp_path, archive, run, bytes_of, parts, workers, kill, start):
    path = archive(60)
    run(path, into="whole")
    process = start(path, tmp_path / "out", workers)
    wait_for_parts(tmp_path / "out", parts, process)
    kill(process.pid, signal.SIGKILL)
    process.communicate()
    run(path, workers=workers)
    assert bytes_of() == bytes_of("whole")


def test_a_run_that_was_killed_before_it_had_a_plan_begins(tmp_path, archive, run):
    (tmp_path / "out" / WORK).mkdir(parents=True)
    (tmp_path / "out" / WORK / "plan.json.77.half").write_text("{")
    assert run(archive(2)).articles == 2


def test_a_run_that_was_killed_while_it_tidied_up_is_complete(tmp_path, archive, run, bytes_of):
    path = archive(2)
    manifest = run(path)
    (tmp_path / "out" / WORK).mkdir()
    (tmp_path / "out" / WORK / "part-00000.done.json").write_text("{}")
    assert run(path) == manifest
    assert "manifest.json" in bytes_of()
    assert not (tmp_path / "out" / WORK).exists()


def test_two_runs_in_one_folder_do_not_disturb_each_other(tmp_path, archive, run, start):
    path = archive(3)
    tried = []

    def other_run() -> None:
        process = start(path, tmp_path / "out")
        tried.append((process.communicate()[1], process.returncode))

    run(path, tell=lambda _: other_run())
    ((told, code), *_) = tried
    assert code == 2
    assert b"another run is at work here" in told


def test_finished_partitions_are_not_done_again(tmp_path, archive, run, monkeypatch):
    path = archive(60)
    failing_at(monkeypatch, 4)
    with pytest.raises(OutputError, match="No space left"):
        run(path)
    assert finished_parts(tmp_path / "out") == 4
    done = []
    monkeypatch.setattr("ld.corpus.run.write_partition", lambda task: done.append(task.number) or WRITE(task))
    run(path)
    assert done[0] == 4


WRITE = partition.write_partition


def failing_at(monkeypatch, number: int) -> None:
    def write(task):
        if task.number == number:
            raise OSError(28, "No space left on device", str(task.quads))
        return WRITE(task)

    monkeypatch.setattr("ld.corpus.run.write_partition", write)


def test_a_full_disk_is_a_clear_error_and_leaves_nothing_half(tmp_path, archive, run, bytes_of, start):
    path = archive(60)
    run(path, into="whole")
    largest = max(part.stat().st_size for part in (tmp_path / "whole").glob("part-*"))
    process = start(path, tmp_path / "out", most_bytes=largest - 1)
    _, told = process.communicate()
    assert process.returncode == 2
    assert b"cannot be written" in told
    assert b"run the same command again" in told
    assert not list((tmp_path / "out").rglob("*.half"))
    run(path)
    assert bytes_of() == bytes_of("whole")


def test_a_partition_that_was_changed_is_done_again(tmp_path, archive, run, bytes_of, monkeypatch):
    path = archive(60)
    run(path, into="whole")
    failing_at(monkeypatch, 4)
    with pytest.raises(OutputError):
        run(path)
    (tmp_path / "out" / WORK / "part-00001.nq.gz").write_bytes(b"half")
    monkeypatch.setattr("ld.corpus.run.write_partition", WRITE)
    run(path)
    assert bytes_of() == bytes_of("whole")


def test_a_run_that_ends_while_the_parts_are_put_together_goes_on(archive, run, bytes_of, monkeypatch):
    path = archive(60)
    run(path, into="whole")
    monkeypatch.setattr("ld.corpus.assembly._link", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OutputError):
        run(path)
    monkeypatch.undo()
    monkeypatch.setattr("ld.corpus.splits.LINES", 3000)
    run(path)
    assert bytes_of() == bytes_of("whole")


def test_how_a_run_went_stands_beside_the_manifest(tmp_path, archive, run, monkeypatch):
    path = archive(60)
    failing_at(monkeypatch, 4)
    with pytest.raises(OutputError):
        run(path)
    monkeypatch.setattr("ld.corpus.run.write_partition", WRITE)
    run(path)
    told = json.loads((tmp_path / "out/run.json").read_bytes())
    assert (told["workers"], told["kept"]) == (1, 4)
    assert told["seconds"] > 0
    assert told["articles_per_second"] > 0


def test_a_run_that_is_complete_is_left_as_it_is(tmp_path, archive, run):
    path = archive(5)
    manifest = run(path)
    before = (tmp_path / "out/manifest.json").stat().st_mtime_ns
    assert run(path) == manifest
    assert (tmp_path / "out/manifest.json").stat().st_mtime_ns == before


def test_other_options_or_inputs_are_an_error_that_names_them(archive, run):
    path = archive(5)
    run(path)
    with pytest.raises(InputError, match="other inputs or options") as caught:
        run(path, limit=3)
    assert "different: limit" in caught.value.hint
    path.write_text(path.read_text() + "\n")
    with pytest.raises(InputError, match="other inputs or options"):
        run(path)


def test_an_article_changed_in_a_folder_of_the_inputs_is_another_input(tmp_path, run, line):
    folder = tmp_path / "texts" / "2024"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(json.loads(line(1))["text"], encoding="utf-8")
    run(folder.parent)
    (folder / "a.txt").write_text(json.loads(line(2))["text"] + " ", encoding="utf-8")
    with pytest.raises(InputError, match="other inputs or options"):
        run(folder.parent)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, archive, run):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/letter.txt").write_text("mine")
    with pytest.raises(InputError, match="is not empty"):
        run(archive(1))


def test_a_worker_that_the_system_kills_is_a_clear_error_and_the_rest_resumes(tmp_path, archive, run, bytes_of, start):
    path = archive(60)
    run(path, into="whole")
    process = start(path, tmp_path / "out", workers=2)
    wait_for_parts(tmp_path / "out", 1, process)
    os.kill(children(process.pid)[-1], signal.SIGKILL)
    _, told = process.communicate()
    assert process.returncode == 2
    assert b"died (signal 9)" in told
    assert b"run the same command again" in told
    run(path)
    assert bytes_of() == bytes_of("whole")


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_ends_with_130_and_what_is_finished_is_kept(tmp_path, archive, workers, start):
    path = archive(60)
    process = start(path, tmp_path / "out", workers)
    wait_for_parts(tmp_path / "out", 2, process)
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert finished_parts(tmp_path / "out") >= 2


def test_standard_input_is_kept_beside_the_results_so_that_its_run_can_go_on(tmp_path, archive):
    path = archive(3)
    command = [sys.executable, "-m", "ld", "corpus", "-", "-o", str(tmp_path / "out")]
    for _ in range(2):
        with path.open("rb") as lines:
            subprocess.run(command, check=True, capture_output=True, stdin=lines)
    assert json.loads((tmp_path / "out/manifest.json").read_bytes())["articles"] == 3
    assert (tmp_path / "out.stdin.jsonl").read_bytes() == path.read_bytes()


def test_other_lines_from_standard_input_are_not_taken_for_those_of_an_earlier_run(tmp_path, line):
    command = [sys.executable, "-m", "ld", "corpus", "-", "-o", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True, input=line(1).encode())
    other = subprocess.run(command, check=False, capture_output=True, input=line(2).encode())
    assert other.returncode == 2
    assert b"an earlier run had other lines from standard input" in other.stderr


def test_a_corpus_without_one_article_is_exit_code_1(tmp_path):
    (tmp_path / "a.jsonl").write_text("{broken\n")
    assert main(["corpus", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "out")]) == 1
