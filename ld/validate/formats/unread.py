"""Where and why a file could not be read, taken from the message about it."""

import re

from ld.validate.checked import CheckedFile, Place

_POSITION = re.compile(r":(\d+)(?::(\d+))?(?=:)")
UNREADABLE = "https://w3id.org/article-ld/checks#unreadable"


def fault(file: CheckedFile) -> tuple[Place, str]:
    """The place that the *error* of a *file* begins with, as far as it has one, and the rest of it.

    >>> fault(CheckedFile(file="a.ttl", error="a.ttl:3:5: no Turtle"))[1]
    'no Turtle'
    """
    if not file.error.startswith(f"{file.file}:"):
        return Place(file=file.file), file.error
    rest = file.error.removeprefix(file.file)
    position = _POSITION.match(rest)
    line, column = position.groups(default="0") if position else ("0", "0")
    message = rest[position.end() if position else 0 :].removeprefix(":").strip()
    return Place(file=file.file, line=int(line), column=int(column)), message


def advice(file: CheckedFile) -> str:
    """Why *file* could not be read and what to do, in one line."""
    message = fault(file)[1]
    return f"{message} ({file.hint})" if file.hint else message
