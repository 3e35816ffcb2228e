"""The parts of the benchmark, each with a section of the page, which also says what could not be measured."""

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path

from generated_articles import articles

from speed import knowledge, pages, stages
from speed.elsewhere import UnavailableError, mapping_rates, peer
from speed.exchange import write_graphs
from speed.growth import growth
from speed.page import Section, bars, compared, corpora, engines, steps_table
from speed.timing import Timing


class Bench:
    """What all parts share: the articles, the number of rounds, and a *folder* to write to."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options = options
        self.rounds: int = options.rounds
        self.folder = folder

    @cached_property
    def sample(self) -> stages.Sample:
        """The articles, with their facts and graphs."""
        return stages.sample(list(self.articles(self.options.articles)))

    def articles(self, count: int) -> Iterator[dict[str, str]]:
        """The first *count* articles of the input, or as many generated ones."""
        if self.options.input is None:
            yield from articles(count)
            return
        with self.options.input.open(encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, count))

    def circumstances(self, articles: int) -> str:
        """The articles and the day of a measurement."""
        size = sum(len(article["text"].encode()) for article in self.sample.articles) / len(self.sample.articles)
        return (
            f"On {articles:,} articles of {size:.0f} bytes and {self.sample.triples:.0f} triples each, "
            f"{self.rounds} rounds; {datetime.now(UTC):%Y-%m-%d}."
        )

    def section(self, heading: str, articles: int, *texts: str, **rows: dict[str, Timing]) -> Section:
        """A section with its circumstances, and with bars for the *rows*."""
        drawn = {name.replace("_", " "): bars(timings) for name, timings in rows.items()}
        return Section(heading, "\n\n".join((self.circumstances(articles), *texts)), drawn)


def steps(bench: Bench) -> Section:
    """Each step by itself."""
    timings = stages.steps(bench.sample, bench.rounds)
    return bench.section("Each step", len(bench.sample.articles), steps_table(timings))


def tools(bench: Bench) -> Section:
    """The path from facts to files, compared with handwritten code."""
    rows = stages.comparisons(bench.sample, bench.rounds)
    said = (
        "Facts become terms by our mapping for all rows: rdflib, pySHACL and pyoxigraph make of them what they need.\n"
        "“×” is how many times as long a row takes as the first one."
    )
    tables = (f"### {what}\n\n{compared(timings)}" for what, timings in rows.items())
    section = bench.section("Beside what one would write", len(bench.sample.first.articles), said, *tables)
    return section._replace(bars={what: bars(timings) for what, timings in rows.items()})


def validation(bench: Bench) -> Section:
    """Our validation compared with others, on the same shapes."""
    sample = bench.sample.first
    rows, results = stages.validation(sample, bench.rounds)
    notes = [
        "Ours, pySHACL and pyshacl-turbo are given the terms of an article, ready; the others build a graph of them.",
        "But pyrudof is given N-Triples, and counted with all its threads. Shapes are read once, before.",
        "pyshacl-turbo and pyrudof run in processes of their own, one after the other.",
        f"article-ld finds {results} results: what is recommended, and missing.",
    ]
    work = bench.folder / "graphs.json"
    write_graphs(sample.graphs, work)
    _add_peers(bench, ("pyshacl-turbo", "pyrudof"), work, rows, notes)
    return bench.section("Validation", len(sample.articles), "\n".join(notes), compared(rows), validation=rows)


def names(bench: Bench) -> Section:
    """Our names compared with spaCy's."""
    rows, found = stages.names(bench.sample, bench.rounds)
    notes = [
        "Ours are people, organizations, places and countries, by rules, weights and the bundled knowledge base.",
        "spaCy's small English model is run with nothing of its pipeline but what its entities need.",
        f"article-ld finds {found:.1f} an article.",
    ]
    work = bench.folder / "texts.json"
    work.write_text(json.dumps([article["text"] for article in bench.sample.articles]), encoding="utf-8")
    _add_peers(bench, ("spaCy",), work, rows, notes)
    return bench.section("Names alone", len(bench.sample.articles), "\n".join(notes), compared(rows), names=rows)


def _add_peers(bench: Bench, engines: tuple[str, ...], work: Path, rows: dict[str, Timing], notes: list[str]) -> None:
    """Add to *rows* the times of *engines* for *work*, and to *notes* their notes, or why a row is missing."""
    for engine in engines:
        try:
            measured = peer(bench.options.peers, engine, work, bench.rounds)
        except UnavailableError as error:
            notes.append(f"{engine} was not measured: {error}.")
            continue
        rows[measured.name] = measured.timing
        notes += measured.notes


def linking(bench: Bench) -> Section:
    """Our linking compared with the best known item of a name, from the same knowledge base."""
    rows, told = knowledge.linking(bench.sample, bench.rounds)
    return bench.section("Linking", len(bench.sample.articles), told, compared(rows), linking=rows)


def reading(bench: Bench) -> Section:
    """Our reading of pages compared with trafilatura's."""
    heading = "Pages"
    try:
        rows = pages.reading(bench.sample.articles, bench.rounds)
    except ImportError:
        return bench.section(heading, 0, "Not measured: trafilatura is not installed (extra `pages`).")
    said = (
        "Each article in a page with a menu, data for search engines and a footer.\n"
        "Ours asks trafilatura which lines are the story, and adds headline, authors and days with their evidence, "
        "so that it cannot be faster."
    )
    return bench.section(heading, len(bench.sample.articles), said, compared(rows), pages=rows)


def mapping(bench: Bench) -> Section:
    """Our mapping compared with mapping engines."""
    rates, absent = mapping_rates(bench.sample, bench.rounds, bench.folder, bench.options.engines)
    notes = [f"{engine} was not measured: {reason}." for engine, reason in absent.items()]
    return bench.section("Mapping engines", len(bench.sample.articles), *engines(rates), *notes)


def whole_corpora(bench: Bench) -> Section:
    """The command ``corpus``, in wall time."""
    sizes = bench.options.sizes
    runs = growth(bench.articles(max(sizes)), sizes, bench.folder, bench.options.keep)
    return Section("Whole corpora", f"Once each; {datetime.now(UTC):%Y-%m-%d}.\n\n{corpora(runs)}", {})


PARTS: dict[str, Callable[[Bench], Section]] = {
    "steps": steps,
    "tools": tools,
    "validation": validation,
    "names": names,
    "linking": linking,
    "pages": reading,
    "mapping": mapping,
    "corpora": whole_corpora,
}
"""The parts by name, in the order of the page."""
