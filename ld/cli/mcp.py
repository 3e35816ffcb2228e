"""``article-ld mcp``: what this program does, as tools of the Model Context Protocol."""

import argparse
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from ld.cli.linking import add_linking_options, linking_of
from ld.cli.stores import add_store_options, read_only_store_of
from ld.extras import extra

if TYPE_CHECKING:
    from ld.publish.store import Store


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "mcp",
        help="offer build, link, explain, validate and query as tools of MCP",
        description="A server of the Model Context Protocol on standard input and output: build, link, explain and "
        "validate as tools that take texts, and query where a --store is named. It reads no file and no address that "
        "a client names. Needs article-ld[mcp].",
    )
    add_linking_options(parser)
    add_store_options(parser, "read")
    parser.set_defaults(run=run, store="")


def run(options: argparse.Namespace) -> int:
    """Serve until the client leaves."""
    with extra("mcp", "mcp"):
        from ld.mcp.server import server_of  # noqa: PLC0415 - imported late: --help must not wait for it
        from ld.mcp.tools import Tools  # noqa: PLC0415
    with linking_of(options) as linking, _store(options) as store:
        server_of(Tools(linking.kb, linking.corrections, linking.threshold, store)).run("stdio")
    return 0


def _store(options: argparse.Namespace) -> "AbstractContextManager[Store | None]":
    return read_only_store_of(options) if options.store else nullcontext()
