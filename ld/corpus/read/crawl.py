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

from ld.corpus.read.warc_records import UnusableBytes, warc_records
from ld.corpus.record import Place, Record, Reject

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200


def crawl_records(path: Path, start: int, end: int, most: int) -> Iterator[Record | Reject]:
    """The pages of *path* that begin in bytes *start* to *end*; a record's number is its offset in bytes.

    Requests, metadata and the like are skipped. Damage gives a reject, and reading goes on with the next record.
    No record, and no page in one, is unpacked beyond *most* bytes.
    Raises OSError if the file cannot be read.
    """
    if not path.stat().st_size:
        yield Reject(place=Place(str(path), start), reason="damaged", message="the file is empty")
        return
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for found in warc_records(data, start, end, most):
            place = Place(str(path), found.start)
            if isinstance(found, UnusableBytes):
                yield Reject(place=place, reason=found.reason, message=found.message)
            else:
                yield from _record(found.data, place, most)


def _record(data: bytes, place: Place, most: int) -> Iterator[Record | Reject]:
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data))))
    except (ArchiveLoadFailed, StopIteration, ValueError, EOFError) as error:
        message = f"is no WARC record: {' '.join(str(error).split())}"
        yield Reject(place=place, reason="damaged", message=message)
        return
    if record.rec_type is None:
        yield Reject(place=place, reason="damaged", message="is a WARC record of no type")
    elif record.rec_type == "response":
        yield _page(record, place, most)


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
