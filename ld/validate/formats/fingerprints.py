"""Fingerprints that outlast edits elsewhere in the file, so that a service recognizes a result."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from ld.validate.checked import CheckedFile, Located
from ld.validate.formats.unread import UNREADABLE


def with_fingerprints(file: CheckedFile) -> Iterator[tuple[Located, str]]:
    """Each result of *file* with its fingerprint, 32 hexadecimal digits.

    It is computed from the file, the shape, the node, the property and the value, never from a line number; results
    that agree in all these differ by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for located in file.results:
        identity = _identity(located)
        seen[identity] += 1
        yield located, _digest(*identity, str(seen[identity]))


def unreadable_fingerprint(file: CheckedFile) -> str:
    """The fingerprint for a *file* that could not be read."""
    return _digest(file.file, UNREADABLE)


def _identity(located: Located) -> tuple[str, ...]:
    result = located.result
    # a blank node has another label in every run
    node = result.node if result.focus_node.startswith("_:") else result.focus_node
    return (located.place.file, result.shape, result.component, node, result.path, result.value)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
