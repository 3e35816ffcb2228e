"""An HTML page to an Article: the text that readers see, and the page's metadata."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ld.read.html.reading import read_html

__all__ = ["read_html"]


def __getattr__(name: str) -> Any:
    """Load the reader on first use: callers that need only the markup of pages do not have to wait for it."""
    if name in __all__:
        from ld.read.html import reading  # noqa: PLC0415

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
