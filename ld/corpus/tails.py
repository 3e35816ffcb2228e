"""The ends of files that grow: where the last whole line ends, and what stood there when it was read."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ld.corpus.splits import Split
from ld.corpus.unpacking import unpacked

_TAIL = 4096
_PIECE = 1 << 16


def tail_of(path: Path, size: int) -> str:
    """The SHA-256 of the last 4096 of the first *size* bytes of the file *path*."""
    with path.open("rb") as stream:
        stream.seek(max(0, size - _TAIL))
        return hashlib.sha256(stream.read(min(size, _TAIL))).hexdigest()


def whole_lines(splits: Iterable[Split]) -> Iterator[Split]:
    """*splits* without a last line that lacks its line end: whoever writes the file may not be done.

    Raises OSError if a file cannot be read.
    """
    for split in splits:
        end = split.end
        if split.kind == "lines":
            with Path(split.path).open("rb") as stream:
                end = _last_line_end(stream, split.start, split.end)
        elif split.kind == "packed-lines":
            end = _last_line_end(unpacked(Path(split.path)), split.start, split.end)
        elif split.kind == "crawl":
            end = min(split.end, Path(split.path).stat().st_size)  # an empty one may still get records
        if end > split.start:
            yield msgspec.structs.replace(split, end=end)


def _last_line_end(stream: BinaryIO, start: int, end: int) -> int:
    """The offset after the last line end of *stream* in *start* to *end*: *end* if more follows, *start* if none."""
    stream.seek(end)
    if stream.read(1):
        return end
    for at in range(max(start, end - _PIECE), start - _PIECE, -_PIECE):
        stream.seek(max(start, at))
        found = stream.read(min(_PIECE, end - max(start, at))).rfind(b"\n")
        if found >= 0:
            return max(start, at) + found + 1
    return start
