"""``article-ld config``: the settings in effect, and where each comes from."""

import argparse
import json
from typing import Any

from ld.cli.printing import show
from ld.config import settings
from ld.credentials import without_login


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "config",
        help="print the settings in effect, and where each comes from",
        description="Print the settings in effect as TOML, each with the file or the environment variable that set it.",
    )
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the settings."""
    for key, setting in settings().items():
        show(f"{key} = {json.dumps(without_login(setting.value), ensure_ascii=False)}  # {setting.source}")
    return 0
