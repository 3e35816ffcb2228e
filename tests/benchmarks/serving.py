"""How fast the server answers from a large store: pages, searches, things, and many clients at once.

``python tests/benchmarks/serving.py [ARTICLES] [--store FOLDER]`` fills a store with generated articles, unless the
folder has one, serves it, and prints medians in milliseconds. They include other work on the machine: compare ratios.
"""

import argparse
import functools
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import requests
from generated_articles import articles as generated

from ld.pipeline import complete
from ld.publish import Publication, open_store
from ld.publish.bulk import publish_bulk
from ld.publish.publication import of_lines, unchecked_publication
from ld.read import read_data
from ld.serve.reading import ReadOnlyStore
from ld.serve.server import ServerOptions, listening

_PATTERNS = 200
"""The number of articles that are really read; the others are copies with other addresses and days."""
_ROUNDS = 40
_CLIENTS = 200
_FIRST_DAY = date(1995, 1, 1)
_HTML = {"Accept": "text/html"}


def main() -> None:
    """Fill the store, serve it, send requests, print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store"
        if not store.exists():
            with open_store(str(store)) as opened:
                publish_bulk(corpus(options.articles), opened)
        with listening(functools.partial(ReadOnlyStore, store), ServerOptions(port=0)) as ready:
            thread = threading.Thread(target=ready.run)
            thread.start()
            try:
                measure(ready.home)
            finally:
                ready.server.should_exit = True
                thread.join()


def corpus(count: int) -> Iterator[Publication]:
    """*count* articles, each with a day and an address of its own."""
    patterns = []
    for article in generated(min(count, _PATTERNS)):
        read = read_data(article["text"].encode(), url=article["url"], date=article["date"])
        patterns.append((article, unchecked_publication(complete(read).graph)))
    for number in range(count):
        article, publication = patterns[number % len(patterns)]
        name, day = f"{article['url']}-{number}", (_FIRST_DAY + timedelta(days=number)).isoformat()

        def moved(lines: tuple[str, ...], old: dict[str, str] = article, name: str = name, day: str = day) -> list[str]:
            changes = ((f"<{old['url']}", f"<{name}"), (f'datePublished> "{old["date"]}"', f'datePublished> "{day}"'))
            return [functools.reduce(lambda line, pair: line.replace(*pair), changes, line) for line in lines]

        yield of_lines(name, moved(publication.facts), moved(publication.evidence))


def measure(home: str) -> None:
    """Print the time for the index, the time for each kind of page, and the rate with many clients at once."""
    started = time.perf_counter()
    while not requests.get(f"{home}/search.json", timeout=60).json()["complete"]:
        time.sleep(0.5)
    articles = requests.get(f"{home}/changes", timeout=60).json()["totalItems"]
    print(f"index of {articles:,} articles: {time.perf_counter() - started:.0f} s")
    kinds = _addresses(home)
    for kind, addresses in kinds.items():
        spent = [_milliseconds(f"{home}{addresses[number % len(addresses)]}") for number in range(_ROUNDS)]
        print(f"{kind:28}{statistics.median(spent):8.1f} ms  [{min(spent):.1f}..{max(spent):.1f}]")
    everything = [address for addresses in kinds.values() for address in addresses]
    with ThreadPoolExecutor(_CLIENTS) as clients:
        started = time.perf_counter()
        asked = [f"{home}{everything[number % len(everything)]}" for number in range(_CLIENTS * 5)]
        statuses = list(clients.map(lambda url: requests.get(url, headers=_HTML, timeout=120).status_code, asked))
        spent_by_all = time.perf_counter() - started
    failed = sum(status != requests.codes.ok for status in statuses)
    print(f"{_CLIENTS} clients at once: {len(statuses) / spent_by_all:.0f} requests/s, {failed} failed")


def _addresses(home: str) -> dict[str, list[str]]:
    """Addresses of each kind, including the most frequent things, and words that many quotations contain."""
    total = requests.get(f"{home}/changes", timeout=60).json()["totalItems"]
    listed = requests.get(f"{home}/changes?page=1", timeout=60).json()["orderedItems"]
    names = [item["object"]["id"] for item in listed]
    things: dict[str, str] = {}
    for letter in "abcdefghijklmnoprstuvw":
        for thing in requests.get(f"{home}/search.json?q={letter}", timeout=60).json()["things"]:
            things.setdefault(thing["id"], thing["name"])
    linked = [iri for iri in things if "wikidata.org" in iri]
    words = ["the", "harbor", "said", *things.values()]
    return {
        "search": [f"/search?q={quote(word)}" for word in words],
        "search, one common word": ["/search?q=the"],
        "thing": [f"/resource?iri={quote(iri, safe='')}" for iri in linked],
        "list of articles": ["/", f"/?page={max(1, total // 50)}"],
        "article": [f"/resource?iri={quote(name, safe='')}" for name in names[:40]],
        "SPARQL page": ["/sparql"],
    }


def _milliseconds(url: str) -> float:
    started = time.perf_counter()
    answer = requests.get(url, headers=_HTML, timeout=60)
    answer.raise_for_status()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
