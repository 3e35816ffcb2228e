"""From sources to values: a page or pasted text to an Article, facts.json to Facts."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ld.read.reading import Given, is_address, read, read_data, read_facts, read_fetched, read_text

__all__ = ["Given", "is_address", "read", "read_data", "read_facts", "read_fetched", "read_text"]


def __getattr__(name: str) -> Any:
    """Load the readers on first use: callers that need only the markup of pages do not have to wait for them."""
    if name in __all__:
        from ld.read import reading  # noqa: PLC0415

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
