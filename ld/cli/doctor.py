"""``article-ld doctor``: whether this installation can do its work, and what to do where it cannot."""

import argparse
import json
from typing import Any

from ld.cli.printing import give, show

HEALTHY, BROKEN = 0, 1


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="check the installation: extras, knowledge bases, settings, stores",
        description="Check this installation: the extras, the knowledge bases and their age, the settings, the stores "
        "that they name, and whether the folder can be written. The exit code is 1 if something is broken.",
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every checkup."""
    from ld.cli.checkups import State, checkups  # noqa: PLC0415 - imported late: --help must not wait

    found = list(checkups())
    if options.json:
        give(json.dumps([each._asdict() for each in found], ensure_ascii=False, indent=2) + "\n")
    else:
        width = max(len(each.name) for each in found)
        for each in found:
            advice = f"\n{' ' * (width + 10)}{each.advice}" if each.advice else ""
            show(f"{each.state:8}{each.name:{width}}  {each.told}{advice}")
    return BROKEN if any(each.state is State.BROKEN for each in found) else HEALTHY
