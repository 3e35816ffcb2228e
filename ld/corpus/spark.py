"""A whole corpus on Apache Spark: one partition per task, by the same function as on one machine.

Spark alone schedules, retries and commits: a task that is lost is done again, and what a lost one had written is
never seen (Hadoop's output committers). Inputs must be at the same path on every executor.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from pyspark import SparkFiles
from pyspark.sql import SparkSession

from ld.corpus.conversion import ConversionOptions, convert
from ld.corpus.plan import Plan
from ld.corpus.read import records_of
from ld.corpus.record import Reject
from ld.corpus.splits import Split
from ld.errors import InputError

QUADS, FACTS, REJECTS, DONE = "quads", "facts", "rejects", "done"
FACTS_TABLE = "facts.parquet"

_CODECS = {"gz": "gzip", "none": "none"}
_LINE = "kind string, value string"
_FACTS = (
    "article string, kind string, id string, name string, about string, qid string, iri string, score double, "
    "date string, start bigint, end bigint, words string"
)


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a partition holds, or all of them together."""

    records: int = 0
    articles: int = 0
    quads: int = 0
    facts: int = 0
    rejects: dict[str, int] = {}


def run_on_spark(plan: Plan, output: str, master: str | None = None) -> Done:
    """Carry out *plan* and write to *output*, an address that Spark can write to, where nothing must be yet.

    *master* is where Spark runs: without it, where spark-submit or Spark's own settings say.
    ``kind=quads`` has a file of N-Quads for each partition, ``kind=rejects`` and ``kind=done`` have JSON Lines, and
    ``facts.parquet`` is the table of facts. Repeats are looked for inside each partition only.
    Raises InputError for what a plan can say on one machine alone.
    """
    if plan.compression not in _CODECS or plan.limit is not None:
        raise InputError("Spark takes no --limit, and compresses with gz or not at all", "leave these options out")
    with _session(master) as spark:
        _write_lines(plan, output, spark)
        told = spark.read.text(f"{output}/kind={DONE}").collect() if plan.splits else []
        done = _together(msgspec.json.decode(row.value, type=Done) for row in told)
        if done.facts:
            facts = spark.read.schema(_FACTS).json(f"{output}/kind={FACTS}")
            facts.write.parquet(f"{output}/{FACTS_TABLE}")
    return done


@contextmanager
def _session(master: str | None) -> Iterator[SparkSession]:
    """A session that ends with the context."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("article-ld corpus")
    spark = (builder.master(master) if master else builder).getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def _write_lines(plan: Plan, output: str, spark: SparkSession) -> None:
    """Write the lines of all partitions, a folder a kind."""
    # with fewer writers than kinds, Spark would sort the rows by kind, in no stable order
    spark.conf.set("spark.sql.maxConcurrentOutputFileWriters", "8")
    settings, sample = _shipped(plan.settings, spark), plan.sample
    splits = spark.sparkContext.parallelize(plan.splits, max(1, len(plan.splits)))
    lines = splits.flatMap(lambda split: _lines(split, sample, _arrived(settings)))
    writer = spark.createDataFrame(lines, _LINE, verifySchema=False).write.partitionBy("kind")
    writer.option("compression", _CODECS[plan.compression]).text(output)


def _shipped(settings: ConversionOptions, spark: SparkSession) -> ConversionOptions:
    """*settings* with the names of their files alone, once Spark has been given these for every executor."""
    names = {}
    for field in ("kb", "links", "shapes"):
        if path := getattr(settings, field):
            spark.sparkContext.addFile(path)
            names[field] = Path(path).name
    return msgspec.structs.replace(settings, **names)


def _arrived(settings: ConversionOptions) -> ConversionOptions:
    """*settings* with the paths of their files on this executor."""
    files = {field: name for field in ("kb", "links", "shapes") if (name := getattr(settings, field))}
    return msgspec.structs.replace(settings, **{field: SparkFiles.get(name) for field, name in files.items()})


def _lines(split: Split, sample: float, settings: ConversionOptions) -> Iterator[tuple[str, str]]:
    """The lines that the partition of *split* has: their kind, and the text, without the last line end."""
    seen: Counter[str] = Counter()
    rejects: Counter[str] = Counter()
    for made in convert(records_of(split, sample=sample), settings):
        seen["records"] += 1
        if isinstance(made, Reject):
            rejects[made.reason] += 1
            yield REJECTS, _json(made)
            continue
        seen += Counter(articles=1, quads=made.size, facts=len(made.rows))
        yield QUADS, made.quads.removesuffix("\n")
        yield from ((FACTS, _json(row)) for row in made.rows)
    yield DONE, _json(Done(**seen, rejects=dict(sorted(rejects.items()))))


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()


def _together(partitions: Iterable[Done]) -> Done:
    seen: Counter[str] = Counter()
    rejects: Counter[str] = Counter()
    for done in partitions:
        seen += Counter(records=done.records, articles=done.articles, quads=done.quads, facts=done.facts)
        rejects += Counter(done.rejects)
    return Done(**seen, rejects=dict(sorted(rejects.items())))
