"""Corpora on Apache Spark: two workers with executors of their own on this machine."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from process_table import arguments, below, running

MASTER = "local-cluster[2,1,1024]"
RUN = "import ld.corpus.splits as s; s.LINES = 3000; import sys; from ld.cli import main; sys.exit(main(sys.argv[1:]))"
JOB = Path(__file__).resolve().parents[2] / "docs/examples/spark/corpus_job.py"
REQUIRED = "spark" in os.environ.get("ARTICLE_LD_REQUIRE", "")


@pytest.fixture(autouse=True, scope="module")
def _spark_is_there():
    if not REQUIRED:
        pytest.importorskip("pyspark", reason="Spark is not installed: .ci/install-spark")


@pytest.fixture(scope="module")
def on_loopback():
    """The environment of a driver that only this machine can reach."""
    conf = "--conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1"
    return {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_SUBMIT_ARGS": f"{conf} pyspark-shell"}


@pytest.fixture
def start(tmp_path, on_loopback):
    """Start the command on Spark, in a folder of its own, for Spark leaves its logs where it is."""
    with ExitStack() as started:

        def of(path, *options: str) -> subprocess.Popen:
            command = [sys.executable, "-c", RUN, "corpus", str(path), "-o", str(tmp_path / "spark")]
            process = running(
                [*command, "--engine", "spark", "--master", MASTER, *options],
                cwd=tmp_path, env=on_loopback, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            return started.enter_context(process)

        yield of


def partitions(folder) -> list[bytes]:
    """What the partitions hold, by their numbers; Spark has no file for one without articles."""
    if (folder / "kind=quads").exists():
        files = sorted((folder / "kind=quads").glob("part-*.gz"), key=lambda path: path.name.split("-")[1])
    else:
        files = sorted(folder.glob("part-*.gz"))
    return [quads for file in files if (quads := gzip.decompress(file.read_bytes()))]


def executors(driver: int) -> list[int]:
    """The processes of Spark's executors: those below *driver* that run one."""
    return sorted(pid for pid in below(driver) if "CoarseGrainedExecutorBackend" in " ".join(arguments(pid)))


@pytest.mark.usefixtures("small_splits")
def test_each_partition_is_what_one_machine_makes_of_it(tmp_path, archive, line, run, start):
    path = archive(12)
    with path.open("a", encoding="utf-8") as lines:
        lines.write("{broken\n" + line(12))
    run(path, into="local")
    process = start(path)
    told, errors = process.communicate()
    assert process.returncode == 0, errors
    assert partitions(tmp_path / "spark") == partitions(tmp_path / "local")
    manifest = json.loads((tmp_path / "local/manifest.json").read_bytes())
    assert f"{manifest['articles']} articles, {manifest['quads']:,} quads, {manifest['facts']} facts" in told
    assert "1 rejected: not-json" in told
    import pyarrow.parquet as pq  # noqa: PLC0415 - tests of other parts need not have it

    theirs = pq.read_table(tmp_path / "spark/facts.parquet").to_pylist()
    ours = pq.read_table(tmp_path / "local/facts.parquet").to_pylist()
    assert sorted(map(str, theirs)) == sorted(map(str, ours))


@pytest.mark.usefixtures("small_splits")
def test_an_executor_that_is_killed_costs_a_retry_and_no_duplicate(tmp_path, archive, run, start):
    path = archive(80)
    run(path, into="local", workers=2)
    process = start(path)
    attempts = tmp_path / "spark/_temporary"
    while process.poll() is None and not list(attempts.rglob("part-*.gz")):
        time.sleep(0.05)
    running = executors(process.pid)
    assert running, process.communicate()[1]
    os.kill(running[0], signal.SIGKILL)
    told, errors = process.communicate()
    assert process.returncode == 0, errors
    assert "executor" in errors.lower()
    assert partitions(tmp_path / "spark") == partitions(tmp_path / "local")
    assert "80 articles" in told


@pytest.mark.usefixtures("small_splits")
def test_the_job_for_spark_submit_does_the_same(tmp_path, archive, run, on_loopback):
    path = archive(4)
    run(path, into="local")
    submit = Path(sys.executable).with_name("spark-submit")
    environment = {**on_loopback, "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    command = [submit, "--master", "local[1]", *on_loopback["PYSPARK_SUBMIT_ARGS"].split()[:-1], JOB, path]
    done = subprocess.run(
        [*command, tmp_path / "spark"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b"".join(partitions(tmp_path / "spark")) == b"".join(partitions(tmp_path / "local"))
    assert "articles=4" in done.stdout


def test_a_limit_is_for_one_machine(archive, start):
    process = start(archive(1), "--limit", "1")
    assert "leave these options out" in process.communicate()[1]
    assert process.returncode == 2


def test_a_knowledge_base_is_shipped_to_the_executors(tmp_path, line, start):
    from ld.cli import main  # noqa: PLC0415

    rows = "qid,kind,label,positions\nQ999999901,person,Ada Quill,Harbor Minister of Norway\n"
    (tmp_path / "people.csv").write_text(rows, encoding="utf-8")
    kb = tmp_path / "people.kb"
    assert main(["kb", "build", str(tmp_path / "people.csv"), "-o", str(kb), "--snapshot", "2026-01-01"]) == 0
    (tmp_path / "a.jsonl").write_text(line(0), encoding="utf-8")
    process = start(tmp_path / "a.jsonl", "--kb", str(kb))
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    assert b"entity/Q999999901>" in b"".join(partitions(tmp_path / "spark"))
