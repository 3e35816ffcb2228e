"""``article-ld schema``: the JSON Schema of facts.json."""

import argparse
from typing import Any

from ld.cli.printing import give


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("schema", help="print the JSON Schema of facts.json")
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    from ld.read.facts_json import facts_schema  # noqa: PLC0415 - imported late: --help must not wait for what reads

    give(facts_schema())
    return 0
