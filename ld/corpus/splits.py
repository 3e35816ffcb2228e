"""The division of a corpus into splits, by its files and their sizes alone, so that every run gets the same."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from ld.corpus.unpacking import unpacked_size
from ld.errors import InputError

Kind = Literal["lines", "packed-lines", "table", "crawl", "files"]

LINES = 1_000_000
"""Bytes of JSON Lines in a split: some 200 articles, the work of a few seconds.

With a few large splits, the last one would keep one process busy while the others have nothing left to do.
"""

CRAWL = 4_000_000
"""Bytes of a crawl in a split: packed, these are some 200 pages."""

ROWS = 200
"""Rows of a table in a split."""

FILES = 200
"""Files of a folder in a split."""

_ENDINGS: dict[str, Kind] = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "packed-lines",
    ".ndjson.gz": "packed-lines",
    ".jsonl.zst": "packed-lines",
    ".parquet": "table",
    ".warc": "crawl",
    ".warc.gz": "crawl",
}
_ARTICLES = (".txt", ".md", ".html", ".htm", ".xhtml", ".json", ".xml")


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the corpus: of *path*, what begins in *start* to *end*, half-open.

    These are bytes of "lines" and of a "crawl", bytes of "packed-lines" once unpacked, rows of a "table",
    and places in the sorted list of a folder's "files".
    """

    path: str
    kind: Kind
    start: int
    end: int


def _absence(path: Path) -> str:
    """Why *path* is neither a file nor a folder."""
    try:
        path.stat()
    except FileNotFoundError:
        return "no such file or folder"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return "is neither a file nor a folder"


def splits_of(inputs: Iterable[Path]) -> Iterator[Split]:
    """The splits of *inputs*, in their order; a folder holds articles, files of many articles, or both.

    Raises InputError for an input that does not exist or has no reader.
    """
    for path in inputs:
        if path.is_dir():
            yield from _of_folder(path)
        elif path.is_file():
            yield from _of_file(path, _kind(path))
        else:
            raise InputError(f"{path}: {_absence(path)}", "check the path")


def article_files(folder: Path) -> list[Path]:
    """The files below *folder* that hold an article each, sorted."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ARTICLES and path.is_file())


def _of_folder(folder: Path) -> Iterator[Split]:
    containers = sorted(path for path in folder.rglob("*") if path.is_file() and _known_kind(path))
    for path in containers:
        yield from _of_file(path, _kind(path))
    count = len(article_files(folder))
    if not count and not containers:
        raise InputError(f"{folder}: holds no articles", f"expected files that end in {', '.join(_ARTICLES)}")
    yield from cut(folder, "files", 0, count)


def _of_file(path: Path, kind: Kind) -> Iterator[Split]:
    match kind:
        case "table":
            yield from cut(path, kind, 0, _rows(path))
        case "packed-lines":
            yield from cut(path, kind, 0, _unpacked_size(path))
        case "crawl":
            yield from cut(path, kind, 0, path.stat().st_size or 1)  # an empty one is no crawl: its reader says so
        case _:
            yield from cut(path, kind, 0, path.stat().st_size)


def cut(path: Path, kind: Kind, start: int, end: int) -> Iterator[Split]:
    """The splits of what *path* has from *start* to *end*."""
    step = {"table": ROWS, "crawl": CRAWL, "files": FILES}.get(kind, LINES)
    return (Split(path=str(path), kind=kind, start=at, end=min(end, at + step)) for at in range(start, end, step))


def _unpacked_size(path: Path) -> int:
    try:
        return unpacked_size(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the file and its permissions") from error


def _rows(path: Path) -> int:
    import pyarrow as pa  # noqa: PLC0415 - only tables need the library
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as table:
            names, rows = table.schema_arrow.names, int(table.metadata.num_rows)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is no Parquet: {error}", "check the file") from error
    if not {"text", "html"} & set(names):
        raise InputError(f"{path}: has no column text or html", "name the column of the texts text, that of pages html")
    return rows


def _kind(path: Path) -> Kind:
    kind = _known_kind(path)
    if kind is None:
        raise InputError(
            f"{path}: is no corpus", f"name a folder of articles, or a file that ends in {', '.join(_ENDINGS)}"
        )
    return kind


def _known_kind(path: Path) -> Kind | None:
    return next((kind for ending, kind in _ENDINGS.items() if path.name.lower().endswith(ending)), None)
