"""A whole corpus on this machine: partitions made by processes, kept if the run ends early, at last put together."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from ld.corpus.conversion import Settings
from ld.corpus.facts_table import FactsTable
from ld.corpus.files import ENDINGS, Compression, Sink, digest_of, packed, written
from ld.corpus.partition import FACTS, REJECTS, Done, Task, articles_of, finished, write_partition
from ld.corpus.record import Place, Reject
from ld.corpus.repeat_quads import repeat_quads
from ld.corpus.repeats import Repeat, Repeats
from ld.corpus.splits import Split, splits_of
from ld.corpus.unpacking import unpacked
from ld.errors import InputError, OutputError
from ld.processes import ProcessDiedError, in_order
from ld.version import __version__

WORK, MANIFEST = ".run", "manifest.json"
FACTS_TABLE, REJECTS_LIST = "facts.parquet", "rejects.jsonl"
NEAR_DUPLICATES = "near-duplicates"

_AGAIN = "what is finished is kept: run the same command again to go on"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What makes the results what they are: another plan gives others, so a run is only gone on with by the same.

    *inputs* are paths with size and time of the last change.
    """

    version: str
    inputs: tuple[tuple[str, int, int], ...]
    splits: tuple[Split, ...]
    settings: Settings
    compression: Compression
    limit: int | None
    sample: float


class File(msgspec.Struct, frozen=True):
    """A file of the results."""

    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a corpus became: *files* in the order of the inputs, counts, and what they were made by and from."""

    plan: Plan
    records: int
    articles: int
    quads: int
    facts: int
    near_duplicates: int
    rejects: dict[str, int]
    files: tuple[File, ...]


def plan_of(
    inputs: Sequence[Path],
    settings: Settings,
    *,
    compression: Compression = "gz",
    limit: int | None = None,
    sample: float = 1.0,
) -> Plan:
    """The plan for *inputs*: their first *limit* records, each with the chance *sample*.

    Raises InputError as ``splits_of`` does.
    """
    splits = tuple(splits_of(inputs))
    read = [Path(path) for path in dict.fromkeys(split.path for split in splits)]
    stats = [(str(path), path.stat()) for path in (*read, *_named(settings))]
    return Plan(
        version=__version__,
        inputs=tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats),
        splits=splits,
        settings=settings,
        compression=compression,
        limit=limit,
        sample=sample,
    )


def run(plan: Plan, folder: Path, workers: int, tell: Callable[[Done, float], None]) -> Manifest:
    """Carry out *plan* with so many *workers*, and write the results into *folder*.

    Partitions that an earlier run of the same plan has finished are kept. *tell* hears of each partition, in order,
    and of the share of the corpus that is done then.
    Raises InputError if *folder* holds the results of another plan or something else, OutputError if it cannot be
    written or a process dies: in all cases, what is finished is kept.
    """
    try:
        if (complete := _begun(plan, folder)) is not None:
            return complete
        tasks = _tasks(plan, folder / WORK)
        done = list(_within(plan.limit, _partitions(tasks, workers), tasks, tell))
        manifest = _finish(plan, tasks[: len(done)], done, folder)
        shutil.rmtree(folder / WORK)
    except ProcessDiedError as error:
        raise OutputError(str(error), f"it may have had too little memory; {_AGAIN}") from error
    except OSError as error:
        where = error.filename or folder
        raise OutputError(f"{where}: cannot be written: {error.strerror or error}", _AGAIN) from error
    return manifest


def _named(settings: Settings) -> Iterator[Path]:
    return (Path(path) for path in (settings.kb, settings.links, settings.shapes) if path)


def _begun(plan: Plan, folder: Path) -> Manifest | None:
    """Begin or go on in *folder*; the manifest if all is done there already."""
    told = folder / WORK / "plan.json"
    if (folder / MANIFEST).exists() and not told.exists():
        complete = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        _must_be_the_same(plan, complete.plan, folder)
        return complete
    if told.exists():
        _must_be_the_same(plan, msgspec.json.decode(told.read_bytes(), type=Plan), folder)
    elif folder.is_dir() and any(folder.iterdir()):
        raise InputError(f"{folder}: is not empty, and holds no corpus of ours", "name a folder that is new or empty")
    else:
        (folder / WORK).mkdir(parents=True, exist_ok=True)
        with written(told) as file:
            file.write(msgspec.json.encode(plan))
    return None


def _must_be_the_same(plan: Plan, other: Plan, folder: Path) -> None:
    if plan != other:
        fields = ", ".join(name for name in Plan.__struct_fields__ if getattr(plan, name) != getattr(other, name))
        hint = f"give the same, or name another folder; different: {fields}"
        raise InputError(f"{folder}: holds a run with other inputs or options", hint)


def _tasks(plan: Plan, work: Path) -> list[Task]:
    return [
        Task(
            number=number,
            split=split,
            folder=str(work),
            settings=plan.settings,
            compression=plan.compression,
            limit=plan.limit,
            sample=plan.sample,
        )
        for number, split in enumerate(plan.splits)
    ]


def _partitions(tasks: Sequence[Task], workers: int) -> Iterator[Done]:
    """What each of *tasks* became, in order; none of them in another process if one worker is enough."""
    kept = {task.number: done for task in tasks if (done := finished(task))}
    open_tasks = [task for task in tasks if task.number not in kept]
    made = in_order(open_tasks, write_partition, workers) if workers > 1 else map(write_partition, open_tasks)
    for task in tasks:
        yield kept.get(task.number) or next(made)


def _within(
    limit: int | None, partitions: Iterable[Done], tasks: Sequence[Task], tell: Callable[[Done, float], None]
) -> Iterator[Done]:
    """The partitions up to the *limit* of records; the last one made anew without what goes beyond it."""
    left = limit
    for task, made in zip(tasks, partitions, strict=False):
        done = made
        if left is not None and done.records > left:
            done = write_partition(msgspec.structs.replace(task, limit=left))
        yield done
        tell(done, (task.number + 1) / len(tasks))
        if left is not None:
            left -= done.records
            if left <= 0:
                return


def _finish(plan: Plan, tasks: Sequence[Task], done: Sequence[Done], folder: Path) -> Manifest:
    """Put the partitions together in *folder*, without what is repeated, and tell of it in a manifest, written last."""
    names: list[str] = []
    rejects: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    repeats = Repeats(folder / WORK / "repeats.sqlite")
    near = folder / f"{NEAR_DUPLICATES}{ENDINGS[plan.compression]}"
    with (
        written(folder / FACTS_TABLE) as table_file,
        FactsTable(table_file) as table,
        written(folder / REJECTS_LIST) as rejects_file,
        written(near) as near_file,
        packed(near_file, plan.compression) as near_quads,
    ):
        for task, made in zip(tasks, done, strict=True):
            dropped = set()
            for found in repeats.of(articles_of(task)):
                if isinstance(found, Repeat):
                    near_quads.write(repeat_quads(found).encode())
                    totals["near_duplicates"] += 1
                else:
                    dropped.add(found.name)
            names.append(task.quads.name)
            totals += _placed(task, made, dropped, folder / task.quads.name)
            totals["facts"] += table.add_piece(task.file(FACTS), dropped)
            rejects += Counter(made.rejects)
            rejects_file.write(task.file(REJECTS).read_bytes())
            for name in sorted(dropped):
                rejects["repeated"] += 1
                rejects_file.write(msgspec.json.encode(_repeated(name, task)) + b"\n")
    repeats.close()
    files = [*names, near.name, FACTS_TABLE, REJECTS_LIST]
    manifest = Manifest(
        plan=plan,
        **{what: totals[what] for what in ("records", "articles", "quads", "facts", "near_duplicates")},
        rejects=dict(sorted(rejects.items())),
        files=tuple(File(name, (folder / name).stat().st_size, digest_of(folder / name)) for name in files),
    )
    with written(folder / MANIFEST) as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    return manifest


def _repeated(name: str, task: Task) -> Reject:
    message = f"an article of this address came in an earlier part: {name}"
    return Reject(place=Place(task.split.path, 0), reason="repeated", message=message)


def _placed(task: Task, made: Done, dropped: set[str], target: Path) -> Counter[str]:
    """The partition's quads put to *target*, but for those of the articles *dropped*; its counts without them."""
    counts = Counter(records=made.records, articles=made.articles, quads=made.quads)
    if not dropped:
        _link(task.quads, target)
        return counts
    graphs = {f"<{name}>".encode() for name in dropped} | {f"<{name}#evidence>".encode() for name in dropped}
    with written(target) as file, packed(file, task.compression) as sink:
        lost = _copy(unpacked(task.quads), sink, graphs)
    return counts - Counter(articles=len(dropped), quads=lost)


def _copy(lines: Iterable[bytes], sink: Sink, graphs: set[bytes]) -> int:
    """Copy *lines* of N-Quads without those of *graphs*; how many these are."""
    lost = 0
    for line in lines:
        if line.rstrip(b" .\n").rsplit(b" ", 1)[-1] in graphs:
            lost += 1
        else:
            sink.write(line)
    return lost


def _link(source: Path, target: Path) -> None:
    """*source* under the name *target* too, which may be there from a run that ended here."""
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    try:
        half.hardlink_to(source)
    except OSError:  # file systems without links
        shutil.copyfile(source, half)
    half.replace(target)
