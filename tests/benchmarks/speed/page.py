"""The figures as the page ``docs/performance.md``, made of the sections measured now or earlier."""

import json
import platform
import statistics
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from speed.growth import Run
from speed.picture import Bar, picture
from speed.timing import Timing

_PACKAGES = ("rdflib", "pyshacl", "pyoxigraph", "msgspec")


class Section(NamedTuple):
    """The results of one part of the benchmark: Markdown below a *heading*, and the *bars* of the picture by group."""

    heading: str
    text: str
    bars: dict[str, list[Bar]]


def written(section: Section, file: Path) -> None:
    """Save *section* to *file*, until it is measured again."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(section._asdict()), encoding="utf-8")


def kept(file: Path) -> Section | None:
    """The section saved in *file*, if there is one."""
    if not file.exists():
        return None
    said = json.loads(file.read_text(encoding="utf-8"))
    return Section(
        said["heading"], said["text"], {name: [Bar(*bar) for bar in bars] for name, bars in said["bars"].items()}
    )


def page(sections: Sequence[Section]) -> str:
    """The page, in Markdown."""
    drawn = ["![Time an article, ours and others](performance.svg)"] if any(each.bars for each in sections) else []
    return "\n\n".join(
        ("# Performance", _circumstances(), *drawn, *(f"## {each.heading}\n\n{each.text}" for each in sections))
    )


def drawing(sections: Sequence[Section]) -> str:
    """The comparisons as a picture."""
    groups = {name: bars for section in sections for name, bars in section.bars.items()}
    return picture("Time an article, on one core (logarithmic scale)", groups)


def bars(rows: dict[str, Timing]) -> list[Bar]:
    """The bars of *rows*, ours first."""
    return [Bar(name, 1000 * timing.median, ours=name == next(iter(rows))) for name, timing in rows.items()]


def _circumstances() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        "`make bench` writes this page, in about a quarter of an hour on two quiet cores.\n"
        '`make bench PARTS="names linking"` measures these parts anew and leaves the others as they were; '
        "the parts are steps, tools, validation, names, linking, pages, mapping and corpora.\n"
        "What takes long has to be asked for: "
        '`make bench PARTS=corpora BENCH="--sizes 1000 10000 100000"`, above an hour.\n'
        "Given are seconds of processor time, medians with the fastest and the slowest round; the rows of a table "
        "are run in turn, if nothing else is said.\n"
        f"Python {platform.python_version()}, {packages}; {_machine()}.\n"
        "Other work on the machine slows all rows alike: read the ratios."
    )


def _machine() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0]}, {len(names)} cores" if names else platform.machine()


def steps_table(steps: dict[str, Timing]) -> str:
    """The steps as a table, one per row."""
    rows = [
        f"| {name} | {1000 * timing.median:.3g} | {timing.spread} | {1 / timing.median:,.0f} |"
        for name, timing in steps.items()
    ]
    return "\n".join(("| step | ms an article | rounds | articles/s |", "| --- | --- | --- | --- |", *rows))


def compared(rows: dict[str, Timing]) -> str:
    """Rows in comparison with the first one."""
    ours = next(iter(rows.values())).median
    table = [
        f"| {name} | {1000 * timing.median:.3g} | {timing.spread} | {1 / timing.median:,.0f} "
        f"| {timing.median / ours:.1f} |"
        for name, timing in rows.items()
    ]
    return "\n".join(("| | ms an article | rounds | articles/s | × |", "| --- | --- | --- | --- | --- |", *table))


def engines(rates: dict[str, list[float]]) -> tuple[str, str]:
    """The rates of mapping engines, in words and as a table."""
    rows = [
        f"| {name} | {statistics.median(measured):,.0f} | {min(measured):,.0f} to {max(measured):,.0f} |"
        for name, measured in rates.items()
    ]
    said = (
        "Ours maps facts to all their triples and writes N-Quads.\n"
        "The engines are given a table with finished IRIs, in which each row becomes two triples, "
        "and one thread; they write N-Triples."
    )
    return said, "\n".join(("| | triples/s | rounds |", "| --- | --- | --- |", *rows))


def corpora(runs: Sequence[Run]) -> str:
    """Runs of the command, as a table."""
    rows = [
        f"| {run.articles:,} | {run.workers} | {run.seconds:.1f} | {run.rate:.0f} | {run.memory / 2**20:,.0f} |"
        for run in runs
    ]
    head = "| articles | workers | seconds | articles/s | most memory, MiB |", "| --- | --- | --- | --- | --- |"
    said = "`article-ld corpus` by the clock, with its start; its processes' memory together."
    return "\n\n".join((said, "\n".join((*head, *rows))))
