"""Writes reports in several formats at once, file by file, so that none keeps more than it needs."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TextIO

from ld.cli.printing import hush, print_piece
from ld.errors import InputError, OutputError

if TYPE_CHECKING:
    from ld.validate.checked import CheckedFile
    from ld.validate.formats import Rendering

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "turtle", "html", "markdown")


class Output(NamedTuple):
    """A format, and the file that it goes to; standard output if that is empty."""

    format: str
    file: str


def outputs_of(named: Sequence[str]) -> list[Output]:
    """The outputs that the values of ``--format`` name; text on the screen if there are none.

    Raises InputError for an unknown format, and for two with the same destination.
    """
    outputs = [Output(name, file) for name, _, file in (option.partition(":") for option in named or ["text"])]
    taken: dict[str, Output] = {}
    for output in outputs:
        if output.format not in FORMATS:
            raise InputError(f"unknown format {output.format!r}", f"take one of {', '.join(FORMATS)}")
        place = os.path.realpath(output.file) if output.file else ""
        if place in taken:
            where = f"in {output.file}" if place else "on standard output"
            raise InputError(
                f"{taken[place].format} and {output.format} would mix {where}",
                f"give one a file of its own: --format {output.format}:FILE",
            )
        taken[place] = output
    return outputs


class Reports:
    """The reports that go to *outputs*, made by *render*; a context, which opens and closes their files."""

    def __init__(self, outputs: Sequence[Output], render: "Callable[[Output], Rendering]") -> None:
        self._renderings = [(render(output), output) for output in outputs]
        self._writers: list[Callable[[str], object]] = []
        self._to_show: deque[str] = deque()
        self._files: list[tuple[str, TextIO]] = []

    def __enter__(self) -> Self:
        try:
            for rendering, output in self._renderings:
                self._writers.append(self._writer(output.file) if output.file else self._to_show.append)
                self._writers[-1](rendering.begin())
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind:
            self._remove()
            return
        for name, stream in self._files:
            try:
                with _named(name):
                    stream.close()
            except OutputError:
                self._remove()
                raise

    def _remove(self) -> None:
        """Remove incomplete reports, which could be taken for complete ones; what is not a regular file stays."""
        for name, stream in self._files:
            with suppress(OSError):
                stream.close()
            if Path(name).is_file():
                Path(name).resolve().unlink(missing_ok=True)

    def add(self, file: "CheckedFile") -> None:
        """Add the results for *file* to each report."""
        with _undisturbed():
            for (rendering, _), write in zip(self._renderings, self._writers, strict=True):
                write(rendering.add(file))
        self._show()

    def finish(self) -> None:
        """Let each report come to its end."""
        for (rendering, _), write in zip(self._renderings, self._writers, strict=True):
            for piece in rendering.end():
                write(piece)
                self._show()

    def _writer(self, file: str) -> Callable[[str], object]:
        with _named(file):
            stream = Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115
        self._files.append((file, stream))

        def write(text: str) -> None:
            with _named(file):
                stream.write(text)

        return write

    def _show(self) -> None:
        """Print pending text. If nobody reads it any more, it is dropped, and the check goes on to its verdict."""
        try:
            while self._to_show:
                print_piece(self._to_show.popleft())
        except BrokenPipeError:
            hush()


@contextmanager
def _named(file: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}", "name another file") from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interruption wait: a report that it cut in two could not be brought to its end."""
    if threading.current_thread() is not threading.main_thread():
        yield  # which no signal reaches
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def without(sources: Iterable[str], outputs: Sequence[Output], named: Sequence[str]) -> list[str]:
    """*sources* but those to which a report goes; InputError if the user *named* one of these, or nothing is left."""
    written = {os.path.realpath(output.file) for output in outputs if output.file}
    for name in named:
        if name != "-" and os.path.realpath(name) in written:
            raise InputError(f"{name}: would be checked and overwritten", "write the report to another file")
    left = [source for source in sources if source == "-" or os.path.realpath(source) not in written]
    if named and not left:
        raise InputError("nothing to check but the reports themselves", "write them to another folder")
    return left
