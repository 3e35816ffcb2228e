"""``article-ld config``: the settings in effect, and where each comes from."""

import argparse
import json
from typing import Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import show, tell
from ld.config import settings
from ld.credentials import without_login


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "config",
        help="print the settings in effect, and where each comes from",
        description="Print the settings in effect as TOML, each with the file or the environment variable that set it.",
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the settings."""
    if options.json:
        found = {key: setting._replace(value=without_login(setting.value)) for key, setting in settings().items()}
        told = {key: setting._asdict() for key, setting in found.items()}
        give_json(told)
        return 0
    found = settings()
    if not found:
        tell("article-ld: no settings: none in pyproject.toml, in your own file or in the environment")
    for key, setting in found.items():
        show(f"{key} = {json.dumps(without_login(setting.value), ensure_ascii=False)}  # {setting.source}")
    return 0
