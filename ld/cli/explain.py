"""``article-ld explain``: each fact with the sentence that proves it."""

import argparse
from typing import Any

from ld.cli.printing import show
from ld.errors import InputError


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="print each fact of a facts.json with the sentence that proves it")
    parser.add_argument("source", metavar="NAME.facts.json", help="the facts of an article, or - for standard input")
    parser.add_argument("--why-not", metavar="WORDS", help="explain instead why these words were not taken for a name")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the facts in the order of the format, or why words are not a name."""
    from ld.explanations import explanations  # noqa: PLC0415 - imported late: --help must not wait for what reads
    from ld.facts import Facts  # noqa: PLC0415
    from ld.read import read  # noqa: PLC0415

    facts = read(options.source)
    if not isinstance(facts, Facts):
        raise InputError(f"{options.source}: is a text, not a facts.json", "build it first: article-ld build SOURCE")
    if options.why_not is not None:
        from ld.extract.entities.why_not import why_not  # noqa: PLC0415
        from ld.kb import with_bundled  # noqa: PLC0415

        for line in why_not(facts, options.why_not, with_bundled()):
            show(line)
        return 0
    for explanation in explanations(facts):
        show(f"{explanation}\n")
    return 0
