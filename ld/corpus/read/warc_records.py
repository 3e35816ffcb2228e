"""Where the records of a WARC file are, compressed one by one or plain, and where something else is."""

import mmap
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

_MAGIC = b"\x1f\x8b\x08"
_VERSION = b"WARC/1."
_VERSION_LINE = re.compile(rb"WARC/1\.\d\r\n")
_BREAK = b"\r\n\r\n"
_LENGTH = re.compile(rb"(?im)^Content-Length:\s*(\d{1,18})\s*$")
_HEADERS_MOST = 64_000
_PIECE = 1 << 16
_OPENING = 256


class WarcRecord(NamedTuple):
    """A record's unpacked bytes, and its *start*, an offset in bytes in the file."""

    start: int
    data: bytes


class UnusableBytes(NamedTuple):
    """What begins at *start* and is not a record, or too large a one."""

    start: int
    reason: Literal["damaged", "too-large"]
    message: str


Entry = WarcRecord | UnusableBytes


def warc_records(data: mmap.mmap, start: int, end: int, most: int) -> Iterator[Entry]:
    """What begins in the bytes *start* to *end* of a WARC file; no record of more than *most* bytes.

    After damage, reading resumes at the next record; the bytes between count as part of the record before it.
    So reading a file in consecutive parts gives everything exactly once.
    """
    if data[: len(_MAGIC)] == _MAGIC:
        take, begins, mark = _member, _is_member, _MAGIC
    else:
        take, begins, mark = _plain, _is_plain, _VERSION
    at = 0 if start == 0 else _next(data, start, end, mark, begins)
    while at < min(end, len(data)) or (at < len(data) and not begins(data, at)):
        found, after = take(data, at, most)
        yield found
        at = after if isinstance(found, WarcRecord) or begins(data, after) else _next(data, after, end, mark, begins)


def _next(data: mmap.mmap, start: int, end: int, mark: bytes, begins: Callable[[mmap.mmap, int], bool]) -> int:
    """The first offset in bytes *start* to *end* at which a record begins; the end of the file if there is none."""
    last = end + len(mark) - 1
    at = data.find(mark, start, last)
    while at >= 0 and not begins(data, at):
        at = data.find(mark, at + 1, last)
    return at if at >= 0 else len(data)


def _is_member(data: mmap.mmap, at: int) -> bool:
    """Whether a gzip member with a WARC record begins at *at* (RFC 1952, section 2.2)."""
    if data[at : at + len(_MAGIC)] != _MAGIC:
        return False
    for piece in (_OPENING, _PIECE):  # few headers are long, and there may be many marks that begin nothing
        try:
            opening = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[at : at + piece], len(_VERSION))
        except zlib.error:
            return False
        if len(opening) == len(_VERSION):
            return opening == _VERSION
    return False


def _member(data: mmap.mmap, start: int, most: int) -> tuple[Entry, int]:
    """The gzip member at *start*, and where what follows can begin."""
    unpacking, found, at = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), start
    try:
        while not unpacking.eof and (unpacking.unconsumed_tail or at < len(data)) and len(found) <= most:
            piece = unpacking.unconsumed_tail or data[at : at + _PIECE]
            at += 0 if unpacking.unconsumed_tail else len(piece)
            found += unpacking.decompress(piece, _PIECE)
    except zlib.error as error:
        return UnusableBytes(start, "damaged", f"a gzip member at byte {start:,} is damaged: {error}"), start + 1
    if unpacking.eof:
        return WarcRecord(start, bytes(found)), at - len(unpacking.unused_data)
    if len(found) > most:
        message = f"a gzip member at byte {start:,} holds over {most:,} bytes"
        return UnusableBytes(start, "too-large", message), at - len(unpacking.unconsumed_tail)
    return UnusableBytes(start, "damaged", f"the gzip member at byte {start:,} is cut off"), start + 1


def _is_plain(data: mmap.mmap, at: int) -> bool:
    return _plain_end(data, at) is not None


def _plain(data: mmap.mmap, start: int, most: int) -> tuple[Entry, int]:
    """The record at *start*, and where what follows can begin."""
    end = _plain_end(data, start)
    if end is None:
        message = f"no WARC record of the length that it states begins at byte {start:,}"
        return UnusableBytes(start, "damaged", message), start + 1
    if end - start > most:
        return UnusableBytes(start, "too-large", f"a record at byte {start:,} has over {most:,} bytes"), end
    return WarcRecord(start, data[start:end]), end


def _plain_end(data: mmap.mmap, start: int) -> int | None:
    """The end of the record at *start*; None unless a record ends after the length that it states."""
    if not _VERSION_LINE.match(data[start : start + len(_VERSION) + 3]):
        return None
    body = data.find(_BREAK, start, start + _HEADERS_MOST) + len(_BREAK)
    if body < len(_BREAK) or data.find(b"\n" + _VERSION, start, body) >= 0:
        return None
    length = _LENGTH.search(data[start:body])
    end = body + int(length[1]) if length else -1
    return end + len(_BREAK) if data[end : end + len(_BREAK)] == _BREAK else None
