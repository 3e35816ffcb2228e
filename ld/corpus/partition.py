"""One split converted to one partition: files of quads, facts, rejects, and signatures for finding repeats."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec

from ld.corpus.conversion import ConversionOptions, Converted, convert
from ld.corpus.facts_table import FactsTable
from ld.corpus.files import ENDINGS, Compression, digest_of, packed, written
from ld.corpus.read import records_of
from ld.corpus.record import Reject
from ld.corpus.splits import Split


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A *split* to be made into the partition with this *number*, in *folder*.

    No more than *limit* of its records are done; of the others each with the chance *sample*.
    """

    number: int
    split: Split
    folder: str
    settings: ConversionOptions
    compression: Compression
    limit: int | None = None
    sample: float = 1.0

    @property
    def quads(self) -> Path:
        """The path of the partition's N-Quads."""
        return self.file(ENDINGS[self.compression])

    def file(self, ending: str) -> Path:
        """The path of the partition's file with this *ending*."""
        return Path(self.folder) / f"part-{self.number:05}{ending}"


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a partition holds: counts, and the SHA-256 of each of its files by name."""

    number: int
    records: int
    articles: int
    quads: int
    facts: int
    rejects: dict[str, int]
    files: dict[str, str]


class Written(msgspec.Struct, frozen=True, array_like=True):
    """An article of a partition, as the search for repeats wants it: *source* and *number* are its place."""

    name: str
    day: str | None
    source: str
    number: int
    signature: bytes


FACTS, REJECTS, WRITTEN, DONE = ".facts.parquet", ".rejects.jsonl", ".written.msgpack", ".done.json"


def write_partition(task: Task) -> Done:
    """Write the partition of *task*; the file that says so comes last, so that a half one is never taken for done.

    Raises OSError where it cannot be written, and what ``convert`` raises for settings that cannot be used.
    """
    records = records_of(task.split, task.limit, task.sample)
    seen: Counter[str] = Counter()
    rejects: Counter[str] = Counter()
    with ExitStack() as stack:
        quads_file = stack.enter_context(written(task.quads))
        facts_file, rejects_file, written_file = (
            stack.enter_context(written(task.file(ending))) for ending in (FACTS, REJECTS, WRITTEN)
        )
        quads = stack.enter_context(packed(quads_file, task.compression))
        facts = stack.enter_context(FactsTable(facts_file))
        for made in convert(records, task.settings):
            seen["records"] += 1
            if isinstance(made, Reject):
                rejects[made.reason] += 1
                rejects_file.write(_json(made) + b"\n")
                continue
            seen += Counter(articles=1, quads=made.size, facts=len(made.rows))
            quads.write(made.quads.encode())
            facts.add(made.rows)
            written_file.write(_framed(made))
    paths = (task.quads, *(task.file(ending) for ending in (FACTS, REJECTS, WRITTEN)))
    done = Done(
        number=task.number,
        **{what: seen[what] for what in ("records", "articles", "quads", "facts")},
        rejects=dict(sorted(rejects.items())),
        files={path.name: digest_of(path) for path in paths},
    )
    with written(task.file(DONE)) as file:
        file.write(_json(done))
    return done


def finished(task: Task) -> Done | None:
    """What the partition of *task* holds if an earlier run has finished it and its files are as they were."""
    try:
        done = msgspec.json.decode(task.file(DONE).read_bytes(), type=Done)
        whole = all(digest_of(Path(task.folder) / name) == digest for name, digest in done.files.items())
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return done if whole else None


def articles_of(task: Task) -> Iterator[Written]:
    """The articles of the finished partition, in order."""
    with task.file(WRITTEN).open("rb") as file:
        while length := file.read(_LENGTH):
            yield _unpack(file.read(int.from_bytes(length)))


def _framed(made: Converted) -> bytes:
    data = _pack(Written(made.name, made.day, made.place.source, made.place.number, made.signature))
    return len(data).to_bytes(_LENGTH) + data


_LENGTH = 4
_json = msgspec.json.Encoder().encode
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(Written).decode
