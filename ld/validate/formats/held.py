"""Which files were checked against which profiles or shapes, in a line for each choice of them."""

from collections.abc import Iterable
from typing import Self

from ld.validate.checked import CheckedFile

_SHOWN = 3


class ChoiceCounts:
    """Files counted by what they were checked against, in order of appearance; only a few names are kept."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, ...], int] = {}
        self._names: dict[tuple[str, ...], list[str]] = {}

    @classmethod
    def of(cls, files: Iterable[CheckedFile]) -> Self:
        """The counts of *files*."""
        held = cls()
        for file in files:
            held.add(file)
        return held

    def add(self, file: CheckedFile) -> None:
        """Count *file*, if it could be read."""
        if file.profiles:
            self._counts[file.profiles] = self._counts.get(file.profiles, 0) + 1
            names = self._names.setdefault(file.profiles, [])
            if len(names) < _SHOWN:
                names.append(file.file)

    def sentences(self) -> list[str]:
        """Lines such as ``checked against google and schema-org: a.html, b.html, c.html and 4 more``."""
        return [
            f"checked against {told(profiles)}: {', '.join(names)}{self._more(profiles)}"
            for profiles, names in self._names.items()
        ]

    def _more(self, profiles: tuple[str, ...]) -> str:
        more = self._counts[profiles] - len(self._names[profiles])
        return f" and {more:,} more" if more else ""


def told(profiles: tuple[str, ...]) -> str:
    """The names in words: ``google and schema-org``; empty if there are none.

    >>> told(("article-ld", "google", "mine.ttl"))
    'article-ld, google and mine.ttl'
    """
    return " and ".join(filter(None, (", ".join(profiles[:-1]), *profiles[-1:])))
