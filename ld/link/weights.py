"""The score of a candidate: a weighted sum of what speaks for it, from one table."""

import csv
import functools
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

THRESHOLD = 0.7
"""Below this score nobody is linked."""

MARGIN = 0.15
"""As much more than the runner-up's must the best score be."""


class Weight(NamedTuple):
    """A row of ``data/person_weights.csv``: what a *feature* is worth, and what its *value* is."""

    feature: str
    weight: float
    value: str


@functools.cache
def person_weights() -> dict[str, Weight]:
    """The weights by feature."""
    lines = (files("ld.link") / "data" / "person_weights.csv").read_text(encoding="utf-8").splitlines()
    return {
        row["feature"]: Weight(row["feature"], float(row["weight"]), row["value"]) for row in csv.DictReader(lines[1:])
    }


def score(features: Mapping[str, float]) -> float:
    """The score in 0..1, to three digits; KeyError for a feature without a weight."""
    weights = person_weights()
    total = weights["always"].weight + sum(weights[name].weight * value for name, value in sorted(features.items()))
    return round(1 / (1 + math.exp(-total)), 3)
