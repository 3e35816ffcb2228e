"""How fast articles are read and their facts extracted on one core: ``python tests/benchmarks/reading.py [FILE ...]``.

The articles are the texts of the given files, or else generated ones; each is measured only once a round, after others
have warmed up the code.
``--hostile`` measures texts of one megabyte that are made to take for ever instead.
Rates are in processor time. Compare them with those of another revision in the same hour: they depend on the machine.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generated_articles import articles

from ld.article import Article
from ld.errors import InputError
from ld.extract import extract
from ld.read.text import read_text

HOSTILE_LENGTH = 1_000_000


def main() -> None:
    """Measure as requested, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=300, help="how many to generate")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    if options.hostile:
        for name, text in hostile(HOSTILE_LENGTH).items():
            print(f"{name:24}{seconds(both, text):8.2f} s")
        return
    rates: list[tuple[float, float]] = []
    for number in range(options.rounds):
        for article in articles(50, seed=-1):
            both(article["text"])
        texts = [text for file in options.files for text in texts_of(file)]
        texts = texts or [article["text"] for article in articles(options.articles, seed=number)]
        rates.append(measured(texts))
    print(f"{len(texts)} articles of {statistics.mean(map(len, texts)):.0f} characters, {options.rounds} rounds")
    for name, times in zip(("read_text", "extract"), zip(*rates, strict=True), strict=True):
        print(f"{name:12}{len(texts) / statistics.median(times):8.0f} articles/s")
    print(f"{'both':12}{len(texts) / statistics.median(map(sum, rates)):8.0f} articles/s")


def measured(texts: Sequence[str]) -> tuple[float, float]:
    """The seconds that it takes to read *texts*, and to extract their facts, one after another."""
    reading = extracting = 0.0
    for text in texts:
        started = time.process_time()
        article = _read(text)
        between = time.process_time()
        if article:
            extract(article)
        reading += between - started
        extracting += time.process_time() - between
    return reading, extracting


def both(text: str) -> None:
    """Read *text* and, if it is an article, extract its facts."""
    article = _read(text)
    if article:
        extract(article)


def _read(text: str) -> Article | None:
    try:
        return read_text(text)
    except InputError:
        return None


def seconds(step: Callable[[str], None], text: str) -> float:
    """The processor time of *step* on *text*."""
    started = time.process_time()
    step(text)
    return time.process_time() - started


def texts_of(file: Path) -> list[str]:
    """The text of *file*; for JSON Lines the ``text`` of each line."""
    written = file.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in written.splitlines()] if file.suffix == ".jsonl" else [written]


def hostile(length: int) -> dict[str, str]:
    """Articles of *length* characters, most of which is one thing repeated in a single paragraph."""
    lead = "Harbor Board meets in Oslo\n\nBy Ada Quill\n\nThe Harbor Board held a summit in Oslo, Ada Quill said.\n\n"
    repeated = {
        "capitals": "Harbor ",
        "full names": "Ada Quill ",
        "initials": "A. ",
        "open quotes": "“He said ",
        "closed quotes": "“It is good,” he said. ",
        "single quotes": "‘a b c ",
        "digits": "7",
        "of": "of ",
        "countries": "Norway, ",
        "acronyms": "U.S. ",
        "capitals of states": "Oslo said ",
        "titles": "Prime Minister Ada Quill, ",
        "events": "the third summit in Oslo, ",
        "groups": "officials of the Harbor Board ",
        "spaces": " ",
        "one word": "a",
        "prose": "The board of Norway said so on Monday to Ada Quill. ",
    }
    texts = {name: f"{lead}He said {words * (length // len(words))}x.\n" for name, words in repeated.items()}
    names = (f"Ada {chr(65 + n % 26)}{n:b}".translate({48: "a", 49: "b"}) for n in range(length // 20))
    return texts | {"different names": f"{lead}{', '.join(names)}.\n", "lines": lead + "x\n" * (length // 2)}


if __name__ == "__main__":
    main()
