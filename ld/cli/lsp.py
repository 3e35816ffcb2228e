"""``article-ld lsp``: findings in the editor while one types."""

import argparse
import os
import sys
from typing import Any

from ld.extras import extra

_PROFILES = ("article-ld", "google", "schema-org", "void")


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "lsp",
        help="a language server for editors",
        description="Speak the Language Server Protocol on standard input and output. Editors start it themselves.",
    )
    parser.add_argument(
        "--profile", action="append", choices=_PROFILES, help="what to check against (default: depends on the file)"
    )
    parser.add_argument(
        "--shapes", action="append", default=[], metavar="PATH", help="shapes to use in addition to profiles"
    )
    parser.add_argument("--stdio", action="store_true", help="what it does anyway: some editors ask for it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until the editor goes."""
    from functools import cache  # noqa: PLC0415 - imported late: --help must not wait

    from ld.validate.profiles import Choice, RulesOfChoice, checks_of  # noqa: PLC0415

    with extra("lsp", "the language server"):
        from ld.editor.server import server  # noqa: PLC0415
    choice = Choice(profiles=tuple(options.profile or ()), added=tuple(options.shapes))
    # its own standard output, since the server closes what it is given
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        server(checks_of(choice), cache(lambda: dict(RulesOfChoice(choice)))).start_io(stdout=out)
    return 0
