"""The embedded store as a server opens it: the one for reading only."""

from ld.publish.reading import ReadOnlyStore

__all__ = ["ReadOnlyStore"]
