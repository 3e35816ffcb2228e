"""JSON Lines: a line an article with a text or a page, or a facts.json."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ld.corpus.read.fields import Fields, record_of
from ld.corpus.record import Place, Record, Reject
from ld.errors import InputError


def line_records(path: Path, start: int, end: int, most: int) -> Iterator[Record | Reject]:
    """The records of the lines of *path* that begin in bytes *start* to *end*; a line has at most *most* bytes.

    A line's number is the offset of its first byte, for nobody knows how many lines stand before a split.
    """
    with _opened(path) as stream:
        if start:
            stream.seek(start - 1)
            while (piece := stream.readline(most)) and not piece.endswith(b"\n"):
                pass
        while (offset := stream.tell()) < end and (line := stream.readline(most + 1)):
            yield from _record(line, Place(str(path), offset), most)
            while len(line) > most and not line.endswith(b"\n") and (line := stream.readline(most + 1)):
                pass


def packed_line_records(path: Path, most: int) -> Iterator[Record | Reject]:
    """The records of the lines of *path*, compressed; the number of a line is its own, from 1."""
    number = 0
    try:
        for number, line in enumerate(_unpacked_lines(path, most), 1):
            yield from _record(line, Place(str(path), number), most)
    except (OSError, EOFError, zlib.error) as error:
        message = f"cannot be unpacked from here on: {error}"
        yield Reject(place=Place(str(path), number + 1), reason="damaged", message=message)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and its permissions") from error


def _unpacked_lines(path: Path, most: int) -> Iterator[bytes]:
    """The lines; of one that is longer than *most* bytes no more than the first of them."""
    with _opened(path) as packed, _unpacked(path, packed) as stream:
        while line := stream.readline(most + 1):
            yield line
            while len(line) > most and not line.endswith(b"\n") and (line := stream.readline(most + 1)):
                pass


def _unpacked(path: Path, packed: BinaryIO) -> BinaryIO:
    if path.suffix == ".gz":
        import gzip  # noqa: PLC0415 - only for packed lines

        return gzip.open(packed)  # type: ignore[return-value]  # it reads bytes as any binary stream does
    import io  # noqa: PLC0415

    import pyarrow as pa  # noqa: PLC0415

    return io.BufferedReader(pa.CompressedInputStream(packed, "zstd"))


def _record(line: bytes, place: Place, most: int) -> Iterator[Record | Reject]:
    if not line.strip():
        return
    if len(line) > most:
        yield Reject(place=place, reason="too-large", message=f"the line has over {most:,} bytes")
        return
    try:
        if b'"article"' in line and _decode_facts(line).article:
            yield Record(place=place, facts=line.decode())
            return
        said = _decode(line)
    except msgspec.ValidationError as error:
        yield Reject(place=place, reason="fields", message=str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Reject(place=place, reason="not-json", message=str(error))
    else:
        yield record_of(said, place)


class _FactsLine(msgspec.Struct, frozen=True):
    """A line that is a facts.json: it has an article with a text of its own."""

    article: dict[str, msgspec.Raw] | str | None = None


_decode_facts = msgspec.json.Decoder(_FactsLine).decode
_decode = msgspec.json.Decoder(Fields).decode
