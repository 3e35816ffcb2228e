"""How ``article-ld corpus`` scales with its corpus and its workers: each run is the command itself."""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.2  # seconds between two measurements of memory


class Run(NamedTuple):
    """One run of the command; *memory* is the peak that its processes together held in RAM, in bytes."""

    articles: int
    workers: int
    seconds: float
    memory: int

    @property
    def rate(self) -> float:
        """Articles per second."""
        return self.articles / self.seconds


def growth(articles: Iterable[dict[str, str]], sizes: Iterable[int], folder: Path, kept: Path | None) -> list[Run]:
    """Runs over the first of *articles*: one for each of *sizes* with one worker, and the largest with two.

    The graphs of the last run are left in the folder *kept*, if there is one.
    """
    sizes = sorted(sizes)
    files = {size: folder / f"{size}.jsonl" for size in sizes}
    _write(articles, files)
    runs = [_run(files[size], size, 1, folder / f"{size}") for size in sizes]
    return [*runs, _run(files[sizes[-1]], sizes[-1], 2, kept or folder / "two")]


def _write(articles: Iterable[dict[str, str]], files: dict[int, Path]) -> None:
    with ExitStack() as stack:
        opened = {size: stack.enter_context(file.open("w", encoding="utf-8")) for size, file in files.items()}
        for number, article in enumerate(islice(articles, max(files))):
            for size, file in opened.items():
                if number < size:
                    file.write(json.dumps(article) + "\n")


def _run(file: Path, articles: int, workers: int, graphs: Path) -> Run:
    command = [sys.executable, "-m", "ld", "corpus", file, "-o", graphs, "--workers", str(workers)]
    began, memory = time.perf_counter(), 0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            memory = max(memory, _memory(process.pid))
            time.sleep(_PAUSE)
    if process.returncode:
        raise SystemExit(f"article-ld corpus ended with {process.returncode}")
    return Run(articles, workers, time.perf_counter() - began, memory)


def _memory(process: int) -> int:
    """The bytes of RAM that *process* and its children hold (Linux)."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0
    held = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return 1024 * held + sum(_memory(int(child)) for child in children)
