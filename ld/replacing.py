"""A check before a file is put in place: it may replace another file, but never a device or a pipe."""

import stat
from pathlib import Path

from ld.errors import OutputError


def check_replaceable(path: Path) -> None:
    """Raise OutputError if *path* exists and is not a regular file: moving a file there could replace ``/dev/null``."""
    try:
        mode = path.stat().st_mode
    except OSError:  # nothing is there, or nothing that can be seen: then writing says why it fails
        return
    if not stat.S_ISREG(mode):
        raise OutputError(f"{path}: is no file, and nothing else is replaced", "name a file")
