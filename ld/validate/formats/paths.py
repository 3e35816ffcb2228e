"""The names of files as CI services look them up: from the root of the repository, with forward slashes."""

import os
import re
from pathlib import Path, PurePath
from urllib.parse import quote

import msgspec

from ld.validate.checked import CheckedFile, Located

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|urn:|tag:")
STANDARD_INPUT = "stdin"
"""The name of the file that came on standard input."""


def repository_root(folder: Path) -> Path:
    """The nearest folder at or above *folder* that contains ``.git``; *folder* itself if there is none."""
    folder = folder.absolute()
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)


def from_root(file: CheckedFile, root: Path) -> CheckedFile:
    """*file* with its name, and those in its places, relative to *root*."""
    name = relative(file.file, root)
    if name == file.file:
        return file
    names = {file.file: name}
    results = tuple(_renamed(located, names, root) for located in file.results)
    error = name + file.error.removeprefix(file.file) if file.error.startswith(file.file) else file.error
    return msgspec.structs.replace(file, file=name, results=results, error=error)


def _renamed(located: Located, names: dict[str, str], root: Path) -> Located:
    name = located.place.file
    place = msgspec.structs.replace(located.place, file=names.get(name) or relative(name, root))
    return msgspec.structs.replace(located, place=place)


def relative(name: str, root: Path) -> str:
    """*name* relative to *root*, with forward slashes; paths outside it stay absolute, and non-paths as they are."""
    if name == STANDARD_INPUT or _is_iri(name):
        return name
    path = PurePath(os.path.normpath(Path(name).absolute()))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def uri(name: str) -> str:
    """The path *name* as a URI reference."""
    if _is_iri(name):
        return quote(name, safe="%/:?#[]@!$&'()*+,;=~", errors="surrogateescape")
    reference = quote(name, safe="/", errors="surrogateescape")
    return f"file://{reference}" if name.startswith("/") else reference


def _is_iri(name: str) -> bool:
    return _IRI.match(name) is not None
