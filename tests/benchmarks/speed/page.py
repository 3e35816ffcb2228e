"""The figures as the page ``docs/performance.md``."""

import platform
import statistics
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from speed.growth import Run
from speed.picture import Bar, picture
from speed.timing import Timing

_BESIDE = """\
Facts become terms by our mapping for all rows: rdflib, pySHACL and pyoxigraph make of them what they need.
“×” is how many times as long a row takes as the first one."""
_PACKAGES = ("rdflib", "pyshacl", "pyoxigraph", "msgspec")


class Figures(NamedTuple):
    """All that was measured, on *articles* articles of *triples* triples and *size* bytes of text each."""

    articles: int
    triples: float
    size: float
    rounds: int
    steps: dict[str, Timing]
    comparisons: dict[str, dict[str, Timing]]
    rates: dict[str, list[float]]
    runs: list[Run]


def page(figures: Figures) -> str:
    """The page, in Markdown."""
    return "\n\n".join(
        (
            "# Performance",
            _circumstances(figures),
            "![Time an article, ours and others](performance.svg)",
            "## Each step",
            _steps(figures),
            "## Beside what one would write",
            _BESIDE,
            *(f"### {what}\n\n{_compared(rows)}" for what, rows in figures.comparisons.items()),
            *_engines(figures.rates),
            *_corpora(figures.runs),
        )
    )


def drawing(figures: Figures) -> str:
    """The comparisons as a picture."""
    groups = {
        what: [Bar(name, 1000 * timing.median, ours=name == next(iter(rows))) for name, timing in rows.items()]
        for what, rows in figures.comparisons.items()
    }
    return picture("Time an article, on one core (logarithmic scale)", groups)


def _circumstances(figures: Figures) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        "`make bench` writes this page.\n"
        f"Measured on {figures.articles} articles of {figures.size:.0f} bytes "
        f"and {figures.triples:.0f} triples each, {figures.rounds} rounds in turn, in seconds of processor time; "
        "given are medians, with the fastest and the slowest round.\n"
        f"Python {platform.python_version()}, {packages}; {_machine()}.\n"
        "Other work on the machine slows all rows alike: read the ratios."
    )


def _machine() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0]}, {len(names)} cores" if names else platform.machine()


def _steps(figures: Figures) -> str:
    rows = [
        f"| {name} | {1000 * timing.median:.3g} | {timing.spread} | {1 / timing.median:,.0f} |"
        for name, timing in figures.steps.items()
    ]
    return "\n".join(("| step | ms an article | rounds | articles/s |", "| --- | --- | --- | --- |", *rows))


def _compared(rows: dict[str, Timing]) -> str:
    ours = next(iter(rows.values())).median
    table = [
        f"| {name} | {1000 * timing.median:.3g} | {timing.spread} | {1 / timing.median:,.0f} "
        f"| {timing.median / ours:.1f} |"
        for name, timing in rows.items()
    ]
    return "\n".join(("| | ms an article | rounds | articles/s | × |", "| --- | --- | --- | --- | --- |", *table))


def _engines(rates: dict[str, list[float]]) -> list[str]:
    if not rates:
        return []
    rows = [
        f"| {name} | {statistics.median(measured):,.0f} | {min(measured):,.0f} to {max(measured):,.0f} |"
        for name, measured in rates.items()
    ]
    said = (
        "Ours maps facts to all their triples and writes N-Quads.\n"
        "The engines are given a table with finished IRIs, in which each row becomes two triples, "
        "and one thread; they write N-Triples."
    )
    table = "\n".join(("| | triples/s | rounds |", "| --- | --- | --- |", *rows))
    return ["### Mapping engines", said, table]


def _corpora(runs: list[Run]) -> list[str]:
    if not runs:
        return []
    rows = [
        f"| {run.articles:,} | {run.workers} | {run.seconds:.1f} | {run.rate:.0f} | {run.memory / 2**20:,.0f} |"
        for run in runs
    ]
    head = "| articles | workers | seconds | articles/s | most memory, MiB |", "| --- | --- | --- | --- | --- |"
    said = "`article-ld corpus` by the clock, with its start; its processes' memory together."
    return ["## Whole corpora", said, "\n".join((*head, *rows))]
