"""Everything that the command line prints: no text can control the terminal, and no broken stream stops the work.

The result of a command is *shown* (to people) or *given* (to programs): without standard output the command fails.
What it *says* about results elsewhere, and *tells* on standard error, may be lost without harm.
"""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from typing import TextIO

from ld.errors import OutputError

_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
"""What moves the cursor, changes the screen, or turns the direction of writing: ECMA-48 and Unicode's UAX 9."""
_LAST_OF_TWO_DIGITS = 0xFF
_STREAMS = 3


class ClosedPipeError(BrokenPipeError):
    """Nobody reads standard output any more; no other pipe is meant."""


def visible(text: str) -> str:
    r"""*text* with its control characters as escapes (``\x1b``, ``\u202e``), all but the tab and the line end."""
    return _CONTROL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code <= _LAST_OF_TWO_DIGITS else f"\\u{code:04x}"


def show(text: str) -> None:
    """Print *text*, part of the command's result, as one or more lines, with control characters made visible.

    Raises OutputError if standard output is closed or cannot be written, ClosedPipeError if its reader has gone.
    """
    print_piece(f"{visible(text)}\n")


def give(data: str | bytes) -> None:
    """Print *data*, made for programs, as it is, in UTF-8; on a terminal made visible. Raises as ``show`` does."""
    if on_terminal(sys.stdout):
        print_piece(visible(data if isinstance(data, str) else data.decode("utf-8", "replace")))
        return
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        print_piece(data if isinstance(data, str) else data.decode("utf-8", "replace"))
        return
    with _to_standard_output():
        sys.stdout.flush()
        binary.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)


def print_piece(piece: str) -> None:
    """Print *piece*, which was made visible already and may be coloured, without a line end. Raises as ``show``."""
    with _to_standard_output():
        print(piece, end="", flush=True)


def say(text: str) -> None:
    """Print *text*, made visible: a message about work whose result is elsewhere.

    It is dropped with ``--quiet``, and if nobody reads it. If standard output cannot be written, ``finish`` says so
    after the work.
    """
    if _quiet:
        return
    try:
        show(text)
    except BrokenPipeError:
        hush()
    except OutputError as error:
        if sys.stdout is not None:
            _unsaid.append(error)
            hush()


_unsaid: list[OutputError] = []
_quiet: list[bool] = []


def keep_quiet() -> None:
    """From now on until the command ends, say nothing of work done elsewhere, nor how far it is."""
    _quiet.append(True)


def is_quiet() -> bool:
    """Whether the user wants to hear of faults alone."""
    return bool(_quiet)


def tell(text: str) -> None:
    """Print *text*, made visible, on standard error; it is dropped if that cannot be written."""
    print(text, file=sys.stderr)


def finish() -> None:
    """Flush the output. Raises as ``show`` does, and OutputError if an earlier message could not be written."""
    if sys.stdout is not None:
        with _to_standard_output():
            sys.stdout.flush()
    if _unsaid:
        raise _unsaid.pop()


def hush() -> None:
    """Discard unwritten output, so that the process does not complain about it when it ends."""
    with contextlib.suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def on_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at *stream*."""
    with contextlib.suppress(ValueError, OSError, AttributeError):
        return stream is not None and stream.isatty()
    return False


@contextlib.contextmanager
def _to_standard_output() -> Iterator[None]:
    if sys.stdout is None:
        raise OutputError("standard output is closed", "let it go to a file, or to another program")
    try:
        yield
    except BrokenPipeError as error:
        raise ClosedPipeError from error
    except (OSError, ValueError) as error:  # a ValueError says that it was closed while we ran
        reason = getattr(error, "strerror", None) or error
        hush()
        raise OutputError(f"standard output cannot be written: {reason}") from error


@contextlib.contextmanager
def prepared_streams() -> Iterator[None]:
    """The standard streams, prepared for commands, within the block.

    Characters that a stream cannot encode are escaped, so that a name cannot make a finished command fail. Everything
    on standard error is made visible, whoever prints it, libraries included. Closed streams are replaced, so that no
    file opened later gets the number of one, and with it what others print there.
    """
    _take_closed_places()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    before, sys.stderr = sys.stderr, _Messages(sys.stderr)
    _unsaid.clear()
    _quiet.clear()
    try:
        yield
    finally:
        sys.stderr = before


def _take_closed_places() -> None:
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (taken := os.open(os.devnull, os.O_RDWR)) < _STREAMS:
        os.set_inheritable(taken, True)  # noqa: FBT003 - its name is no keyword
    os.close(taken)


class _Messages(io.TextIOBase):
    """Standard error for all who write there: control characters are made visible, and what fails is lost."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self._stream, "encoding", None) or "utf-8"

    def write(self, text: str) -> int:
        self.draw(visible(text))
        return len(text)

    def draw(self, text: str) -> None:
        """Write *text*, of our own, which may steer the terminal."""
        with contextlib.suppress(OSError, ValueError):
            if self._stream is not None:
                self._stream.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            if self._stream is not None:
                self._stream.flush()

    def isatty(self) -> bool:
        return on_terminal(self._stream)

    def fileno(self) -> int:
        if self._stream is None:
            raise io.UnsupportedOperation("standard error is closed")
        return self._stream.fileno()

    def writable(self) -> bool:
        return True


def draw(text: str, stream: TextIO) -> None:
    """Print *text*, of our own, on *stream* as it is: it may steer the terminal."""
    if isinstance(stream, _Messages):
        stream.draw(text)
    else:
        stream.write(text)
    stream.flush()
