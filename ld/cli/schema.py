"""``article-ld schema``: the JSON Schema of facts.json."""

import argparse
from typing import Any

from ld.read.facts_json import facts_schema


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("schema", help="print the JSON Schema of facts.json")
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    print(facts_schema(), end="")
    return 0
