"""The table of facts as Parquet: a part for each partition, and the whole made of the parts."""

from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ld.fact_rows import FactRow
from ld.fact_table import SCHEMA

_ROW_GROUP = 20_000


class FactsTable:
    """A table being written to *file*; rows are held until a row group is full."""

    def __init__(self, file: BinaryIO) -> None:
        self._writer = pq.ParquetWriter(file, SCHEMA, compression="zstd")
        self._rows: list[FactRow] = []

    def add(self, rows: Iterable[FactRow]) -> None:
        """Add *rows* behind those before."""
        self._rows += rows
        if len(self._rows) >= _ROW_GROUP:
            self._flush()

    def add_piece(self, piece: Path, without: Collection[str]) -> int:
        """Add the rows of the table *piece*, except those of the articles *without*; returns how many were added."""
        added = 0
        with pq.ParquetFile(piece) as table:
            for group in range(table.num_row_groups):
                rows = table.read_row_group(group)
                if without:
                    rows = rows.filter(pc.invert(pc.is_in(rows["article"], pa.array(sorted(without)))))
                self._writer.write_table(rows, row_group_size=_ROW_GROUP)
                added += rows.num_rows
        return added

    def _flush(self) -> None:
        columns = {name: [getattr(row, name) for row in self._rows] for name in SCHEMA.names}
        self._writer.write_table(pa.table(columns, schema=SCHEMA), row_group_size=_ROW_GROUP)
        self._rows = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None and self._rows:
            self._flush()
        self._writer.close()
