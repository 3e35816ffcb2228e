"""The command line's parser: help that a pipe may cut short, and suggestions for misspelt words."""

import argparse
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from ld import __version__
from ld.cli.printing import print_piece, show


class Parser(argparse.ArgumentParser):
    """Prints as all commands do, and says which word was probably meant.

    Its help needs standard output, and may be cut short by who reads it.
    """

    def print_help(self, file: Any = None) -> None:
        if file is None:
            print_piece(self.format_help())
        else:
            super().print_help(file)

    def parse_known_args(  # type: ignore[override]  # the overloads of typeshed say no more
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """As argparse does, but what a command does not know is its own error, not that of the program."""
        options, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.refuse(unknown)
        return options, unknown

    def error(self, message: str) -> NoReturn:
        """As in argparse; without a command, the message says where commands are listed."""
        missing = message.endswith(("required: COMMAND", "required: ACTION"))
        super().error(f"{message}\n  hint: {self.prog} --help lists them" if missing else message)

    def refuse(self, unknown: Sequence[str]) -> NoReturn:
        """End with an error for the *unknown* arguments, with the option that the first of them is nearest to."""
        words = (each.partition("=")[0] for each in unknown if each.startswith("--"))
        guess = _meant(next(words, ""), (name for name in self._option_string_actions if name.startswith("--")))
        self.error(f"unrecognized arguments: {' '.join(unknown)}{guess}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        choices = [str(each) for each in action.choices]
        told = _meant(str(value), choices) or f" (choose from {', '.join(choices)})"
        raise argparse.ArgumentError(action, f"invalid choice: {value!r}{told}")


class ShowVersion(argparse.Action):
    """``--version``, printed as all commands print."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        show(f"article-ld {__version__}")
        parser.exit()


def leaves(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """The parsers of commands that run something; a command with actions (``kb build``) is replaced by these."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
    parsers = [each for action in below for each in action.choices.values()]
    return [leaf for each in parsers for leaf in leaves(each)] if below else [parser]


def arguments_of(parser: argparse.ArgumentParser) -> tuple[argparse.Action, ...]:
    """The arguments and options of a command, for those who describe them."""
    return tuple(parser._actions)  # noqa: SLF001 - argparse has no other way to them


def _meant(word: str, known: Iterable[str]) -> str:
    nearest = get_close_matches(word, list(known), n=1)
    return f"; did you mean {nearest[0]}?" if nearest else ""
