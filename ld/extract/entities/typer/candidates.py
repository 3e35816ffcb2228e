"""The distinct names that a text may contain: runs of capitalised words, cut where one name ends and another begins."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ld.extract.entities.typer.tokens import Run, Tokens


class Candidate(NamedTuple):
    """A name that the text may contain, with its *spots*: the indices of the first and last word of each occurrence."""

    name: str
    words: tuple[str, ...]
    smalls: tuple[str, ...]
    spots: list[tuple[int, int]]


def candidates(found: Tokens, runs: Iterable[Run], is_cut: Callable[[Run, int], bool]) -> dict[str, Candidate]:
    """The candidates by key, in the order of their first mention.

    Each of *runs* is cut after the words for which *is_cut* is true. A single word written with and without capitals is
    two names ("Us", "US"); in longer names capitals make no difference.
    """
    names: dict[str, Candidate] = {}
    for run in runs:
        first = 0
        for index in range(len(run.indices)):
            if index + 1 == len(run.indices) or is_cut(run, index):
                _add(names, found, run, first, index)
                first = index + 1
    return names


def _add(names: dict[str, Candidate], found: Tokens, run: Run, first: int, last: int) -> None:
    words = tuple([found.words[index] for index in run.indices[first : last + 1]])
    smalls = ("", *run.smalls[first + 1 : last + 1])
    name = spelled(words, smalls) if first < last else words[0]
    key = key_of(name, words)
    known = names.get(key)
    if known is None:
        known = names[key] = Candidate(name, words, smalls, [])
    known.spots.append((run.indices[first], run.indices[last]))


def spelled(words: Sequence[str], smalls: Sequence[str]) -> str:
    """The name with single spaces between its words: "Bank of England"."""
    return " ".join(f"{small} {word}" if small else word for small, word in zip(smalls, words, strict=True))


def key_of(name: str, words: Sequence[str]) -> str:
    """The key of a candidate."""
    return name.lower() if len(words) > 1 or len(name) > _LONGEST_ACRONYM else name


_LONGEST_ACRONYM = 5
