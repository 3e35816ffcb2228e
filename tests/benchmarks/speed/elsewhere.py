"""Measurements in Pythons of their own (groups ``bench`` and ``peers``), or the reason for a missing one."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from speed import stages
from speed.tables import write_table
from speed.timing import Timing

NOT_INSTALLED = 69
"""The exit code of a script whose engine is not installed."""


class UnavailableError(Exception):
    """The reason why a row could not be measured, in words for the page."""


class Peer(NamedTuple):
    """The time of another engine per item; its *name* includes the version, *notes* are for the page."""

    name: str
    timing: Timing
    notes: list[str]


def peer(python: Path | None, engine: str, work: Path, rounds: int) -> Peer:
    """The time that *engine* takes for *work*. Raises UnavailableError."""
    answer = _answer(python, "speed.peers", engine, work, rounds)
    return Peer(answer["name"], Timing(tuple(answer["seconds"])), answer["notes"])


def mapping_rates(
    sample: stages.Sample, rounds: int, folder: Path, python: Path | None
) -> tuple[dict[str, list[float]], dict[str, str]]:
    """Triples per second of processor time by ours and by mapping engines, and the reason for each that is missing."""
    table = folder / "words.csv"
    write_table(sample.graphs, table)
    rates = {"article-ld": [sample.triples / seconds for seconds in stages.mapping(sample, rounds).seconds]}
    absent = dict[str, str]()
    for engine in ("maplib", "morph-kgc"):
        try:
            done = _answer(python, "speed.mappers", engine, table, rounds)
        except UnavailableError as error:
            absent[engine] = str(error)
            continue
        rates[engine] = [triples / seconds for triples, seconds in done]
    return rates, absent


def _answer(python: Path | None, module: str, *arguments: object) -> Any:
    """The last output of *module*, as JSON."""
    if python is None:
        raise UnavailableError("no Python that has it was named")
    command = [str(python), "-m", module, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run(command, capture_output=True, check=False, text=True, env=environment)
    if done.returncode == NOT_INSTALLED:
        raise UnavailableError("it is not installed")
    if done.returncode:
        raise UnavailableError(f"it gave up ({done.stderr.strip().splitlines()[-1:] or done.returncode})")
    return json.loads(done.stdout.splitlines()[-1])
