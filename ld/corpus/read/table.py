"""Parquet: a row an article, in columns named as the fields of JSON Lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ld.corpus.read.fields import Fields, record_of
from ld.corpus.record import Place, Record, Reject

_COLUMNS = ("text", "html", "url", "date", "publisher", "lang")
_ROWS = 64
"""Rows that are in memory at a time."""


def table_records(path: Path, group: int) -> Iterator[Record | Reject]:
    """The records of a row *group*; the number of a row is its place in the group, from 1, behind the group's."""
    with pq.ParquetFile(path) as table:
        columns = [name for name in _COLUMNS if name in table.schema_arrow.names]
        number = 0
        try:
            for batch in table.iter_batches(batch_size=_ROWS, row_groups=[group], columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield _record(row, Place(f"{path}, row group {group}", number))
        except (pa.ArrowException, OSError) as error:
            message = f"cannot be read from here on: {error}"
            yield Reject(place=Place(f"{path}, row group {group}", number + 1), reason="damaged", message=message)


def _record(row: dict[str, Any], place: Place) -> Record | Reject:
    said = {name: None if value is None else str(value) for name, value in row.items()}
    return record_of(Fields(**said), place)
