"""The files from which a knowledge base is built: dumps, tables, and other knowledge bases."""

import bz2
import gzip
import io
import itertools
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from ld.errors import InputError
from ld.kb.contents import all_items, merged_ids
from ld.kb.dump import Filter, read_line
from ld.kb.item import Item
from ld.kb.store import open_kb
from ld.kb.tables import read_csv, read_header, read_json
from ld.kb.writer import Entry, Redirect


class Line(NamedTuple):
    """The content of one line of a source, and what to note about it.

    *found* is a text if the line was left out: the reason. *broken* says what is wrong with a line.
    *at* is the position in the file, in bytes; *modified* the day of the entity's last change, if known.
    """

    number: int
    found: Entry | str | None
    at: int
    broken: str = ""


def read_source(path: Path, wanted: Filter, skip: int = 0) -> Iterator[Line]:
    """The lines of the source *path* after the first *skip*, one by one, in constant memory.

    The name shows the format: ``.json``, ``.json.gz`` or ``.json.bz2`` for a dump of Wikidata, ``.csv`` and ``.jsonl``
    for the user's own items; a knowledge base may have any name. Raises InputError for any other file, and for one that
    cannot be read.
    """
    name = path.name.lower()
    try:
        if _is_kb(path):
            yield from _of_kb(path, skip)
        elif is_dump(path):
            yield from _of_lines(path, skip, lambda line: read_line(line, wanted))
        elif name.endswith((".jsonl", ".csv")):
            yield from _of_lines(path, skip, read_json if name.endswith("l") else _csv_reader(path))
        else:
            hint = "the name of a dump ends in .json, .json.gz or .json.bz2, that of a table in .csv or .jsonl"
            raise InputError(f"{path}: its name does not say what it is", hint)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file", "check the path") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{path}: cannot be read: {reason}", "fetch the file again, then go on where it stopped"
        ) from error


def _is_kb(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


_SQLITE = b"SQLite format 3\0"


def is_dump(path: Path) -> bool:
    """Whether *path* is named as a dump of Wikidata is."""
    return path.name.lower().endswith((".json", ".json.gz", ".json.bz2"))


def size_of(path: Path) -> int:
    """The size of the source in bytes. Raises InputError if it does not exist."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path") from error


def _of_lines(path: Path, skip: int, read: Callable[[bytes], Entry | str | None]) -> Iterator[Line]:
    with path.open("rb") as raw, _unpacked(raw, path) as stream:
        at = 0
        for number, line in enumerate(stream, 1):
            if number % _OFTEN == 0:
                at = raw.tell()
            if number <= skip or not line.strip():
                continue
            try:
                found, broken = read(line), ""
            except RecursionError:
                found, broken = None, "it is nested too deeply"
            except (msgspec.MsgspecError, ValueError, OverflowError) as error:
                found, broken = None, str(error)
            yield Line(number, found, at, broken)


_OFTEN = 1000
"""Lines between two updates of the position in the file: determining it takes longer than reading a line."""


def _unpacked(raw: IO[bytes], path: Path) -> IO[bytes]:
    if path.name.endswith(".gz"):
        return io.BufferedReader(gzip.GzipFile(fileobj=raw), 1 << 20)
    return bz2.BZ2File(raw) if path.name.endswith(".bz2") else raw


def _csv_reader(path: Path) -> Callable[[bytes], Item | None]:
    with path.open("rb") as stream:
        first = stream.readline()
    try:
        header = read_header(first)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: line 1: {error}", "see docs/kb.md for the columns") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8: byte {error.start} cannot be decoded", "save it as UTF-8") from error
    return lambda line: None if line == first else read_csv(line, header)


def _of_kb(path: Path, skip: int) -> Iterator[Line]:
    with open_kb(path) as kb:
        found: Iterator[Entry] = itertools.chain(all_items(kb), (Redirect(old, new) for old, new in merged_ids(kb)))
        yield from (Line(number, each, 0) for number, each in enumerate(found, 1) if number > skip)


def read_redirects(path: Path) -> Iterator[Redirect]:
    """The redirects of a table: an old ID, a comma or tab, and a new one, or nothing if it was deleted.

    IRIs of Wikidata entities are accepted. Raises InputError for any other line.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                match = _MOVED.fullmatch(line.strip())
                if match:
                    yield Redirect(match["old"], match["new"])
                elif line.strip() and number > 1:
                    raise InputError(f"{path}: line {number}: no redirect", "write OLD,NEW, or OLD, for a deleted one")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8: byte {error.start} cannot be decoded", "save it as UTF-8") from error


_IRI = r"(?:<?https?://www\.wikidata\.org/entity/)?"
_NUMBER = "Q[1-9][0-9]{0,17}"
_MOVED = re.compile(
    rf"""
    {_IRI} (?P<old>{_NUMBER}) >?
    \s*[,\t]\s*
    (?:{_IRI} (?P<new>{_NUMBER}) >?)?  # Q1,Q2; "Q1," for one that was deleted
    \s*
    """,
    re.VERBOSE,
)
