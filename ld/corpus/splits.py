"""The cut of a corpus into splits: by its files and their sizes alone, so that every run cuts it alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from ld.errors import InputError

Kind = Literal["lines", "packed-lines", "table", "crawl", "files"]

LINES = 8_000_000
"""Bytes of JSON Lines in a split: some 1,500 articles, the work of a few seconds."""

FILES = 1_000
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
_ARTICLES = (".txt", ".md", ".html", ".htm", ".xhtml", ".json")


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the corpus: of *path*, what begins in *start* to *end*, half-open.

    These are bytes of "lines", row groups of a "table", and places in the sorted list of a folder's "files";
    "packed-lines" and a "crawl" are never cut.
    """

    path: str
    kind: Kind
    start: int = 0
    end: int = 0


def splits_of(inputs: Iterable[Path]) -> Iterator[Split]:
    """The splits of *inputs*, in their order; a folder holds articles, or files of many articles, or both.

    Raises InputError for what does not exist and what no reader is for.
    """
    for path in inputs:
        if path.is_dir():
            yield from _of_folder(path)
        elif path.is_file():
            yield from _of_file(path, _kind(path))
        else:
            raise InputError(f"{path}: no such file or folder", "check the path")


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
    for start in range(0, count, FILES):
        yield Split(path=str(folder), kind="files", start=start, end=min(count, start + FILES))


def _of_file(path: Path, kind: Kind) -> Iterator[Split]:
    if kind == "lines":
        size = path.stat().st_size
        for start in range(0, size, LINES):
            yield Split(path=str(path), kind=kind, start=start, end=min(size, start + LINES))
    elif kind == "table":
        for group in range(_row_groups(path)):
            yield Split(path=str(path), kind=kind, start=group, end=group + 1)
    else:
        yield Split(path=str(path), kind=kind)


def _row_groups(path: Path) -> int:
    import pyarrow as pa  # noqa: PLC0415 - only tables need the library
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as table:
            names, groups = table.schema_arrow.names, int(table.num_row_groups)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is no Parquet: {error}", "check the file") from error
    if not {"text", "html"} & set(names):
        raise InputError(f"{path}: has no column text or html", "name the column of the texts text, that of pages html")
    return groups


def _kind(path: Path) -> Kind:
    kind = _known_kind(path)
    if kind is None:
        raise InputError(
            f"{path}: is no corpus", f"name a folder of articles, or a file that ends in {', '.join(_ENDINGS)}"
        )
    return kind


def _known_kind(path: Path) -> Kind | None:
    return next((kind for ending, kind in _ENDINGS.items() if path.name.lower().endswith(ending)), None)
