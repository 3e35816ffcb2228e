"""``article-ld dump``: all articles of a store as N-Quads."""

import argparse
from typing import Any

from ld.cli.printing import give
from ld.cli.stores import add_store_options, store_of


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("dump", help="print the articles of a store as N-Quads, always in the same order")
    add_store_options(parser, "read")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print article after article, the facts before the evidence."""
    from ld.publish.catalog import entries  # noqa: PLC0415 - imported late: --help must not wait for the libraries
    from ld.publish.updates import graph_query  # noqa: PLC0415
    from ld.terms import evidence_name  # noqa: PLC0415

    with store_of(options) as store:
        for name in sorted({entry.name for entry in entries(store)}):
            for graph in (name, evidence_name(name)):
                for line in store.construct(graph_query(graph)):
                    give(f"{line.removesuffix(' .')} <{graph}> .\n")
    return 0
