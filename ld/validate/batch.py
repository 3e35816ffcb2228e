"""Checks many files: over several processes, in order, with few in memory at a time."""

import os
from collections.abc import Generator, Sequence

from ld.urls import is_address
from ld.validate.checked import CheckedFile
from ld.validate.checking import Checks, check_file
from ld.validate.profiles import Choice, checks_of

_WORTH_A_PROCESS = 50  # files: for fewer, starting one takes longer than it saves


def check_files(sources: Sequence[str], choice: Choice, jobs: int | None = None) -> Generator[CheckedFile]:
    """Each of *sources* checked, in order, by *jobs* processes (by default as many as pay off; for addresses one).

    Raises ShapesError and InputError, before the first file, for shapes and contexts that cannot be used.
    Closing the iterator, or an exception in it, ends the processes; a process that dies is a RuntimeError.
    """
    checks = checks_of(choice)
    alone = any(map(is_address, sources))  # a site gets one request at a time
    processes = 1 if alone else jobs or min(os.cpu_count() or 1, len(sources) // _WORTH_A_PROCESS)
    if processes <= 1:
        return _one_by_one(sources, checks)
    from ld.processes import in_order  # noqa: PLC0415 - for few files the import would cost more than the check

    return in_order(sources, _Checking(choice), processes)


def _one_by_one(sources: Sequence[str], checks: Checks) -> Generator[CheckedFile]:
    for source in sources:
        yield _checked(source, checks)


def _checked(source: str, checks: Checks) -> CheckedFile:
    try:
        return check_file(source, checks)
    except Exception as error:
        error.add_note(f"while checking {source}")
        raise


class _Checking:
    """The check of one file against a *choice*, from which each process makes its own checks."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._checks: Checks | None = None

    def __call__(self, source: str) -> CheckedFile:
        self._checks = self._checks or checks_of(self._choice)
        return _checked(source, self._checks)
