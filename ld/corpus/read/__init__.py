"""The records of a split: one module a kind of container."""

from collections.abc import Iterator
from pathlib import Path

from ld.corpus.read.crawl import crawl_records
from ld.corpus.read.folder import folder_records
from ld.corpus.read.lines import line_records, packed_line_records
from ld.corpus.record import Record, Reject
from ld.corpus.splits import Split

RECORD_MOST = 10_000_000
"""Bytes of one record: more is no article, and may be a trap."""


def records_of(split: Split) -> Iterator[Record | Reject]:
    """The records of *split*, in order, and the rejects among them. Raises OSError if its file cannot be read."""
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
