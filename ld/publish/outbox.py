"""The outbox: a directory in which articles wait, safe from crashes, until a store has them."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ld.errors import InputError, OutputError
from ld.publish.publication import Publication, of_lines

_SUFFIX = ".publication"


class Outbox:
    """One file an article: of two versions that wait, only the later is there.

    A file is complete or absent, whatever interrupts the writing: it is written beside its place, synced, and renamed.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        try:
            directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{directory}: cannot be an outbox: {error.strerror}") from error

    def keep(self, publication: Publication) -> Publication:
        """Write *publication* durably; it comes back unchanged."""
        try:
            descriptor, temporary = tempfile.mkstemp(dir=self._directory, suffix=".part")
            with os.fdopen(descriptor, "wb") as file:
                file.write(_written(publication))
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path(publication.name))
            self._sync()
        except OSError as error:
            raise OutputError(f"{self._directory}: the outbox cannot be written: {error.strerror}") from error
        return publication

    def release(self, publication: Publication) -> None:
        """Remove *publication*, unless a later version has taken its place."""
        path = self._path(publication.name)
        if path.exists() and _read(path).digest == publication.digest:
            path.unlink()

    def waiting(self) -> Iterator[Publication]:
        """What waits, the article whose name sorts first first. Files of an interrupted writing are cleared away."""
        for part in self._directory.glob("*.part"):
            part.unlink(missing_ok=True)
        for path in sorted(self._directory.glob(f"*{_SUFFIX}")):
            yield _read(path)

    def _path(self, name: str) -> Path:
        return self._directory / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}{_SUFFIX}"

    def _sync(self) -> None:
        """Make the renaming itself durable."""
        descriptor = os.open(self._directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _written(publication: Publication) -> bytes:
    """The name, the digest, the facts and, behind an empty line, the evidence."""
    return "\n".join((publication.name, publication.digest, *publication.facts, "", *publication.evidence)).encode()


def _read(path: Path) -> Publication:
    name, digest, *lines = path.read_bytes().decode().split("\n")
    cut = lines.index("")
    found = of_lines(name, lines[:cut], (line for line in lines[cut + 1 :] if line))
    if found.digest != digest:
        raise InputError(
            f"{path}: the content is not what was put into the outbox", "remove the file and publish again"
        )
    return found
