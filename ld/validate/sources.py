"""Resolves names, folders and patterns to files, each once, in a fixed order."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from ld.errors import InputError
from ld.urls import is_address
from ld.validate.checking import EVIDENCE

_IN_FOLDERS = (".ttl", ".trig", ".nt", ".nq", ".rdf", ".jsonld", ".html", ".htm", ".xhtml", ".facts.json")
"""The suffixes searched for in folders; a file of another kind is checked if it is named."""


def files_of(names: Iterable[str]) -> list[str]:
    """The files that *names* mean: each is a file, a folder (with those below it), a pattern with * or **, or ``-``.

    An address of the Web is taken as it is.

    A file of evidence is checked with its facts, so it is not listed by itself if they are there.
    Raises InputError for a folder or pattern without anything to check. Whether a named file exists shows later.
    """
    return list(dict.fromkeys(file for name in names for file in _files(name)))


def _files(name: str) -> Iterator[str]:
    if is_address(name):
        yield name
    elif name != "-" and Path(name).is_dir():
        yield from _below(Path(name))
    elif has_magic(name) and not Path(name).exists():
        found = [path for path in sorted(glob(name, recursive=True)) if Path(path).is_file()]  # noqa: PTH207 - ** and absolute patterns
        if not found:
            raise InputError(f"{name}: no file is called so", "check the pattern")
        yield from map(_with_facts, found)
    else:
        yield _with_facts(name)


def _below(folder: Path) -> list[str]:
    try:
        shown = sorted(_shown(folder))
    except OSError as error:
        raise InputError(f"{error.filename}: cannot be read: {error.strerror}", "let it be read") from error
    if not shown:
        raise InputError(f"{folder}: holds nothing to check", f"its files may end in {', '.join(_IN_FOLDERS)}")
    return [_with_facts(str(path)) for path in shown]


def _shown(folder: Path) -> Iterator[Path]:
    """The files below *folder* that may hold something to check, and links to missing files."""
    for above, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(above, name) for name in names if name.endswith(_IN_FOLDERS) and not name.startswith(".")):
            if path.is_file() or path.is_symlink():
                yield path


def _refuse(error: OSError) -> None:
    raise error


def _with_facts(name: str) -> str:
    """For a file of evidence, the file of facts with which it is checked."""
    if name.endswith(EVIDENCE):
        for ending in (".ttl", ".jsonld"):
            facts = name.removesuffix(EVIDENCE) + ending
            if Path(facts).is_file():
                return facts
    return name
