"""Turn a news article into linked data that its publisher can stand behind.

``build`` runs every step; each step is also a module of its own, for those who need only one.
"""

from ld.version import __version__

TYPE_CHECKING = False  # as typing has it, without loading that: an interruption meanwhile would not be quiet
if TYPE_CHECKING:
    from typing import Any

    from ld.pipeline import Build, build

__all__ = ["Build", "__version__", "build"]


def __getattr__(name: str) -> "Any":
    """Load the pipeline when it is asked for: the command's ``--help`` must not wait for the RDF libraries."""
    if name in {"Build", "build"}:
        from ld import pipeline  # noqa: PLC0415

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
