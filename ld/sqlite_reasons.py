"""SQLite's errors explained to somebody who knows files, not databases."""

import errno
import os
import sqlite3

_PRIMARY = 0xFF  # the rest of a code tells which call failed
_REASONS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
}


def reason_of(error: sqlite3.Error) -> str:
    """Why SQLite could not do its work, in the system's words where it has some: "No space left on device"."""
    known = _REASONS.get(getattr(error, "sqlite_errorcode", -1) & _PRIMARY)
    return f"{os.strerror(known)} ({error})" if known else str(error)
