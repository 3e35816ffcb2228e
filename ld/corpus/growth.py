"""A plan that goes on where an earlier one ended: with what was appended to its inputs, and with new inputs."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import msgspec

from ld.corpus.plan import Input, Plan, differing, named_files
from ld.corpus.splits import Split, cut
from ld.corpus.tails import tail_of
from ld.errors import InputError

_MAY_DIFFER = {"inputs", "splits", "updates"}
_GROWING = {"lines", "packed-lines", "crawl"}
_HINT = "put what is new into a file or a folder of its own, or name another folder for the results"


def grown(plan: Plan, earlier: Plan, folder: Path) -> Plan:
    """*earlier*, whose results are in *folder*, with what the inputs of *plan* have beyond it as one more update.

    Inputs that *plan* has no more stay: what they had is in the results.
    Raises InputError for other options, and for an input that was changed otherwise than at its end.
    """
    if others := [name for name in differing(plan, earlier) if name not in _MAY_DIFFER]:
        hint = f"give the same, or name another folder; different: {', '.join(others)}"
        raise InputError(f"{folder}: holds a run with other options", hint)
    before, now = ({each.path: each for each in inputs} for inputs in (earlier.inputs, plan.inputs))
    for path in map(str, named_files(plan.settings)):
        if before[path] != now[path]:
            raise InputError(f"{path}: was changed since the results in {folder} were made", "name another folder")
    new = [
        split
        for path, splits in groupby(plan.splits, key=lambda split: (split.path, split.kind))
        for split in _beyond(
            list(splits), [each for each in earlier.splits if (each.path, each.kind) == path], before, now
        )
    ]
    if not new:
        return earlier
    return msgspec.structs.replace(
        earlier,
        inputs=tuple((before | now).values()),
        splits=(*earlier.splits, *new),
        updates=(*earlier.updates, len(earlier.splits)),
    )


def _beyond(splits: list[Split], done: list[Split], before: dict[str, Input], now: dict[str, Input]) -> Iterator[Split]:
    """The part of *splits*, all of one input, that goes beyond those that are *done*."""
    if not done:
        yield from splits
        return
    path, kind, end = splits[0].path, splits[0].kind, max(split.end for split in done)
    old, new = before[path], now[path]
    if old == new:
        return
    if kind not in _GROWING:
        raise InputError(f"{path}: was changed, and cannot be read from where it ended", _HINT)
    if new.bytes < old.bytes or tail_of(Path(path), old.bytes) != old.tail:
        raise InputError(f"{path}: was changed, not only appended to", _HINT)
    yield from cut(Path(path), kind, end, splits[-1].end)


def newest_first(plan: Plan) -> list[int]:
    """The numbers of the splits of *plan*, those of the last update first: of an article, its last version is kept."""
    bounds = (0, *plan.updates, len(plan.splits))
    return [number for start, end in reversed(list(pairwise(bounds))) for number in range(start, end)]
