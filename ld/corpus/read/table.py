"""Parquet: one row per article, in columns named like the fields of JSON Lines."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ld.corpus.read.fields import Fields, record_of
from ld.corpus.record import Place, Record, Reject

_COLUMNS = ("text", "html", "url", "date", "publisher", "lang")
_ROWS = 64
"""Rows held in memory at a time, besides the pages of the file from which they are read."""


def table_records(path: Path, start: int, end: int) -> Iterator[Record | Reject]:
    """The records of the rows *start* to *end*, counted from 0 over all row groups; what cannot be read is a reject."""
    stat = path.stat()
    table = _opened(path, stat.st_size, stat.st_mtime_ns)
    number = start
    try:
        for number, row in table.rows(start, end):
            yield _record(row, Place(str(path), number))
    except (pa.ArrowException, OSError) as error:
        _opened.cache_clear()
        message = f"cannot be read from here to row {end - 1:,}: {error}"
        yield Reject(place=Place(str(path), number), reason="damaged", message=message)


@lru_cache(maxsize=1)
def _opened(path: Path, size: int, changed: int) -> "_Table":  # noqa: ARG001 - a changed file is another one
    return _Table(path)


class _Table:
    """An open table: rows can only be read forward, so who asks for them in steps forward reads each once."""

    def __init__(self, path: Path) -> None:
        self._file = pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
        self._columns = [name for name in _COLUMNS if name in self._file.schema_arrow.names]
        self._at = 0
        self._rows = self._from(0)

    def rows(self, start: int, end: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows *start* to *end*, with their numbers."""
        group, first = self._group_of(start)
        if not first <= self._at <= start:
            self._at, self._rows = first, self._from(group)
        while self._at < end and (row := next(self._rows, None)) is not None:
            self._at += 1
            if self._at > start:
                yield self._at - 1, row

    def _group_of(self, row: int) -> tuple[int, int]:
        """The row group that holds *row*, and its first row."""
        first = 0
        for group in range(self._file.num_row_groups):
            rows = self._file.metadata.row_group(group).num_rows
            if row < first + rows:
                return group, first
            first += rows
        raise IndexError(row)

    def _from(self, group: int) -> Iterator[dict[str, Any]]:
        groups = range(group, self._file.num_row_groups)
        for batch in self._file.iter_batches(batch_size=_ROWS, row_groups=groups, columns=self._columns):
            yield from batch.to_pylist()


def _record(row: dict[str, Any], place: Place) -> Record | Reject:
    said = {name: None if value is None else str(value) for name, value in row.items()}
    return record_of(Fields(**said), place)
