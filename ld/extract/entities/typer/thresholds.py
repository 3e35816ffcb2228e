"""The least probability at which a candidate counts as a name, for each kind."""

import functools

from ld.text.lexicon import data_text


@functools.cache
def thresholds() -> dict[str, float]:
    """The least probability of a name of each kind: ``data/name_thresholds.txt``."""
    text = data_text("typer/name_thresholds.txt")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: float(least) for kind, least in rows}


@functools.cache
def extremes() -> tuple[float, float]:
    """The lowest and the highest threshold."""
    limits = thresholds().values()
    return min(limits), max(limits)
