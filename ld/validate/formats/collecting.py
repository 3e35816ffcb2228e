"""Collects all files first, for the formats that begin with totals."""

from collections.abc import Generator, Iterable

from ld.validate.checked import CheckedFile


def collected(files: Iterable[CheckedFile]) -> Generator[str, None, list[CheckedFile]]:
    """All of *files*, with an empty piece before them and one for each, as every format must yield."""
    yield ""
    checked = []
    for file in files:
        checked.append(file)
        yield ""
    return checked
