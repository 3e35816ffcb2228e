"""Facts as an Arrow table, for pandas, Polars and DuckDB. Needs pyarrow."""

import msgspec
import pyarrow as pa

from ld.fact_rows import rows_of
from ld.facts import Facts

SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("article", "kind", "id", "name", "about", "qid", "iri")),
        ("score", pa.float64()),
        ("date", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("words", pa.string()),
    ]
)
"""The columns of ``ld.fact_rows.FactRow``."""


def table_of(facts: Facts, name: str) -> pa.Table:
    """A row for each of *facts*, whose graph has this *name*."""
    return pa.Table.from_pylist([msgspec.structs.asdict(row) for row in rows_of(facts, name)], schema=SCHEMA)
