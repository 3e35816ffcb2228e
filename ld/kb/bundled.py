"""The knowledge base that comes with the program: what the news of the world names, as of its day."""

import functools
from importlib.resources import as_file, files
from pathlib import Path

from ld.errors import InputError
from ld.kb.layers import Layers
from ld.kb.lookup import Lookup
from ld.kb.store import Kb, open_kb

FILE = "bundled.kb"
NAME = "article-ld knowledge"
"""How links cite it, with its edition."""


def with_bundled(own: Lookup | None = None) -> Lookup:
    """The user's *own* knowledge base followed by the bundled one; bases that ask over the network come last."""
    if own is None:
        return bundled_kb()
    return Layers((bundled_kb(), own) if own.is_live else (own, bundled_kb()))


@functools.cache
def bundled_kb() -> Kb:
    """The bundled knowledge base, opened once a process.

    Raises InputError where it was never built: in a checkout that is not installed.
    """
    with as_file(files("ld.kb") / "data" / FILE) as path:
        return _opened(path)


def _opened(path: Path) -> Kb:
    if not path.is_file():
        raise InputError("the bundled knowledge base is missing", "install the project, which builds it")
    return open_kb(path)
