"""``python -m speed`` measures everything and writes ``docs/performance.md`` with its picture."""

import argparse
import json
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generated_articles import articles

from speed import stages
from speed.growth import growth
from speed.page import Figures, drawing, page

DOCS = Path(__file__).resolve().parents[3] / "docs"


def main() -> None:
    """Measure, print the page, and write it where it belongs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", type=Path, help="JSON Lines with text, url and date (default: generated articles)")
    parser.add_argument("--articles", type=int, default=200, help="for the steps (default: 200)")
    parser.add_argument("--rounds", type=int, default=5, help="(default: 5)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000], help="of corpora (default: 1000 10000)")
    parser.add_argument("--keep", type=Path, help="a new folder for the graphs of the largest corpus, to be loaded")
    parser.add_argument("--engines", type=Path, help="a Python that has maplib and morph-kgc")
    parser.add_argument("-o", "--output", type=Path, default=DOCS, help="(default: docs)")
    options = parser.parse_args()
    logging.disable(logging.WARNING)  # rdflib warns of each ill-typed literal
    sample = stages.sample(list(_articles(options.input, options.articles)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        most = max(options.sizes, default=0)
        figures = Figures(
            articles=len(sample.articles),
            triples=sample.triples,
            size=sum(len(article["text"].encode()) for article in sample.articles) / len(sample.articles),
            rounds=options.rounds,
            steps=stages.steps(sample, options.rounds),
            comparisons=stages.comparisons(sample, options.rounds),
            rates=stages.mapping_rates(sample, options.rounds, folder, options.engines) if options.engines else {},
            runs=growth(_articles(options.input, most), options.sizes, folder, options.keep) if options.sizes else [],
        )
    print(page(figures))
    (options.output / "performance.md").write_text(page(figures) + "\n", encoding="utf-8")
    (options.output / "performance.svg").write_text(drawing(figures), encoding="utf-8")


def _articles(file: Path | None, count: int) -> Iterator[dict[str, str]]:
    """The first *count* articles of *file*, or as many generated ones."""
    if file is None:
        yield from articles(count)
        return
    with file.open(encoding="utf-8") as lines:
        for _, line in zip(range(count), lines, strict=False):
            yield json.loads(line)


if __name__ == "__main__":
    main()
