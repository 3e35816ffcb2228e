"""Standard input, which may be missing: some supervisors close it."""

import sys
from typing import BinaryIO

from ld.errors import InputError


def standard_input() -> BinaryIO:
    """Standard input, to be read as bytes and left open. Raises InputError if it is closed."""
    if sys.stdin is None:
        raise InputError("standard input is closed", "give it something to read, or name a file")
    return sys.stdin.buffer


def read_standard_input() -> bytes:
    """All of standard input. Raises InputError if it is closed or cannot be read."""
    try:
        return standard_input().read()
    except OSError as error:
        raise InputError(f"standard input cannot be read: {error.strerror or error}", "name a file") from error
