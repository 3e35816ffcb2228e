"""Measures rows in turn, round after round, so that other work on the machine affects all alike."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Row = Callable[[Any], object]


class Timing(NamedTuple):
    """Seconds of processor time per item, one figure for each round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def spread(self) -> str:
        """The smallest and the largest, in milliseconds."""
        return f"{1000 * min(self.seconds):.3g} to {1000 * max(self.seconds):.3g}"


def side_by_side(rows: dict[str, tuple[Row, Sequence[Any]]], rounds: int) -> dict[str, Timing]:
    """The time that each row takes per item."""
    for row, items in rows.values():
        row(items[0])  # to load and compile everything once
    gc.collect()
    gc.freeze()  # the items of the rows are not garbage that a row makes
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(rounds):
        for name, (row, items) in rows.items():
            began = time.process_time()
            _run(row, items)
            seconds[name].append((time.process_time() - began) / len(items))
    gc.unfreeze()
    return {name: Timing(tuple(measured)) for name, measured in seconds.items()}


def _run(row: Row, items: Iterable[Any]) -> None:
    for item in items:
        row(item)
