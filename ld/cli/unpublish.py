"""``article-ld unpublish``: take articles out of a store."""

import argparse
import sys
from typing import Any

from ld.cli.stores import add_store_options, store_of


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("unpublish", help="remove articles, their evidence and their digests from a store")
    parser.add_argument("names", nargs="+", metavar="URL", help="the names of the articles' graphs: their addresses")
    add_store_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Remove them; 1 if one was not there."""
    from ld.publish import unpublish  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    with store_of(options) as store:
        removed = unpublish(options.names, store)
    print(f"{len(removed)} removed")
    missing = sorted(set(options.names) - set(removed))
    for name in missing:
        print(f"article-ld: {name}: is not in the store", file=sys.stderr)
    return 1 if missing else 0
