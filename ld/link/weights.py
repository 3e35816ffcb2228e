"""The score of a candidate: a weighted sum of its features, from one table."""

import functools
import math
from collections.abc import Mapping
from typing import NamedTuple

from ld.text.lexicon import table

THRESHOLD = 0.7
"""Below this score nothing is linked."""

MARGIN = 3.0
"""The best candidate's odds must be this many times the runner-up's."""


class Weight(NamedTuple):
    """A row of ``data/person_weights.csv`` or ``data/thing_weights.csv``: a *feature*'s worth, and its *value*."""

    feature: str
    weight: float
    value: str


@functools.cache
def person_weights() -> dict[str, Weight]:
    """The weights for people, by feature."""
    return _weights("link/person_weights")


@functools.cache
def thing_weights() -> dict[str, Weight]:
    """The weights for organizations and places, by feature."""
    return _weights("link/thing_weights")


def _weights(name: str) -> dict[str, Weight]:
    return {row["feature"]: Weight(row["feature"], float(row["weight"]), row["value"]) for row in table(name)}


def score(features: Mapping[str, float], weights: Mapping[str, Weight] | None = None) -> float:
    """The score in 0..1, rounded to three digits, by *weights* (those for people by default).

    Raises KeyError for a feature without a weight.
    """
    weights = weights or person_weights()
    total = weights["always"].weight + sum(worths(features, weights).values())
    return round(1 / (1 + math.exp(-total)), 3)


def worths(features: Mapping[str, float], weights: Mapping[str, Weight]) -> dict[str, float]:
    """What each of *features* adds to the sum behind the score: weight times value, by its name."""
    return {name: weights[name].weight * value for name, value in sorted(features.items())}


def odds(value: float) -> float:
    """The odds for a *score*: 3 for 0.75."""
    return value / max(1 - value, _LEAST)


_LEAST = 0.0005
"""Half of the last digit of a score, so that one rounded to 1 has finite odds."""
