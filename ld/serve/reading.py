"""The embedded store as the server opens it: read-only."""

from ld.publish.reading import ReadOnlyStore

__all__ = ["ReadOnlyStore"]
