"""The outbox: a directory in which articles wait, safe from crashes, until a store has them."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ld.errors import InputError, OutputError
from ld.publish.publication import Publication, of_lines

_SUFFIX = ".publication"
_PART = ".part"


class Outbox:
    """Articles waiting to be sent, one file each: of two versions only the later is kept.

    A file is complete or absent, even after an interruption: it is written under another name, synced, and renamed.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        try:
            directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{directory}: cannot be an outbox: {error.strerror}") from error

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes out while this lasts; OutputError if one is at work. Clears what a crash left half.

        Two processes could not agree on which version of an article is the later.
        """
        import fcntl  # noqa: PLC0415 - Unix only; publishing without an outbox needs no lock

        descriptor = os.open(self._directory, os.O_RDONLY)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise OutputError(
                    f"{self._directory}: cannot be locked: {error.strerror}", "is another process publishing from it?"
                ) from error
            for part in self._directory.glob(f"*{_PART}"):
                part.unlink()
            yield
        finally:
            os.close(descriptor)

    def keep(self, publication: Publication) -> None:
        """Write *publication* durably, replacing an earlier version. If it is waiting already, nothing is written."""
        content = _written(publication)
        if self._content(publication.name) == content:
            return
        try:
            descriptor, temporary = tempfile.mkstemp(dir=self._directory, suffix=_PART)
            part = Path(temporary)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(self._path(publication.name))
            finally:
                part.unlink(missing_ok=True)
            self._sync()
        except OSError as error:
            raise OutputError(f"{self._directory}: the outbox cannot be written: {error.strerror}") from error

    def holds(self, name: str) -> bool:
        """Whether a version of the article *name* waits."""
        return self._path(name).exists()

    def release(self, publication: Publication) -> None:
        """Remove *publication*, unless another version has taken its place."""
        if self._content(publication.name) != _written(publication):
            return
        try:
            self._path(publication.name).unlink()
        except OSError as error:
            raise OutputError(f"{self._directory}: the outbox cannot be cleared: {error.strerror}") from error

    def forget(self, name: str) -> bool:
        """Remove for good what waits under *name*; returns whether there was something."""
        if not self.holds(name):
            return False
        try:
            self._path(name).unlink()
            self._sync()
        except OSError as error:
            raise OutputError(f"{self._directory}: the outbox cannot be cleared: {error.strerror}") from error
        return True

    def count(self) -> int:
        """How many articles wait."""
        return len(self._files())

    def waiting(self) -> Iterator[Publication]:
        """What waits, in the order of the files' names. InputError in the end, if files are damaged: it names them."""
        damaged = []
        for path in self._files():
            publication = _read(path)
            if publication and self._path(publication.name) == path:
                yield publication
            else:
                damaged.append(str(path))
        if damaged:
            raise InputError(
                f"{', '.join(damaged)}: the content cannot be read, or is not what was put into the outbox",
                "publish the article again, and remove the file if it is still there then",
            )

    def _files(self) -> list[Path]:
        return sorted(self._directory.glob(f"*{_SUFFIX}"))

    def _path(self, name: str) -> Path:
        return self._directory / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}{_SUFFIX}"

    def _content(self, name: str) -> bytes:
        """What waits under *name*; nothing if nothing does."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise OutputError(f"{self._path(name)}: cannot be read: {error.strerror}") from error

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


def _read(path: Path) -> Publication | None:
    """The publication in *path*; None if the file is not as it was written."""
    try:
        content = path.read_bytes()
        name, _, *lines = content.decode().split("\n")
        cut = lines.index("")
    except (OSError, ValueError):
        return None
    found = of_lines(name, lines[:cut], lines[cut + 1 :])
    return found if _written(found) == content else None
