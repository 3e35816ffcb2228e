"""JSON Lines: one line per article, with a text, a page or a facts.json."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ld.corpus.read.fields import Fields, record_of
from ld.corpus.record import Place, Record, Reject
from ld.corpus.unpacking import unpacked
from ld.read.agency.ninjs import is_ninjs


def line_records(path: Path, start: int, end: int, most: int) -> Iterator[Record | Reject]:
    """The records of the lines of *path* that begin in bytes *start* to *end*; a line has at most *most* bytes.

    A line's number is the offset of its first byte, as the number of lines before a split is unknown.
    Raises OSError if the file cannot be read.
    """
    with path.open("rb") as stream:
        _to_first(stream, start, end, most)
        for offset, line in _lines(stream, end, most):
            yield from _record(line, Place(str(path), offset), most)


def packed_line_records(path: Path, start: int, end: int, most: int) -> Iterator[Record | Reject]:
    """The same of a packed file; its bytes are counted as they are once unpacked."""
    stream, offset = unpacked(path), start
    try:
        _to_first(stream, start, end, most)
    except OSError:
        return  # the damaged line began before: it is a reject there
    try:
        for offset, line in _lines(stream, end, most):
            yield from _record(line, Place(str(path), offset), most)
    except OSError as error:
        message = f"cannot be unpacked beyond the line that begins at byte {offset:,}: {error}"
        yield Reject(place=Place(str(path), offset), reason="damaged", message=message)


def _to_first(stream: BinaryIO, start: int, end: int, most: int) -> None:
    """Move *stream* to the first line that begins in bytes *start* to *end*; to *end* or beyond if none does.

    A line that goes on beyond *end* is not read to its end: every split within it would do that work again.
    """
    if start:
        stream.seek(start - 1)
        while stream.tell() < end and (piece := stream.readline(min(most, end - stream.tell()))):
            if piece.endswith(b"\n"):
                break


def _lines(stream: BinaryIO, end: int, most: int) -> Iterator[tuple[int, bytes]]:
    """The lines that begin before byte *end*, and where; of a longer one only its first *most* bytes and one."""
    while (offset := stream.tell()) < end and (line := stream.readline(most + 1)):
        yield offset, line
        while len(line) > most and not line.endswith(b"\n") and stream.tell() < end:
            line = stream.readline(most + 1)
            if not line:
                return


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
        if _MAYBE_NINJS.search(line) and is_ninjs(text := line.decode()):
            yield Record(place=place, item=text)
            return
        said = _decode(line)
    except msgspec.ValidationError as error:
        yield Reject(place=place, reason="fields", message=str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Reject(place=place, reason="not-json", message=str(error))
    else:
        yield record_of(said, place)


_MAYBE_NINJS = re.compile(rb'"(?:headlines?|bodies|body_xhtml|body_text)"')


class _FactsLine(msgspec.Struct, frozen=True):
    """A line that is a facts.json: it has an article with a text of its own."""

    article: dict[str, msgspec.Raw] | str | None = None


_decode_facts = msgspec.json.Decoder(_FactsLine).decode
_decode = msgspec.json.Decoder(Fields).decode
