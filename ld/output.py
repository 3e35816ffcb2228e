"""Files written all together or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ld.errors import OutputError


def write_together(directory: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write *files* (name to text, UTF-8) into *directory*, which is created if missing; returns their paths.

    All files are complete before the first is moved into place, and if one cannot be, the others are restored: whatever
    interrupts the run, no file is half written and none of an earlier run is lost.
    Raises OutputError, naming the path and the system's reason.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".article-ld-", dir=directory))
    except OSError as error:
        raise OutputError(
            f"{directory}: cannot be written to: {error.strerror}", "name another folder with -o"
        ) from error
    try:
        for name, text in files.items():
            _check(directory / name)
            _write_durably(staging / name, text)
        _replace(directory, staging, tuple(files))
    except OSError as error:
        raise OutputError(f"{error.filename or directory}: cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return tuple(directory / name for name in files)


def _check(path: Path) -> None:
    """Refuse to replace anything but a regular file."""
    if path.exists() and not path.is_file():
        raise OutputError(
            f"{path}: is no file, and would be replaced by one", "move it, or name another folder with -o"
        )


def _write_durably(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _replace(directory: Path, staging: Path, names: tuple[str, ...]) -> None:
    """Move the staged files into place; if interrupted, restore the earlier ones.

    The earlier ones are copied aside, not moved, so that no file is missing at any moment.
    """
    replaced: list[str] = []
    try:
        for name in names:
            if (directory / name).exists():
                shutil.copy2(directory / name, staging / f"{name}.before")
            replaced.append(name)
            (staging / name).replace(directory / name)
    except BaseException:
        for name in replaced:
            before = staging / f"{name}.before"
            if before.exists():
                before.replace(directory / name)
            else:
                (directory / name).unlink(missing_ok=True)
        raise
