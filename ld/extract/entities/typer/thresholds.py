"""How probable a name of each kind must be before it is taken for one."""

import functools

from ld.text.lexicon import data_text


@functools.cache
def thresholds() -> dict[str, float]:
    """How probable a name of each kind must be: ``data/name_thresholds.txt``."""
    text = data_text("typer/name_thresholds.txt")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: float(least) for kind, least in rows}


@functools.cache
def extremes() -> tuple[float, float]:
    """The lowest of the thresholds, and the highest."""
    limits = thresholds().values()
    return min(limits), max(limits)
