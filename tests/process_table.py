"""Processes that tests start, over when the test is, and those that these start, as Linux lists them."""

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

PROC = Path("/proc")


@contextmanager
def running(command: Sequence[Any], **options: Any) -> Iterator[subprocess.Popen]:
    """A process in a session of its own; it, and whatever it has started there, ends with the block."""
    with subprocess.Popen(command, start_new_session=True, **options) as process:
        try:
            yield process
        finally:
            if os.name == "posix":
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()


def children(pid: int) -> list[int]:
    """The processes whose parent is *pid*, by their numbers. The test is left out where the system lists none."""
    if not (PROC / "self/stat").exists():
        pytest.skip("this system has no /proc, which lists processes")
    return sorted(int(entry.name) for entry in PROC.glob("[0-9]*") if _stat(entry)[1:2] == [str(pid)])


def below(pid: int) -> list[int]:
    """The *children* of *pid*, and theirs, however deep."""
    return [found for child in children(pid) for found in (child, *below(child))]


def is_running(pid: int) -> bool:
    """Whether there is such a process, and it is no zombie that only waits for being asked."""
    return _stat(PROC / str(pid))[:1] not in ([], ["Z"])


def arguments(pid: int) -> list[str]:
    """The command line of the process *pid*; empty if there is none any more."""
    try:
        return (PROC / str(pid) / "cmdline").read_text(errors="replace").split("\0")
    except OSError:
        return []


def _stat(entry: Path) -> list[str]:
    """State, parent and the rest, behind the name, which may hold anything; empty if the process is gone."""
    try:
        return (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []
