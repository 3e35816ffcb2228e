"""Processes started by tests, ended with them, and the processes that these start, as listed by Linux."""

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
    """A process in a session of its own; it and all that it started there end with the block."""
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
    """The processes whose parent is *pid*, by number. The test is skipped if the system lists none."""
    if not (PROC / "self/stat").exists():
        pytest.skip("this system has no /proc, which lists processes")
    return sorted(int(entry.name) for entry in PROC.glob("[0-9]*") if _stat(entry)[1:2] == [str(pid)])


def below(pid: int) -> list[int]:
    """The *children* of *pid*, and all their descendants."""
    return [found for child in children(pid) for found in (child, *below(child))]


def is_running(pid: int) -> bool:
    """Whether the process exists, and is not a zombie."""
    return _stat(PROC / str(pid))[:1] not in ([], ["Z"])


def arguments(pid: int) -> list[str]:
    """The command line of the process *pid*; empty if it has ended."""
    try:
        return (PROC / str(pid) / "cmdline").read_text(errors="replace").split("\0")
    except OSError:
        return []


def _stat(entry: Path) -> list[str]:
    """State, parent and the rest, after the name, which may contain anything; empty if the process has ended."""
    try:
        return (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []
