"""How corpora scale: rate and memory of ``article-ld corpus`` with ten times the articles, and with two workers.

``python tests/benchmarks/corpus_scale.py [COUNT] [PARAGRAPHS]`` runs COUNT generated articles (default: 10,000) with
one worker and with two, then ten times as many with two, and prints a table. They have about 5 kB, or only their first
PARAGRAPHS, which shows growth with their number in less time.
Seconds of CPU are those of all processes; peak memory is the sum of each process's own peak.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from generated_articles import articles

POLL_SECONDS = 0.1
SPLIT_ARTICLES = 1_500
"""The number of usual articles in 8 MB: shorter ones are cut into smaller splits, or a few of them would be one."""

COMMAND = """
import sys
from ld.cli import main
from ld.corpus import splits
splits.LINES = {split}
sys.exit(main(sys.argv[1:]))
"""


class Measured(NamedTuple):
    """One run: its *articles*, *workers*, wall and CPU *seconds*, and its peak memory in MB."""

    articles: int
    workers: int
    wall: float
    cpu: float
    memory: float

    def row(self) -> str:
        rates = f"{self.articles / self.wall:.0f} | {self.articles / self.cpu:.0f}"
        return (
            f"| {self.articles:,} | {self.workers} | {self.wall:.1f} | {self.cpu:.1f} | {rates} | {self.memory:.0f} |"
        )


def main(count: str = "10000", paragraphs: str = "99") -> None:
    """Measure, and print the results."""
    few = int(count)
    print("| articles | workers | wall s | CPU s | articles a wall second | articles a CPU second | peak MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            measured(Path(folder), articles_in_it, workers, int(paragraphs))
            for articles_in_it, workers in ((few, 1), (few, 2), (10 * few, 2))
        ]
    one, two, many = runs
    free = 2 * one.cpu / two.cpu
    print(f"\ntwo workers: {one.wall / two.wall:.2f} times one on the clock, {free:.2f} by CPU, were both cores free")
    memory, rate = many.memory / two.memory, many.articles / many.cpu / (two.articles / two.cpu)
    print(f"ten times the articles: {memory:.2f} times the memory, {rate:.2f} of the articles a CPU second")


def measured(folder: Path, count: int, workers: int, paragraphs: int) -> Measured:
    """Run *count* articles with so many *workers*."""
    source, out = folder / f"{count}.jsonl", folder / f"{count}-{workers}"
    if not source.exists():
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(shortened(each, paragraphs)) + "\n" for each in articles(count))
    code = COMMAND.format(split=source.stat().st_size * SPLIT_ARTICLES // count)
    command = [sys.executable, "-c", code, "corpus", str(source), "-o", str(out), "--workers", str(workers)]
    before, began = os.times(), time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    peaks: dict[int, int] = {}
    while process.poll() is None:
        for pid in family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), peak(pid))
        time.sleep(POLL_SECONDS)
    wall, after = time.monotonic() - began, os.times()
    if process.returncode:
        sys.exit(f"corpus ended with {process.returncode}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    done = json.loads((out / "manifest.json").read_bytes())["articles"]
    result = Measured(done, workers, wall, cpu, sum(peaks.values()) / 1000)
    print(result.row(), flush=True)
    return result


def shortened(article: dict[str, str], paragraphs: int) -> dict[str, str]:
    """The article cut after so many paragraphs."""
    return article | {"text": "\n\n".join(article["text"].split("\n\n")[:paragraphs])}


def family(pid: int) -> list[int]:
    """The process and its children."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        children = []
    return [pid, *map(int, children)]


def peak(pid: int) -> int:
    """The peak memory of a process, in kB; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
