"""Building the bundled knowledge base from its tables: run when the package is built."""

from collections.abc import Sequence
from pathlib import Path

from ld.kb.build import build_kb
from ld.kb.bundled import FILE, NAME

EDITION = "2026-11-29"
"""The day on which the tables were gathered."""


def build_bundled(tables: Sequence[Path], folder: Path) -> Path:
    """Build the knowledge base of *tables* in *folder*, unless there is one newer than all of them."""
    target = folder / FILE
    newest = max(table.stat().st_mtime_ns for table in tables)
    if not target.is_file() or target.stat().st_mtime_ns < newest:
        build_kb(tables, target, name=NAME, snapshot=EDITION)
    return target
