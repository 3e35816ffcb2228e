"""``python -m speed [PART ...]`` measures, and writes ``docs/performance.md`` with its picture.

A part that is not requested keeps its earlier figures, with their day.
"""

import argparse
import logging
import tempfile
from pathlib import Path

from speed.page import drawing, kept, page, written
from speed.parts import PARTS, Bench

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Measure, print the page, and write it where it belongs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--input", type=Path, help="JSON Lines with text, url and date (default: generated articles)")
    parser.add_argument("--articles", type=int, default=200, help="for all parts but corpora (default: 200)")
    parser.add_argument("--rounds", type=int, default=5, help="(default: 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000], help="of corpora (default: 1000 10000)")
    parser.add_argument("--keep", type=Path, help="a new folder for the graphs of the largest corpus, to be loaded")
    parser.add_argument("--engines", type=Path, help="a Python that has the packages of the group bench")
    parser.add_argument("--peers", type=Path, help="a Python that has the packages of the group peers")
    parser.add_argument("--measured", type=Path, default=ROOT / "build" / "bench", help="(default: build/bench)")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs", help="(default: docs)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    logging.disable(logging.WARNING)  # rdflib warns of each ill-typed literal
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, Path(folder))
        for name in options.parts or PARTS:
            written(PARTS[name](bench), options.measured / f"{name}.json")
    sections = [section for name in PARTS if (section := kept(options.measured / f"{name}.json"))]
    print(page(sections))
    (options.output / "performance.md").write_text(page(sections) + "\n", encoding="utf-8")
    if any(section.bars for section in sections):
        (options.output / "performance.svg").write_text(drawing(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
