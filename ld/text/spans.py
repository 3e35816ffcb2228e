"""Which of many spans of a text overlap a given one."""

import bisect
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """An index of spans of a text, which may overlap one another; offsets are code points, half-open."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._ordered = sorted([(start, end, index) for index, (start, end) in enumerate(spans)])
        self._starts = [start for start, _, _ in self._ordered]
        self._reach = list(accumulate([end for _, end, _ in self._ordered], max))

    def overlapping(self, start: int, end: int) -> list[int]:
        """The indices, in the order given, of the spans that begin before *end* and end after *start*."""
        first = bisect.bisect_right(self._reach, start)
        last = bisect.bisect_left(self._starts, end)
        if first >= last:
            return []
        return sorted([index for _, stop, index in self._ordered[first:last] if stop > start])
