"""The file of a knowledge base: SQLite, opened for reading alone, mapped into memory and shared by all who read it."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from ld.errors import InputError
from ld.kb.item import Item, unpack

FORMAT = "article-ld knowledge base, format 3"
_MAPPED = 1 << 34


class Info(NamedTuple):
    """A knowledge base's description of itself. *snapshot* is the day of its data, or empty."""

    name: str
    snapshot: str
    items: dict[str, int]
    names: int
    sources: tuple[str, ...]

    def told(self) -> str:
        """The knowledge base as a link names its source."""
        return f"{self.name}: {self.snapshot}" if self.snapshot else self.name


class KbFile:
    """An open knowledge base. It can be sent to another process, which opens the file again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        import sqlite3  # noqa: PLC0415 - imported late: without a knowledge base nobody shall wait for it

        _check(path)
        self._database_error = sqlite3.Error
        try:
            self._rows = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
                cached_statements=16,
            )
        except sqlite3.Error as error:
            raise InputError(f"{path}: cannot be opened: {error}", "check the path and its permissions") from error
        try:
            self._rows.execute(f"PRAGMA mmap_size={_MAPPED}")
            self._meta = dict(self._rows.execute("SELECT key, value FROM meta"))
            if self._meta.get("format") != FORMAT:
                raise _foreign(path)
            self.info()
        except (sqlite3.Error, KeyError, ValueError, TypeError, AttributeError) as error:
            self._rows.close()
            raise _foreign(path) from error
        except InputError:
            self._rows.close()
            raise

    def info(self) -> Info:
        """The knowledge base's description of itself."""
        kinds = {k.removeprefix("items "): int(v) for k, v in sorted(self._meta.items()) if k.startswith("items ")}
        sources = tuple(self._meta.get("sources", "").splitlines())
        return Info(self._meta["name"], self._meta["snapshot"], kinds, int(self._meta["names"]), sources)

    def close(self) -> None:
        """Close the file."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Self], tuple[Path]]:
        return (type(self), (self.path,))

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows of *query*. Raises InputError for a file that is damaged."""
        try:
            return self._rows.execute(query, values).fetchall()
        except self._database_error as error:
            raise self.damaged(error) from error

    def each_row(self, query: str) -> Iterator[Any]:
        """The rows of *query*, not all of them in memory at once. Raises InputError for a file that is damaged."""
        try:
            for row in self._rows.execute(query):  # noqa: UP028 - "yield from" would close the cursor of a closed file
                yield row
        except self._database_error as error:
            raise self.damaged(error) from error

    def unpacked(self, record: bytes) -> Item:
        """The item in *record*. Raises InputError if there is none."""
        try:
            return unpack(record)
        except (msgspec.MsgspecError, TypeError, ValueError) as error:
            raise self.damaged(error) from error

    def damaged(self, reason: object) -> InputError:
        """The error for a file that is damaged, for this *reason*."""
        return InputError(f"{self.path}: is damaged: {reason}", "build it anew with: article-ld kb build")


def _check(path: Path) -> None:
    """Raise InputError if *path* is not a readable file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: is no file, so no knowledge base", "name the file that kb build has written")
        path.open("rb").close()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such knowledge base", "build one with: article-ld kb build") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and its permissions") from error


def _foreign(path: Path) -> InputError:
    return InputError(f"{path}: not a knowledge base of this version", "build it anew with: article-ld kb build")
