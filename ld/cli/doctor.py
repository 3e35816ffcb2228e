"""``article-ld doctor``: whether this installation can do its work, and what to do where it cannot."""

import argparse
from typing import Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import show

HEALTHY, BROKEN = 0, 1


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="check the installation: extras, knowledge bases, settings, stores",
        description="Check this installation: the extras, the knowledge bases and their age, the settings, the stores "
        "that they name, and whether the folder can be written. The exit code is 1 if something is broken.",
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every checkup."""
    from ld.cli.checkups import State, checkups  # noqa: PLC0415 - imported late: --help must not wait

    found = list(checkups())
    if options.json:
        give_json([each._asdict() for each in found])
    else:
        width = max(len(each.name) for each in found)
        for each in found:
            advice = f"\n{' ' * (width + 10)}{each.advice}" if each.advice else ""
            show(f"{each.state:8}{each.name:{width}}  {each.told}{advice}")
    return BROKEN if any(each.state is State.BROKEN for each in found) else HEALTHY
