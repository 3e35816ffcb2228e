"""How fast article graphs are validated: by ``article-ld validate`` and by pySHACL, in one run.

``python tests/benchmarks/validating.py [ARTICLES] [ROUNDS]`` writes article graphs as Turtle files and prints a table.
A row that has taken ``--limit`` seconds gets no further round; the table says how many each had.
pySHACL is called in this process with loaded shapes, ours is the whole command including its start.
Compare the ratios: every rate is that of this machine at this hour.
"""

import argparse
import logging
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyshacl
from rdflib import SH, Graph

ROOT = Path(__file__).resolve().parents[2]
CASE = [ROOT / "tests" / "shapes" / name for name in ("context.ttl", "article/valid.full.ttl")]
NAME = "https://news.example/tide"
SHAPES = sorted((ROOT / "shapes").glob("*.ttl"))
COMMAND = [sys.executable, "-m", "ld", "validate", "--format", "json"]
Row = Callable[[Sequence[Path]], int]


def main() -> None:
    """Measure every row as often as requested, in turn, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    parser.add_argument("--limit", type=float, default=30, help="seconds after which a row is run no more (30)")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        files = corpus(Path(folder), options.articles)
        print(f"{len(files)} articles of {len(Graph().parse(files[0]))} triples, {options.rounds} rounds")
        print(f"a row that has taken {options.limit:.0f} seconds has fewer")
        bulk = measured(BULK, files, options.rounds, options.limit)
        best = min(statistics.median(seconds) for name, seconds in bulk.items() if name.startswith("pyshacl"))
        for name, seconds in bulk.items():
            median = statistics.median(seconds)
            print(f"{name:36}{len(files) / median:9.0f} articles/s   x {best / median:<6.1f} rounds: {len(seconds)}")
        cold = measured(COLD, files[:1], 2 * options.rounds + 1, options.limit)
        reference = statistics.median(cold["pyshacl, one file, from cold"])
        for name, seconds in cold.items():
            median = statistics.median(seconds)
            print(f"{name:36}{1000 * median:9.0f} ms           x {median / reference:<6.2f} rounds: {len(seconds)}")


def measured(rows: dict[str, Row], files: Sequence[Path], rounds: int, limit: float) -> dict[str, list[float]]:
    """The seconds that each row takes in each round, in turn; none begins once its row has taken *limit* seconds.

    The findings of each row are checked: the graphs are valid.
    """
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(rounds):
        for name, row in rows.items():
            if sum(seconds[name]) >= limit:
                continue
            started = time.perf_counter()
            found = row(files)
            seconds[name].append(time.perf_counter() - started)
            if found:
                raise SystemExit(f"{name}: {found} results in sound graphs")
    return seconds


def corpus(folder: Path, articles: int) -> list[Path]:
    """Article graphs with their evidence, each in a file of its own; all valid."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in CASE)
    files = [folder / f"{number}.ttl" for number in range(articles)]
    for number, file in enumerate(files):
        file.write_text(text.replace(NAME, f"{NAME}-{number}"), encoding="utf-8")
    return files


def by_command(files: Sequence[Path]) -> int:
    """The whole command, with its start; its exit code says whether it found anything."""
    return subprocess.run([*COMMAND, *map(str, files)], stdout=subprocess.DEVNULL, check=False).returncode


def one_by_one(files: Sequence[Path]) -> int:
    """PySHACL on each file by itself."""
    shapes = loaded_shapes()
    return sum(found(pyshacl.validate(Graph().parse(file), shacl_graph=shapes, inplace=True)[1]) for file in files)


def merged(files: Sequence[Path]) -> int:
    """PySHACL on one graph of all files: results cannot be assigned to articles."""
    data = Graph()
    for file in files:
        data.parse(file)
    return found(pyshacl.validate(data, shacl_graph=loaded_shapes(), inplace=True)[1])


def found(report: Graph) -> int:
    """The number of results in *report*."""
    return len(list(report.objects(None, SH.result)))


def loaded_shapes() -> Graph:
    """The project's shapes, as pySHACL needs them."""
    shapes = Graph()
    for file in SHAPES:
        shapes.parse(file)
    return shapes


def pyshacl_command(files: Sequence[Path]) -> int:
    """PySHACL's command on the first file, with our shapes in one file."""
    merged_shapes = files[0].with_suffix(".shapes")
    if not merged_shapes.exists():
        merged_shapes.write_text(loaded_shapes().serialize(format="turtle"), encoding="utf-8")
    command = [sys.executable, "-m", "pyshacl", "-s", str(merged_shapes), "-sf", "turtle", str(files[0])]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode


BULK = {"article-ld validate": by_command, "pyshacl one by one": one_by_one, "pyshacl merged": merged}
COLD = {"article-ld, one file, from cold": by_command, "pyshacl, one file, from cold": pyshacl_command}


if __name__ == "__main__":
    main()
