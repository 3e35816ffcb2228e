"""How fast articles go into an Oxigraph server: ours next to handwritten code, in one run.

``python tests/benchmarks/publishing.py [ARTICLES] [ROUNDS]`` starts a server on disk for each row and prints a table.
Compare the ratios: every rate is that of this machine at this hour.
"""

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import requests

from ld.publish import Publication, open_store, publish
from ld.publish.bulk import publish_bulk
from ld.publish.publication import of_lines
from ld.publish.updates import n_quads

TRIPLES = 300
Row = Callable[[str, Path, Sequence[Publication]], None]


def main() -> None:
    """Measure every row as often as requested, in turn, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    options = parser.parse_args()
    first, second = corpus(options.articles, 1), corpus(options.articles, 2)
    rewritten = [_rewritten(article) for article in first]
    rates: dict[str, list[float]] = {}
    for _ in range(options.rounds):
        for name, before, row in ROWS:
            with server() as (url, folder):
                if before:
                    with open_store(url) as store:
                        publish(first, store)
                articles = {"older": second, "another": rewritten}.get(before, first)
                started = time.perf_counter()
                row(url, folder, articles)
                rates.setdefault(name, []).append(options.articles / (time.perf_counter() - started))
    best = max(statistics.median(rates[name]) for name in TRANSACTIONAL)
    print(
        f"{options.articles} articles of {TRIPLES} triples, {options.rounds} rounds; x: of the best transactional row"
    )
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:42}{median:9.0f} articles/s  [{min(values):.0f}..{max(values):.0f}]  x {median / best:.2f}")


def corpus(articles: int, version: int) -> list[Publication]:
    """Article graphs of a realistic mix, the same on every run; another *version* differs in a tenth of its triples."""
    return [_article(f"https://harbor.example/{number}", number, version) for number in range(articles)]


def _article(name: str, number: int, version: int) -> Publication:
    schema, fifth = "http://schema.org/", TRIPLES // 5
    facts = [
        f"<{name}#article> <{schema}mentions> <http://www.wikidata.org/entity/Q{n + number % 97}> ." for n in range(30)
    ]
    facts += [f'<{name}#q{n}> <{schema}text> "Words {number} of {n}, version {version}" .' for n in range(fifth - 30)]
    evidence = [
        line
        for n in range(TRIPLES // 5)
        for line in (
            f"<{name}#char={n},{n + 9}> <http://www.w3.org/ns/oa#hasSource> <{name}#text> .",
            f'<{name}#char={n},{n + 9}> <http://www.w3.org/ns/oa#exact> "the words {n}" .',
            f"<{name}#annotation-{n}> <http://www.w3.org/ns/oa#hasTarget> <{name}#char={n},{n + 9}> .",
            f"<{name}#annotation-{n}> <http://www.w3.org/ns/oa#hasBody> <{name}#q{n}-{number}> .",
        )
    ]
    return of_lines(name, facts, evidence)


def _rewritten(article: Publication) -> Publication:
    """An article of the same name and size that shares no triple with *article*."""
    lines = ([line.replace("> <http://", "> <http://other.", 1) for line in part] for part in article[1:3])
    return of_lines(article.name, *lines)


@contextmanager
def server() -> Iterator[tuple[str, Path]]:
    """An Oxigraph server on a folder of its own, on a free port."""
    folder = Path(tempfile.mkdtemp(prefix="article-ld-bench-"))
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("oxigraph")),
        "serve",
        "--location",
        str(folder),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}", folder
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(folder)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not start")


def one_insert(url: str, _: Path, articles: Sequence[Publication]) -> None:
    session = requests.Session()
    for article in articles:
        _post(session, f"{url}/update", _insert([article]), "application/sparql-update")


def one_put(url: str, _: Path, articles: Sequence[Publication]) -> None:
    session = requests.Session()
    for article in articles:
        _put(session, url, article)


def two_threads_of_put(url: str, _: Path, articles: Sequence[Publication]) -> None:
    session = requests.Session()
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda article: _put(session, url, article), articles))


def twenty_inserts(url: str, _: Path, articles: Sequence[Publication]) -> None:
    session, rest = requests.Session(), iter(articles)
    while batch := list(islice(rest, 20)):
        _post(session, f"{url}/update", _insert(batch), "application/sparql-update")


def quads_200(url: str, _: Path, articles: Sequence[Publication]) -> None:
    session, rest = requests.Session(), iter(articles)
    while batch := list(islice(rest, 200)):
        _post(session, f"{url}/store", "\n".join(n_quads(batch)), "application/n-quads")


def ours(url: str, _: Path, articles: Sequence[Publication]) -> None:
    with open_store(url) as store:
        outcome = publish(articles, store)
    if outcome.failures:
        raise outcome.failures[0]


def ours_in_bulk(url: str, _: Path, articles: Sequence[Publication]) -> None:
    with open_store(url) as store:
        publish_bulk(articles, store)


def oxigraph_load(_: str, folder: Path, articles: Sequence[Publication]) -> None:
    file, target = folder / "all.nq", folder / "loaded"
    file.write_text("\n".join(n_quads(articles)), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("oxigraph")), "load", "--location", str(target), "--file", str(file)]
    subprocess.run(command, check=True, capture_output=True)


def _insert(articles: Sequence[Publication]) -> str:
    graphs = (
        f"GRAPH <{name}> {{ {' '.join(lines)} }}"
        for article in articles
        for name, lines in ((article.name, article.facts), (article.evidence_name, article.evidence))
    )
    return f"INSERT DATA {{ {' '.join(graphs)} }}"


def _put(session: requests.Session, url: str, article: Publication) -> None:
    lines = "\n".join((*article.facts, *article.evidence)).encode()
    headers = {"Content-Type": "application/n-triples"}
    session.put(f"{url}/store", params={"graph": article.name}, data=lines, headers=headers).raise_for_status()


def _post(session: requests.Session, url: str, body: str, media_type: str) -> None:
    session.post(url, data=body.encode(), headers={"Content-Type": media_type}).raise_for_status()


ROWS: tuple[tuple[str, str, Row], ...] = (
    ("one INSERT DATA a request", "", one_insert),
    ("one PUT a graph", "", one_put),
    ("two threads of PUT", "", two_threads_of_put),
    ("20 articles in one INSERT DATA", "", twenty_inserts),
    ("N-Quads, 200 articles a request", "", quads_200),
    ("ours, new articles", "", ours),
    ("ours, replacing: a tenth differs", "older", ours),
    ("ours, replacing: everything differs", "another", ours),
    ("ours, unchanged articles", "same", ours),
    ("oxigraph load", "", oxigraph_load),
    ("ours, --bulk", "", ours_in_bulk),
)
TRANSACTIONAL = tuple(name for name, _, _ in ROWS[:5])

if __name__ == "__main__":
    main()
