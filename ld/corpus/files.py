"""Files that are complete or absent, with the same bytes in every run."""

import gzip
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from ld.replacing import check_replaceable

Compression = Literal["gz", "zst", "none"]

ENDINGS: dict[Compression, str] = {"gz": ".nq.gz", "zst": ".nq.zst", "none": ".nq"}
HALF = ".half"
_GZIP_LEVEL = 1  # higher levels make N-Quads a quarter smaller, and cost more than all the rest of the work


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Write *data*."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file that appears at *path*, durably, once it is complete; after a failure there is none."""
    half = half_of(path)
    check_replaceable(path)
    try:
        with half.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def half_of(path: Path) -> Path:
    """The temporary name under which this process writes the future *path*, different for each process."""
    return path.with_name(f"{path.name}.{os.getpid()}{HALF}")


@contextmanager
def packed(file: BinaryIO, compression: Compression) -> Iterator[Sink]:
    """A sink that compresses into *file*: without name and time, so that the same bytes give the same bytes."""
    match compression:
        case "gz":
            with gzip.GzipFile(filename="", mode="wb", compresslevel=_GZIP_LEVEL, fileobj=file, mtime=0) as sink:
                yield sink
        case "zst":
            import pyarrow as pa  # noqa: PLC0415 - only for this compression

            own = os.fdopen(os.dup(file.fileno()), "wb")  # the stream closes what it writes to
            with pa.CompressedOutputStream(own, "zstd") as sink:
                yield sink
        case "none":
            yield file


def digest_of(path: Path) -> str:
    """The SHA-256 of the file *path*, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
