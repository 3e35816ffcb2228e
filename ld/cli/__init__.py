"""The command line: ``article-ld COMMAND``."""

import argparse
import sys
import traceback
from collections.abc import Sequence

from ld import __version__
from ld.cli import (
    build,
    config,
    corpus,
    dump,
    embed,
    explain,
    kb,
    link,
    publish,
    query,
    report,
    schema,
    serve,
    shapes,
    unpublish,
    validate,
    void,
)
from ld.cli.complaint import complain
from ld.cli.printing import hush, prepare_streams
from ld.errors import (
    ArticleLdError,
    ExtractorUnavailableError,
    OutputError,
    StoreUnavailableError,
    UnavailableError,
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
    serve,
    validate,
    shapes,
    kb,
    link,
    corpus,
    config,
)
BAD_INPUT = 2
INTERNAL_ERROR = 3
UNREACHABLE = 4
INTERRUPTED = 130

_UNREACHED = (StoreUnavailableError, ExtractorUnavailableError, UnavailableError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name (default: those of the process); its exit code."""
    prepare_streams()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        print(end="", flush=True)
    except ArticleLdError as error:
        complain(error)
        return UNREACHABLE if isinstance(error, _UNREACHED) else BAD_INPUT
    except BrokenPipeError:
        hush()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        complain(OutputError(f"standard output cannot be written: {error.strerror}"))
        return BAD_INPUT
    except Exception:  # noqa: BLE001 - the last resort: whatever is left is a fault of the program
        traceback.print_exc()
        print("article-ld: internal error; please report the lines above", file=sys.stderr)
        return INTERNAL_ERROR
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="article-ld",
        description="Turn a news article into linked data that its publisher can stand behind.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"article-ld {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser
