"""WARC, the format of web crawls (ISO 28500): the pages among its responses."""

import io
import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from ld.corpus.record import Place, Reason, Record, Reject
from ld.errors import InputError

_MAGIC = b"\x1f\x8b\x08"
_VERSION = b"WARC/1."
_BREAK = b"\r\n\r\n"
_LENGTH = re.compile(rb"(?im)^Content-Length:\s*(\d{1,18})\s*$")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_HEADERS_MOST = 64_000
_PIECE = 1 << 16
_OK = 200


class _DamagedError(Exception):
    """A stretch of the file that is no record."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def crawl_records(path: Path, most: int) -> Iterator[Record | Reject]:
    """The pages of *path*, compressed record by record or not at all; a record's number is its place, from 1.

    Requests, metadata and the like are passed over. What is damaged is a reject, and the next record is looked for.
    No record and no page in one is unpacked to more than *most* bytes.
    """
    try:
        with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            packed = data[: len(_MAGIC)] == _MAGIC
            stretches = _unpacked(data, most) if packed else _plain(data, most)
            for number, stretch in enumerate(stretches, 1):
                yield from _record(stretch, Place(str(path), number), most)
    except (OSError, ValueError) as error:  # mmap refuses an empty file with a ValueError
        raise InputError(f"{path}: cannot be read: {error}", "check the file and its permissions") from error


def _record(stretch: bytes | _DamagedError, place: Place, most: int) -> Iterator[Record | Reject]:
    try:
        record = _parsed(stretch)
        if record.rec_type == "response":
            yield _page(record, place, most)
    except _DamagedError as error:
        yield Reject(place=place, reason=error.reason, message=str(error))


def _parsed(stretch: bytes | _DamagedError) -> ArcWarcRecord:
    if isinstance(stretch, _DamagedError):
        raise stretch
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(stretch))))
    except (ArchiveLoadFailed, StopIteration, ValueError, EOFError) as error:
        raise _DamagedError("damaged", f"is no WARC record: {' '.join(str(error).split())}") from error
    if record.rec_type is None:
        raise _DamagedError("damaged", "is a WARC record of no type")
    return record


def _page(record: ArcWarcRecord, place: Place, most: int) -> Record | Reject:
    http = record.http_headers
    if http is None:
        return Reject(place=place, reason="damaged", message="a response without HTTP headers")
    status, kind = http.get_statuscode() or "", http.get_header("Content-Type") or ""
    if status != str(_OK):
        return Reject(place=place, reason="http-status", message=f"answered with status {status}")
    if kind and not kind.strip().lower().startswith(_PAGES):
        return Reject(place=place, reason="not-html", message=f"is {kind.partition(';')[0]}")
    try:
        page = record.content_stream().read(most + 1)
    except (zlib.error, EOFError, OSError, ValueError) as error:
        return Reject(place=place, reason="damaged", message=f"its content cannot be decoded: {error}")
    if len(page) > most:
        return Reject(place=place, reason="too-large", message=f"the page has over {most:,} bytes")
    charset = _CHARSET.search(kind)
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Record(place=place, page=page, url=url and url.strip("<>"), charset=charset and charset[1])


def _unpacked(data: mmap.mmap, most: int) -> Iterator[bytes | _DamagedError]:
    """What each gzip member holds; behind a damaged one the next magic number is looked for (RFC 1952, section 2.2)."""
    start = 0
    while 0 <= start < len(data):
        unpacking, found, at = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), start
        try:
            while not unpacking.eof and (unpacking.unconsumed_tail or at < len(data)) and len(found) <= most:
                piece = unpacking.unconsumed_tail or data[at : at + _PIECE]
                at += 0 if unpacking.unconsumed_tail else len(piece)
                found += unpacking.decompress(piece, _PIECE)
        except zlib.error as error:
            yield _DamagedError("damaged", f"a gzip member at byte {start:,} is damaged: {error}")
            start = data.find(_MAGIC, start + 1)
            continue
        if unpacking.eof:
            yield bytes(found)
            start = at - len(unpacking.unused_data)
        elif len(found) > most:
            yield _DamagedError("too-large", f"a gzip member at byte {start:,} holds over {most:,} bytes")
            start = data.find(_MAGIC, at - len(unpacking.unconsumed_tail))
        else:
            yield _DamagedError("damaged", f"the gzip member at byte {start:,} is cut off")
            start = data.find(_MAGIC, start + 1)


def _plain(data: mmap.mmap, most: int) -> Iterator[bytes | _DamagedError]:
    """The records one behind the other; where a length is wrong, the next record is looked for."""
    start = 0
    while start < len(data):
        body = data.find(_BREAK, start, start + _HEADERS_MOST) + len(_BREAK)
        length = _LENGTH.search(data[start:body]) if body >= len(_BREAK) else None
        end = body + int(length[1]) if length else -1
        follows = data[end : end + len(_BREAK)] == _BREAK
        if data[start : start + len(_VERSION)] == _VERSION and length and follows:
            too_large = _DamagedError("too-large", f"a record at byte {start:,} has over {most:,} bytes")
            yield too_large if end - start > most else data[start:end] + _BREAK
            start = end + len(_BREAK)
            continue
        yield _DamagedError("damaged", f"no WARC record of the length that it states begins at byte {start:,}")
        found = data.find(b"\n" + _VERSION, start + 1)
        start = len(data) if found < 0 else found + 1
