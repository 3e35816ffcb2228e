"""Folders of articles: one file per article, as text, page or facts.json."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ld.corpus.record import Place, Record, Reject
from ld.corpus.splits import article_files
from ld.read.agency import is_agency_item
from ld.read.source import is_html


def folder_records(folder: Path, start: int, end: int, most: int) -> Iterator[Record | Reject]:
    """The articles in the files of *folder* from *start* to *end* in their sorted order; at most *most* bytes each."""
    for path in _listed(folder, folder.stat().st_mtime_ns)[start:end]:
        place = Place(str(path), 0)
        try:
            with path.open("rb") as stream:
                data = stream.read(most + 1)
        except OSError as error:
            yield Reject(place=place, reason="damaged", message=f"cannot be read: {error.strerror}")
            continue
        if len(data) > most:
            yield Reject(place=place, reason="too-large", message=f"the file has over {most:,} bytes")
        else:
            yield _record(path, data, place)


@lru_cache(maxsize=1)
def _listed(folder: Path, changed: int) -> list[Path]:  # noqa: ARG001 - a changed folder is another one
    return article_files(folder)


def _record(path: Path, data: bytes, place: Place) -> Record | Reject:
    if path.suffix.lower() in {".html", ".htm", ".xhtml"}:
        return Record(place=place, page=data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte {error.start} cannot be decoded"
        return Reject(place=place, reason="encoding", message=message)
    if is_agency_item(text):
        return Record(place=place, item=text)
    if path.suffix.lower() == ".xml":
        return Reject(place=place, reason="fields", message="is XML, but no NewsML-G2")
    if path.suffix.lower() == ".json":
        return Record(place=place, facts=text)
    return Record(place=place, page=data) if is_html(text) else Record(place=place, text=text)
