"""The records of a split: one module for each type of file."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from ld.corpus.read.crawl import crawl_records
from ld.corpus.read.folder import folder_records
from ld.corpus.read.lines import line_records, packed_line_records
from ld.corpus.record import Place, Record, Reject
from ld.corpus.splits import Split

RECORD_MOST = 10_000_000
"""Bytes of one record: anything larger is not an article, and may be an attack."""


def records_of(split: Split, limit: int | None = None, sample: float = 1.0) -> Iterator[Record | Reject]:
    """The records of *split*, in order, and the rejects among them.

    Each is taken with the chance *sample*, by its place alone, so that every run takes the same; of those at most
    *limit*. A file that cannot be read any more is a reject like a damaged record.
    """
    return islice(_sampled(_records(split), sample), limit)


def _records(split: Split) -> Iterator[Record | Reject]:
    try:
        yield from _contained(split)
    except OSError as error:
        yield Reject(place=Place(split.path, split.start), reason="damaged", message=str(error))


def _contained(split: Split) -> Iterator[Record | Reject]:
    path = Path(split.path)
    match split.kind:
        case "lines":
            return line_records(path, split.start, split.end, RECORD_MOST)
        case "packed-lines":
            return packed_line_records(path, split.start, split.end, RECORD_MOST)
        case "table":
            from ld.corpus.read.table import table_records  # noqa: PLC0415 - only tables need the library

            return table_records(path, split.start, split.end)
        case "crawl":
            return crawl_records(path, split.start, split.end, RECORD_MOST)
        case "files":
            return folder_records(path, split.start, split.end, RECORD_MOST)


def _sampled(records: Iterable[Record | Reject], share: float) -> Iterator[Record | Reject]:
    for record in records:
        if share >= 1 or zlib.crc32(f"{record.place.source}\n{record.place.number}".encode()) < share * (1 << 32):
            yield record
