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
from ld.version import __version__

_LIBRARIES = ("msgspec", "pyarrow", "rensa", "trafilatura", "warcio")


class Input(msgspec.Struct, frozen=True):
    """What is read: its *path* as it was given, its size, and when it was last changed (ns since 1970)."""

    path: str
    bytes: int
    changed: int


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The *inputs* and the files that *settings* name, the *splits*, and with what they are read and written.

    Of the records the first *limit* are taken, each with the chance *sample*.
    """

    versions: dict[str, str]
    inputs: tuple[Input, ...]
    splits: tuple[Split, ...]
    settings: ConversionOptions
    compression: Compression
    limit: int | None
    sample: float


def plan_of(
    inputs: Sequence[Path],
    settings: ConversionOptions,
    *,
    compression: Compression = "gz",
    limit: int | None = None,
    sample: float = 1.0,
) -> Plan:
    """The plan for *inputs*. Raises InputError as ``splits_of`` does."""
    splits = tuple(splits_of(inputs))
    read = [Path(path) for path in dict.fromkeys(split.path for split in splits)]
    return Plan(
        versions=_versions(),
        inputs=tuple(_input(path) for path in (*read, *_named(settings))),
        splits=splits,
        settings=settings,
        compression=compression,
        limit=limit,
        sample=sample,
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


def _named(settings: ConversionOptions) -> Iterator[Path]:
    return (Path(path) for path in (settings.kb, settings.links, settings.shapes) if path)


def _input(path: Path) -> Input:
    """What tells whether *path* is as it was; of a folder, all its articles together, or its shapes."""
    files = [*article_files(path), *path.rglob("*.ttl")] if path.is_dir() else [path]
    stats = [each.stat() for each in files]
    return Input(str(path), sum(stat.st_size for stat in stats), max((stat.st_mtime_ns for stat in stats), default=0))
