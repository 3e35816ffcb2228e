"""A whole corpus on this machine: partitions made in processes, kept if the run is interrupted, then combined."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ld.corpus.assembly import REPEATS, assemble
from ld.corpus.files import HALF, written
from ld.corpus.growth import grown, newest_first
from ld.corpus.manifest import MANIFEST, RUN, Manifest, Run
from ld.corpus.partition import Done, Task, finished, write_partition
from ld.corpus.plan import Plan, differing
from ld.errors import InputError, OutputError
from ld.processes import ProcessDiedError, in_order

WORK, PLAN = ".run", "plan.json"

_Kind = TypeVar("_Kind")
_AGAIN = "what is finished is kept: run the same command again to go on"


class Step(NamedTuple):
    """A partition that is *done*; the *share* of the corpus up to it; whether an earlier run *kept* it."""

    done: Done
    share: float
    kept: bool


def run(plan: Plan, folder: Path, workers: int, tell: Callable[[Step], None]) -> Manifest:
    """Carry out *plan* with so many *workers*, and write the results into *folder*.

    Partitions that an earlier run of the same plan has finished are kept, as are those of the plan that it extends.
    *tell* gets each partition, in order.
    Raises InputError if *folder* holds the results of another plan or something else, OutputError if it cannot be
    written or a process dies. In all cases, finished partitions are kept.
    """
    try:
        if plan.grows and (earlier := _earlier(folder)):
            plan = grown(plan, earlier, folder)
        if (complete := _complete(plan, folder)) is not None:
            return complete
        with _begun(plan, folder):
            manifest = _carried_out(plan, folder, workers, tell)
            (folder / WORK / PLAN).unlink()  # first: without it, the rest of the folder means nothing
            if plan.grows:
                (folder / WORK / REPEATS).unlink()  # the rest is what the next update goes on from
            else:
                shutil.rmtree(folder / WORK, ignore_errors=True)
    except ProcessDiedError as error:
        raise OutputError(str(error), f"it may have had too little memory; {_AGAIN}") from error
    except OSError as error:
        where = error.filename or folder
        raise OutputError(f"{where}: cannot be written: {error.strerror or error}", _AGAIN) from error
    return manifest


def _earlier(folder: Path) -> Plan | None:
    """The plan of the last run in *folder*, be it finished or not."""
    if (folder / WORK / PLAN).exists():
        return _read_json(folder / WORK / PLAN, Plan)
    return _read_json(folder / RUN, Run).plan if (folder / MANIFEST).exists() else None


def _complete(plan: Plan, folder: Path) -> Manifest | None:
    """The manifest if all is done in *folder* already."""
    if (folder / WORK / PLAN).exists() or not (folder / MANIFEST).exists():
        return None
    told = _read_json(folder / RUN, Run)
    if plan.grows and plan != told.plan:
        return None
    _must_be_the_same(plan, told.plan, folder)
    if not plan.grows:
        shutil.rmtree(folder / WORK, ignore_errors=True)  # a run that was killed at the very end has left some of it
    return _read_json(folder / MANIFEST, Manifest)


@contextmanager
def _begun(plan: Plan, folder: Path) -> Iterator[None]:
    """Begin or go on in *folder*, and keep other runs out of it while this lasts."""
    try:
        import fcntl  # noqa: PLC0415 - Unix only
    except ModuleNotFoundError as error:
        raise OutputError(
            f"{folder}: cannot be locked: corpus runs on Linux and macOS alone", "on Windows, run it in WSL"
        ) from error

    foreign = folder.is_dir() and not (folder / WORK).exists() and any(folder.iterdir())
    if foreign:
        raise InputError(f"{folder}: is not empty, and holds no corpus of ours", "name a folder that is new or empty")
    (folder / WORK).mkdir(parents=True, exist_ok=True)
    with (folder / WORK / "lock").open("wb") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # of this process, not of those that it starts
        except OSError as error:
            raise OutputError(f"{folder}: another run is at work here", "wait for it, or end it") from error
        told = folder / WORK / PLAN
        if told.exists() and not plan.grows:
            _must_be_the_same(plan, _read_json(told, Plan), folder)
        for half in (*folder.glob(f"*{HALF}"), *(folder / WORK).glob(f"*{HALF}")):
            half.unlink()
        _write_json(told, plan)
        yield


def _must_be_the_same(plan: Plan, other: Plan, folder: Path) -> None:
    if plan != other:
        hint = f"give the same, or name another folder; different: {', '.join(differing(plan, other))}"
        raise InputError(f"{folder}: holds a run with other inputs or options", hint)


def _carried_out(plan: Plan, folder: Path, workers: int, tell: Callable[[Step], None]) -> Manifest:
    """Convert what is still missing, assemble it, and write the manifest last."""
    began, clock = datetime.now(UTC), time.monotonic()
    tasks = _tasks(plan, folder / WORK)
    kept = {task.number: done for task in tasks if (done := finished(task))}
    made = 0

    def told() -> Iterator[tuple[Task, Done]]:
        nonlocal made
        partitions = zip(tasks, _partitions(tasks, kept, workers), strict=False)
        for place, (task, done) in enumerate(_within(plan.limit, partitions)):
            made += 0 if task.number in kept else done.articles
            yield task, done
            tell(Step(done, (place + 1) / len(tasks), task.number in kept))

    manifest = assemble(plan, told(), folder, folder / WORK)
    seconds = time.monotonic() - clock
    how = Run(
        plan=plan,
        began=began.isoformat(timespec="seconds"),
        seconds=round(seconds, 3),
        workers=workers,
        kept=len(kept),
        articles_per_second=round(made / seconds, 1),
    )
    _write_json(folder / RUN, how)
    _write_json(folder / MANIFEST, manifest)
    return manifest


def _tasks(plan: Plan, work: Path) -> list[Task]:
    return [
        Task(
            number=number,
            split=plan.splits[number],
            folder=str(work),
            settings=plan.settings,
            compression=plan.compression,
            limit=plan.limit,
            sample=plan.sample,
        )
        for number in newest_first(plan)
    ]


def _partitions(tasks: Sequence[Task], kept: dict[int, Done], workers: int) -> Iterator[Done]:
    """The result of each of *tasks*, in order; in this process if there is only one worker."""
    still = [task for task in tasks if task.number not in kept]
    made = in_order(still, write_partition, workers) if workers > 1 else map(write_partition, still)
    for task in tasks:
        yield kept.get(task.number) or next(made)


def _within(limit: int | None, partitions: Iterable[tuple[Task, Done]]) -> Iterator[tuple[Task, Done]]:
    """The partitions up to the *limit* of records; the last one is converted again, without the records beyond it."""
    left = limit
    for task, made in partitions:
        done = made
        if left is not None and done.records > left:
            done = write_partition(msgspec.structs.replace(task, limit=left))
        yield task, done
        if left is not None:
            left -= done.records
            if left <= 0:
                return


def _read_json(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: is damaged: {error}", "name another folder, or remove this one") from error


def _write_json(path: Path, value: Any) -> None:
    with written(path) as file:
        file.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
