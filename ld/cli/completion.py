"""``article-ld completion``: what lets a shell complete commands, options and file names."""

import argparse
from typing import Any

from ld.cli.parser import arguments_of, leaves
from ld.cli.printing import give

SHELLS = ("bash", "zsh", "fish")
_DESCRIPTION = """\
Print a script that lets a shell complete commands, options and file names. Once for all sessions:

  bash  article-ld completion bash > ~/.local/share/bash-completion/completions/article-ld
  zsh   article-ld completion zsh > _article-ld, in a folder of $fpath
  fish  article-ld completion fish > ~/.config/fish/completions/article-ld.fish
"""
_FILES = ("CSV", "FACTS", "FILE", "KB", "PATH", "SHAPES", "SOURCE", "INPUT")
_FOLDERS = ("DIR", "STORE")
"""The words that help has for arguments which are files or folders, also within longer ones (``NAME.facts.json``)."""


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "completion",
        help="print what a shell needs to complete commands and options",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script for the shell, made from the parser of the whole *program*, which the options hold."""
    import shtab  # noqa: PLC0415 - for this command alone

    for parser in leaves(options.program):
        for action in arguments_of(parser):
            told = str(action.metavar or "")
            if any(word in told for word in _FILES) or "." in told:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif told in _FOLDERS:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    give(shtab.complete(options.program, shell=options.shell))
    return 0
