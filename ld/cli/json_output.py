"""The option ``--json``, the same on every command that prints facts or findings: JSON on standard output alone."""

import argparse
import json
from typing import Any

from ld.cli.printing import give


def add_json_option(parser: argparse.ArgumentParser, *, of_format: bool = False) -> None:
    """Declare it: as ``options.json``, or, of a command that has ``--format``, as short for its ``json``."""
    if of_format:
        parser.add_argument("--json", action="store_const", dest="format", const="json", help="short for --format json")
    else:
        parser.add_argument("--json", action="store_true", help="print JSON for programs")


def give_json(value: Any) -> None:
    """Print *value*, made of lists, dicts and scalars, as indented JSON. Raises as ``give`` does."""
    give(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
