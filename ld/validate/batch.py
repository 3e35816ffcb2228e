"""Many files in one go: over several processes, in order, one at a time in memory."""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from functools import partial

from ld.validate.checked import CheckedFile
from ld.validate.checking import Checks, check_file
from ld.validate.profiles import Choice, checks_of

_WORTH_A_PROCESS = 50  # files: for fewer, starting one takes longer than it saves
_CHUNK = 8  # files that a process takes at once


def check_files(sources: Sequence[str], choice: Choice, jobs: int | None = None) -> Iterator[CheckedFile]:
    """Each of *sources* checked, in their order, by *jobs* processes (by default as many as pay).

    Raises ShapesError and InputError, before the first file, for shapes and contexts that cannot be used.
    Closing the iterator, or an exception in it, ends the processes.
    """
    checks = checks_of(choice)
    processes = jobs or min(os.cpu_count() or 1, len(sources) // _WORTH_A_PROCESS)
    if processes <= 1:
        return (_checked(source, checks) for source in sources)
    return _in_parallel(sources, choice, processes)


def _checked(source: str, checks: Checks) -> CheckedFile:
    try:
        return check_file(source, checks)
    except Exception as error:
        error.add_note(f"while checking {source}")
        raise


def _in_parallel(sources: Sequence[str], choice: Choice, processes: int) -> Iterator[CheckedFile]:
    with multiprocessing.Pool(processes, partial(_start, choice)) as pool:
        yield from pool.imap(_check, sources, _CHUNK)


_process: list[Checks] = []
"""What this process checks against, once it is a process of a pool."""


def _start(choice: Choice) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    _process[:] = [checks_of(choice)]


def _check(source: str) -> CheckedFile:
    return _checked(source, _process[0])
