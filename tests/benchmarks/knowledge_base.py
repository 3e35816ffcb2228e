"""How fast a knowledge base is built, opened and queried, and its size: generated people, three aliases each.

``python tests/benchmarks/knowledge_base.py [ITEMS]`` prints a table, next to the targets for a million items.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ld.kb import Item, Position, open_kb
from ld.kb.build import build_kb
from ld.kb.tables import write_json

ASKED = 50_000
_SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "fin",
    "gor",
    "hal",
    "iv",
    "jun",
    "kel",
    "lor",
    "mar",
    "nor",
    "os",
    "pet",
)


def main() -> None:
    """Build one in a folder of its own, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("items", nargs="?", type=int, default=1_000_000)
    count = parser.parse_args().items
    with tempfile.TemporaryDirectory() as folder:
        source, path = Path(folder) / "people.jsonl", Path(folder) / "people.kb"
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{write_json(item)}\n" for item in people(count))
        before = time.process_time(), time.perf_counter()
        build_kb([source], path)
        cpu, wall = time.process_time() - before[0], time.perf_counter() - before[1]
        print(f"{'built from JSON Lines':28}{count / wall:12,.0f} items/s ({count / cpu:,.0f} a CPU second; 20,000)")
        print(f"{'peak memory of the build':28}{_peak():12,.0f} MB")
        print(f"{'size':28}{path.stat().st_size / 1e6:12,.0f} MB (500)")
        ask(path, count)


def ask(path: Path, count: int) -> None:
    """Open the knowledge base, and look up names that it has and names that it does not."""
    chosen = random.Random(7).sample(range(count), min(count, ASKED))
    names = [person(number).label for number in chosen]
    before = _private()
    started = time.perf_counter()
    kb = open_kb(path)
    print(f"{'opened':28}{(time.perf_counter() - started) * 1e3:12,.1f} ms (50)")
    for label, asked in (
        ("asked for what it holds", names),
        ("asked for what it does not", [f"{n} Oz" for n in names]),
    ):
        started = time.perf_counter()
        found = sum(bool(kb.candidates(name)) for name in asked)
        rate = len(asked) / (time.perf_counter() - started)
        print(f"{label:28}{rate:12,.0f} names/s (20,000), {found} found")
    print(f"{'private memory gained':28}{_private() - before:12,.1f} MB (50)")


def people(count: int) -> Iterator[Item]:
    """Invented people, the same on every run."""
    return (person(number) for number in range(count))


def person(number: int) -> Item:
    """The person with this *number*: a unique name, three aliases, two posts."""
    draw = random.Random(number)
    given, family = ("".join(draw.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))
    middle = "".join(draw.choices(_SYLLABLES, k=2)).capitalize()
    return Item(
        qid=f"Q{number + 1}",
        kind="person",
        label=f"{given} {family}",
        aliases=(f"{given} {middle} {family}", f"{family}, {given}", f"{given[:4]} {family}"),
        description="politician of an invented country",
        sitelinks=draw.randrange(100),
        positions=(
            Position(title="member of the National Assembly", country="FR", start="2001-05-02", end="2005-05-01"),
            Position(title="Minister of Finance", country="FR", start="2005-05-02"),
        ),
        countries=("FR",),
        birth=f"{draw.randrange(1930, 1990)}-04-01",
    )


def _private() -> float:
    """The private memory of this process in MB: pages of the file are shared by all its readers."""
    rows = (line.split() for line in Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()[1:])
    return sum(int(row[1]) for row in rows if row[0] == "Anonymous:") / 1e3


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
