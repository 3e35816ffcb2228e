"""Partitions combined: the result files without repeated articles, and their manifest."""

import shutil
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from ld.corpus.facts_table import FactsTable
from ld.corpus.files import ENDINGS, Sink, digest_of, half_of, packed, written
from ld.corpus.manifest import File, Manifest, Source
from ld.corpus.partition import FACTS, REJECTS, Done, Task, Written, articles_of
from ld.corpus.plan import Plan
from ld.corpus.record import Place, Reject
from ld.corpus.repeat_quads import repeat_quads
from ld.corpus.repeats import Repeat, Repeats
from ld.corpus.unpacking import unpacked
from ld.terms import evidence_name

FACTS_TABLE, REJECTS_LIST = "facts.parquet", "rejects.jsonl"
NEAR_DUPLICATES = "near-duplicates"
REPEATS = "repeats.sqlite"


def assemble(plan: Plan, partitions: Iterable[tuple[Task, Done]], folder: Path, work: Path) -> Manifest:
    """Assemble *partitions* in *folder* as they come, in order, without holding them in memory.

    What is known about the articles so far is kept in *work* meanwhile. Raises OSError if something cannot be written.
    """
    parts: list[File] = []
    rejects: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    near = folder / f"{NEAR_DUPLICATES}{ENDINGS[plan.compression]}"
    with (
        Repeats(work / REPEATS) as repeats,
        written(folder / FACTS_TABLE) as table_file,
        FactsTable(table_file) as table,
        written(folder / REJECTS_LIST) as rejects_file,
        written(near) as near_file,
        packed(near_file, plan.compression) as near_quads,
    ):
        for task, made in partitions:
            near_duplicates, repeated = _repeats(repeats, task)
            for repeat in near_duplicates:
                near_quads.write(repeat_quads(repeat).encode())
            totals["near_duplicates"] += len(near_duplicates)
            part, counts = _placed(task, made, repeated, folder)
            parts.append(part)
            totals += counts
            totals["facts"] += table.add_piece(task.file(FACTS), repeated)
            rejects += Counter(made.rejects) + Counter(repeated=len(repeated))
            with task.file(REJECTS).open("rb") as piece:
                shutil.copyfileobj(piece, rejects_file)
            for article in repeated.values():
                rejects_file.write(msgspec.json.encode(_reject(article)) + b"\n")
    others = (_file(folder / name) for name in (near.name, FACTS_TABLE, REJECTS_LIST))
    parts.sort(key=lambda part: (len(part.name), part.name))
    return _manifest(plan, totals, rejects, (*parts, *others))


def _repeats(repeats: Repeats, task: Task) -> tuple[list[Repeat], dict[str, Written]]:
    """The near-duplicates of earlier articles in *task*, and the names of its articles whose address came before."""
    near_duplicates: list[Repeat] = []
    repeated: dict[str, Written] = {}
    for found in repeats.of(articles_of(task)):
        if isinstance(found, Repeat):
            near_duplicates.append(found)
        else:
            repeated[found.name] = found
    return near_duplicates, repeated


def _manifest(plan: Plan, totals: Counter[str], rejects: Counter[str], files: tuple[File, ...]) -> Manifest:
    return Manifest(
        versions=plan.versions,
        inputs=tuple(Source(each.path, each.bytes) for each in plan.inputs),
        settings=plan.settings,
        compression=plan.compression,
        limit=plan.limit,
        sample=plan.sample,
        **{what: totals[what] for what in ("records", "articles", "quads", "facts", "near_duplicates")},
        rejects=dict(sorted(rejects.items())),
        files=files,
    )


def _placed(task: Task, made: Done, repeated: Collection[str], folder: Path) -> tuple[File, Counter[str]]:
    """Write the partition's quads to *folder*, without the *repeated* articles; returns its counts without them."""
    target = folder / task.quads.name
    counts = Counter(records=made.records, articles=made.articles, quads=made.quads)
    if not repeated:
        _link(task.quads, target)
        return File(target.name, target.stat().st_size, made.files[target.name], task.split), counts
    graphs = {f"<{graph}>".encode() for name in repeated for graph in (name, evidence_name(name))}
    with unpacked(task.quads) as lines, written(target) as file, packed(file, task.compression) as sink:
        lost = _copy(lines, sink, graphs)
    return _file(target, task), counts - Counter(articles=len(repeated), quads=lost)


def _file(path: Path, task: Task | None = None) -> File:
    return File(path.name, path.stat().st_size, digest_of(path), task.split if task else None)


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
    half = half_of(target)
    try:
        half.hardlink_to(source)
    except OSError:  # file systems without links
        shutil.copyfile(source, half)
    half.replace(target)
    half.unlink(missing_ok=True)  # it stays where the target was the same file already (POSIX, rename)


def _reject(article: Written) -> Reject:
    message = f"another part has this article: {article.name}"
    return Reject(place=Place(article.source, article.number), reason="repeated", message=message)
