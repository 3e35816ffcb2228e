"""Compressed files read from any offset, at the cost of decompressing once what comes before it."""

import gzip
import io
import zlib
from collections import deque
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIECE = 1 << 13
"""Bytes that are unpacked at a time, counted from the beginning: what damage spoils does not depend on who reads."""

_HELD = 256  # pieces: a step forward begins a little before the place that was read last


def unpacked(path: Path) -> BinaryIO:
    """The bytes of *path*, packed if it ends in ``.gz`` or ``.zst``; OSError is raised behind what can be unpacked.

    The last file stays open: who reads it in steps forward, as a worker does, unpacks it once.
    Raises OSError if it cannot be opened.
    """
    stat = path.stat()
    stream = _opened(path, stat.st_size, stat.st_mtime_ns)
    stream.seek(0)
    return stream


def unpacked_size(path: Path) -> int:
    """How many bytes *path* has once unpacked; one more than can be read if damage follows them.

    Raises OSError if it cannot be opened.
    """
    with _Unpacking(path) as stream:
        piece = bytearray(PIECE)
        try:
            while stream.readinto(piece):
                pass
        except OSError:
            return stream.tell() + 1
        return stream.tell()


@lru_cache(maxsize=1)
def _opened(path: Path, size: int, changed: int) -> BinaryIO:  # noqa: ARG001 - a changed file is another one
    return io.BufferedReader(_Unpacking(path), PIECE)


class _Unpacking(io.RawIOBase):
    """A stream with free seeking: bytes that were skipped are unpacked on the next read, if need be from the start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._at = 0
        self._open()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + (self._at if whence == io.SEEK_CUR else 0)
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self._at < self._end - sum(map(len, self._pieces)):
            self._source.close()
            self._open()
        while self._at >= self._end:
            if not self._unpack():
                return 0
        number, start = divmod(self._at, PIECE)
        view = memoryview(buffer)
        found = self._pieces[number - 1 - (self._end - 1) // PIECE][start : start + len(view)]
        view[: len(found)] = found
        self._at += len(found)
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()

    def _open(self) -> None:
        self._source = _source(self._path)
        self._pieces: deque[bytes] = deque(maxlen=_HELD)
        self._end = 0
        self._damage: str | None = None

    def _unpack(self) -> bool:
        """Unpack the next piece; whether there is one."""
        piece = bytearray()
        try:
            while not self._damage and len(piece) < PIECE and (more := self._source.read1(PIECE - len(piece))):
                piece += more
        except (OSError, EOFError, zlib.error) as error:
            self._damage = str(error)
        if piece:
            self._pieces.append(bytes(piece))
            self._end += len(piece)
        elif self._damage:
            raise OSError(self._damage)
        return bool(piece)


def _source(path: Path) -> io.BufferedIOBase:
    match path.suffix.lower():
        case ".gz":
            return gzip.open(path)
        case ".zst":
            import pyarrow as pa  # noqa: PLC0415 - only for this compression

            return io.BufferedReader(pa.input_stream(path, compression="zstd"), PIECE)
        case _:
            return path.open("rb")
