"""From an offset to its line."""

from bisect import bisect_right
from functools import cached_property

from ld.validate.checked import Place

_LONGEST_LINE = 10_000  # code points: each result quotes its line, and a page without line ends may have many results


class Lines:
    """The lines of the *text* in *file*. Nothing is scanned before a place is requested."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text

    def place(self, offset: int, path: str = "") -> Place:
        """The place at *offset*, in code points; *path* is its JSON path, if it has one."""
        starts = self._starts
        line = bisect_right(starts, offset)
        start, end = starts[line - 1], self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        source = self._text[start:end].rstrip("\r\n") if end - start <= _LONGEST_LINE else ""
        return Place(file=self._file, line=line, column=offset - starts[line - 1] + 1, json_path=path, source=source)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], 0
        while (at := self._text.find("\n", at) + 1) > 0:
            starts.append(at)
        return starts
