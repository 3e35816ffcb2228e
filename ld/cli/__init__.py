"""The command line: ``article-ld COMMAND``."""

import argparse
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from ld.cli import (
    build,
    completion,
    config,
    corpus,
    doctor,
    dump,
    embed,
    explain,
    kb,
    link,
    lsp,
    mcp,
    publish,
    query,
    report,
    review,
    rule,
    schema,
    serve,
    shapes,
    unpublish,
    validate,
    void,
)
from ld.cli.complaint import complain
from ld.cli.narration import narrated
from ld.cli.parser import Parser, ShowVersion, leaves
from ld.cli.printing import ClosedPipeError, finish, hush, keep_quiet, prepared_streams, tell
from ld.errors import (
    ArticleLdError,
    ExtractorUnavailableError,
    InputError,
    StoreFullError,
    StoreUnavailableError,
    UnavailableError,
    of_system,
)

EXIT_CODES = """\
exit codes:
  0  done and valid
  1  the graph has violations
  2  bad input, bad shapes or usage
  3  internal error
  4  a store or a service could not be reached; what was not sent is kept
"""
COMMANDS = (
    build,
    explain,
    schema,
    publish,
    unpublish,
    query,
    dump,
    void,
    embed,
    report,
    review,
    serve,
    validate,
    shapes,
    rule,
    lsp,
    kb,
    link,
    corpus,
    config,
    doctor,
    completion,
    mcp,
)
BAD_INPUT = 2
INTERNAL_ERROR = 3
UNREACHABLE = 4
INTERRUPTED = 130

_UNREACHED = (StoreUnavailableError, ExtractorUnavailableError, UnavailableError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name (default: those of the process); its exit code.

    Raises SystemExit as argparse does, for wrong usage and ``--help``, and if the process is terminated.
    """
    with prepared_streams():
        try:
            with _heard():
                options = whole_parser().parse_args(arguments)
                if options.quiet:
                    keep_quiet()
                with narrated(options):
                    status = _told(options)
        except ArticleLdError as error:  # of --help, whose standard output is gone
            complain(error)
            return BAD_INPUT
        except BrokenPipeError:
            hush()
            return 0
        except KeyboardInterrupt:
            return INTERRUPTED
        return status


def _told(options: argparse.Namespace) -> int:
    """The exit code of the command, after reporting what went wrong."""
    status = _run(options)
    try:
        finish()
    except ClosedPipeError:
        hush()
    except ArticleLdError as error:
        complain(error)
        return max(status, BAD_INPUT)
    return status


def _run(options: argparse.Namespace) -> int:
    try:
        status: int = options.run(options)
    except Exception as error:  # noqa: BLE001 - the last resort
        # a library that was interrupted as it was loaded may have raised something else for it
        return INTERRUPTED if _interruptions else _complained(error)
    return status


def _complained(error: Exception) -> int:
    """The exit code for *error*, after reporting it."""
    match error:
        case ArticleLdError():
            complain(error)
            return _code(error)
        case ClosedPipeError():
            hush()
            return 0
        case OSError():
            complain(of_system(error))
            return BAD_INPUT
        case MemoryError():
            complain(InputError("there is not enough memory for this", "give it less at a time"))
            return BAD_INPUT
    tell("".join(traceback.format_exception(error)).removesuffix("\n"))
    tell("article-ld: internal error; please report the lines above")
    return INTERNAL_ERROR


def _code(error: ArticleLdError) -> int:
    if isinstance(error, StoreFullError):
        return BAD_INPUT
    return UNREACHABLE if isinstance(error, _UNREACHED) else BAD_INPUT


@contextmanager
def _heard() -> Iterator[None]:
    """Make SIGTERM end the command as Ctrl-C does: unfinished files are removed, child processes ended."""
    _interruptions.clear()
    replaced = {}
    if threading.current_thread() is threading.main_thread():
        for number, usual, ours in _SIGNALS:
            if signal.getsignal(number) is usual:
                replaced[number] = usual
                signal.signal(number, ours)
    try:
        yield
    finally:
        for number, usual in replaced.items():
            signal.signal(number, usual)


_interruptions: list[int] = []


def _interrupt(number: int, _: FrameType | None) -> None:
    _interruptions.append(number)
    raise KeyboardInterrupt


def _terminate(number: int, _: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a second one ends at once
    sys.exit(128 + number)


_SIGNALS = (
    (signal.SIGINT, signal.default_int_handler, _interrupt),
    (signal.SIGTERM, signal.SIG_DFL, _terminate),
)
"""Each with the handler that is Python's, and with ours; what somebody else has set stays."""


def whole_parser() -> argparse.ArgumentParser:
    """The parser of all commands, of which the shells' completion and the manual page are made."""
    parser = Parser(
        prog="article-ld",
        description="Turn a news article into linked data that its publisher can stand behind.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    commands.choices["completion"].set_defaults(program=parser)
    for each in leaves(parser):
        each.add_argument("-q", "--quiet", action="store_true", help="say nothing but what is wrong, and no progress")
        each.add_argument("-v", "--verbose", action="store_true", help="say also what is used, and what it took")
    return parser
