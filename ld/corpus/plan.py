"""Everything that the results of a run depend on; a run can be resumed only with an identical plan."""

import platform
import zlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec

from ld.corpus.conversion import ConversionOptions
from ld.corpus.files import Compression
from ld.corpus.splits import Split, article_files, splits_of
from ld.corpus.tails import tail_of, whole_lines
from ld.version import __version__

_LIBRARIES = ("msgspec", "pyarrow", "rensa", "trafilatura", "warcio")


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """An input: its *path* as given, its size, and when it was last changed (ns since 1970).

    *tail* is the SHA-256 of the last bytes of a file that may grow, which distinguishes growth from replacement.
    """

    path: str
    bytes: int
    changed: int
    tail: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The *inputs* and the files that *settings* name, the *splits*, and with what they are read and written.

    Of the records the first *limit* are taken, each with the chance *sample*. If it *grows*, later plans may go on
    from it; *updates* has the number of splits that there were before each time that one did.
    """

    versions: dict[str, str]
    inputs: tuple[Input, ...]
    splits: tuple[Split, ...]
    settings: ConversionOptions
    compression: Compression
    limit: int | None
    sample: float
    grows: bool = False
    updates: tuple[int, ...] = ()


def plan_of(  # noqa: PLR0913 - what a run is told
    inputs: Sequence[Path],
    settings: ConversionOptions,
    *,
    compression: Compression = "gz",
    limit: int | None = None,
    sample: float = 1.0,
    grows: bool = False,
) -> Plan:
    """The plan for *inputs*, without a last line that may still be written if it *grows*.

    Raises InputError as ``splits_of`` does.
    """
    splits = tuple(whole_lines(splits_of(inputs)) if grows else splits_of(inputs))
    read = [Path(path) for path in dict.fromkeys(split.path for split in splits)]
    return Plan(
        versions=_versions(),
        inputs=tuple(_input(path, grows=grows) for path in (*read, *named_files(settings))),
        splits=splits,
        settings=settings,
        compression=compression,
        limit=limit,
        sample=sample,
        grows=grows,
    )


def differing(plan: Plan, other: Plan) -> list[str]:
    """The names of the parts in which two plans differ."""
    return [name for name in Plan.__struct_fields__ if getattr(plan, name) != getattr(other, name)]


def _versions() -> dict[str, str]:
    """Versions of all that decides on bytes."""
    libraries = {name: version(name) for name in _LIBRARIES}
    return {
        "article-ld": __version__,
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    } | libraries


def named_files(settings: ConversionOptions) -> Iterator[Path]:
    """The files that *settings* name."""
    return (Path(path) for path in (settings.kb, settings.links, settings.shapes) if path)


def _input(path: Path, *, grows: bool) -> Input:
    """What shows whether *path* has changed; for a folder, all its articles or shapes together."""
    files = [*article_files(path), *path.rglob("*.ttl")] if path.is_dir() else [path]
    stats = [each.stat() for each in files]
    size, changed = sum(stat.st_size for stat in stats), max((stat.st_mtime_ns for stat in stats), default=0)
    return Input(str(path), size, changed, tail_of(path, size) if grows and path.is_file() else "")
