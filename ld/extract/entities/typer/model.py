"""Two linear models over sparse features: whether a name ends in a gap, and the type of a name."""

import functools
import itertools
import math
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from ld.extract.entities.typer.candidates import Candidate, candidates
from ld.extract.entities.typer.features import Features, describe, with_ties
from ld.extract.entities.typer.gaps import Words, cutter
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.tokens import Run, Tokens, runs, tokens
from ld.extract.entities.typer.word_facts import is_country
from ld.text.lexicon import data_text

Type = Literal["person", "organization", "place", "other", "none"]
TYPES: tuple[Type, ...] = ("person", "organization", "place", "other", "none")
FILE = "typer/name_weights.tsv"


class Typed(NamedTuple):
    """A candidate with its most probable *type*, the probabilities in the order of TYPES, and its features."""

    name: Candidate
    type: Type
    probability: float
    probabilities: tuple[float, ...]
    features: Features

    @classmethod
    def of(cls, name: Candidate, probabilities: tuple[float, ...], features: Features) -> Self:
        """The candidate with the first of the most probable types."""
        top = max(probabilities)
        return cls(name, TYPES[probabilities.index(top)], top, probabilities, features)


@dataclass(frozen=True)
class Weights:
    """The weights of each feature: *gaps* in hundredths for the end of a name, *types* for each of TYPES."""

    gaps: Mapping[str, int]
    types: Mapping[str, tuple[int, ...]]

    @functools.cached_property
    def _joined(self) -> Mapping[str, int]:
        """The weights of each feature for all types packed into one number, so that one addition adds up five."""
        return {feature: sum(map(operator.lshift, each, _BITS)) for feature, each in self.types.items()}

    def _sums(self, features: Iterable[str]) -> list[int]:
        """The total weight of *features* for each type."""
        joined = sum(map(self._joined.get, features, itertools.repeat(0))) + _NOUGHTS
        return [(joined >> bits & _DIGIT) - _NOUGHT for bits in _BITS]

    def is_cut(self, features: Iterable[str]) -> bool:
        """Whether a name ends in the gap with these *features*."""
        return sum(map(self.gaps.get, features, itertools.repeat(0))) > 0

    def probabilities(self, features: Features) -> tuple[float, ...]:
        """The probability of each type for a candidate with these *features*."""
        own, beside = self._sums(features.own), self._sums(features.beside)
        sums = [one + each * features.share for one, each in zip(own, beside, strict=True)]
        top = max(sums)
        powers = [math.exp((each - top) / 100) for each in sums]
        total = sum(powers)
        return tuple([power / total for power in powers])


_DIGIT = (1 << 30) - 1
_BITS = range(0, 30 * len(TYPES), 30)
_NOUGHT = 1 << 29
_NOUGHTS = sum(_NOUGHT << bits for bits in _BITS)
"""A sum may be negative: each digit of 30 bits counts from the middle of its range."""


@functools.cache
def weights() -> Weights:
    """The weights that come with the program."""
    return read_weights(data_text(FILE))


def read_weights(table: str) -> Weights:
    """The weights in *table*: lines of ``gap``, feature, weight, and of ``type``, feature, five weights."""
    gaps: dict[str, int] = {}
    types: dict[str, tuple[int, ...]] = {}
    for line in table.split("\n"):
        if not line or line.startswith("#"):
            continue
        model, feature, *numbers = line.split("\t")
        values = tuple(int(number or 0) for number in numbers)
        if model == "gap":
            gaps[feature] = values[0]
        else:
            types[feature] = values
    return Weights(gaps, types)


class Prepared(NamedTuple):
    """A text as the models read it: its *words* and its *runs*."""

    words: Words
    runs: list[Run]

    @property
    def tokens(self) -> Tokens:
        """The words of the text."""
        return self.words.tokens


def prepare(text: str, known: Knowledge, titles: Sequence[tuple[int, int]] = ()) -> Prepared:
    """*text* as words and runs; in the lines *titles* (start, end) capitals mean nothing, so that they have no runs."""
    found = tokens(text)
    skipped: set[int] = set()
    lines = iter(titles)
    line = next(lines, None)
    for index in found.capitals:
        start = found.starts[index]
        while line and line[1] <= start:
            line = next(lines, None)
        if line is None:
            break
        if line[0] <= start:
            skipped.add(index)
    return Prepared(Words(found, found.in_small_letters, known), runs(found, frozenset(skipped)))


def type_candidates(text: Prepared, table: Weights) -> list[Typed]:
    """The candidates of *text* with their types: the longest first, so that short forms can use their types."""
    names = candidates(text.tokens, text.runs, cutter(text.words, text.runs, table.is_cut))
    described = describe(text.words, names)
    types: dict[str, str] = {key: "place" for key in names if is_country(key)}
    typed: list[Typed] = []
    for key in sorted(names, key=lambda each: -len(names[each].words)):
        if key not in types:
            features = with_ties(*described[key], types)
            typed.append(Typed.of(names[key], table.probabilities(features), features))
            types[key] = typed[-1].type
    return typed
