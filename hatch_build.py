"""Builds the bundled knowledge base from the tables in knowledge/ whenever the package is built or installed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLES = ("people", "organizations", "places")


class BundledKnowledge(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives it no arguments that tell
    """Puts ``ld/kb/data/bundled.kb`` into the wheel; an editable install finds it in the checkout."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's interface
        """Build the file where it is missing or older than a table."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from ld.kb.bundle import build_bundled  # noqa: PLC0415 - only here does the checkout lie on the path

        made = build_bundled([root / "knowledge" / f"{table}.csv" for table in TABLES], root / "ld" / "kb" / "data")
        build_data["artifacts"].append(made.relative_to(root).as_posix())
