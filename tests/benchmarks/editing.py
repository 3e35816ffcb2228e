"""How long an editor waits for the findings after a change: ``python tests/benchmarks/editing.py``.

The server runs in a process of its own, as editors start it, and gets requests from the client of the tests. Files of
1,000 lines in each syntax are changed forty times; the median and the slowest tenth are shown, including the pause for
typing.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from editor.client import Client

LINES, CHANGES = 1000, 40
PREFIX = "@prefix schema: <http://schema.org/> .\n"


def turtle() -> str:
    """Articles in Turtle, eight lines each."""
    article = """<https://quay.example/{n}#article> a schema:NewsArticle ;
    schema:headline "Quay {n} opens" ;
    schema:inLanguage "en" ;
    schema:datePublished "2024-03-05"^^<http://www.w3.org/2001/XMLSchema#date> ;
    schema:author <https://quay.example/{n}#person-nora-quist> .
<https://quay.example/{n}#person-nora-quist> a schema:Person ;
    schema:name "Nora Quist" ;
    schema:jobTitle "harbour pilot" .
"""
    return PREFIX + "".join(article.format(n=number) for number in range(LINES // 8))


def json_ld() -> str:
    """As many articles in JSON-LD, indented."""
    nodes = [
        {
            "@id": f"https://quay.example/{number}#article",
            "@type": "NewsArticle",
            "headline": f"Quay {number} opens",
            "datePublished": "2024-03-05",
            "author": {"@type": "Person", "name": "Nora Quist", "jobTitle": "harbour pilot"},
        }
        for number in range(LINES // 11)
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": nodes}, indent=1)


def page() -> str:
    """A page with the articles in a block."""
    return f"<!doctype html><title>Quay</title>\n<script type='application/ld+json'>\n{json_ld()}\n</script>\n"


def waits(client: Client, path: Path, text: str) -> list[float]:
    """Milliseconds from each change to its findings."""
    client.open(path, text)
    measured = []
    for version in range(2, CHANGES + 2):
        changed = text.replace("Quay 7 opens", f"Quay 7 opens again, {version}")
        start = time.perf_counter()
        client.change(path, changed, version)
        client.diagnostics(path, version)
        measured.append((time.perf_counter() - start) * 1000)
    return measured


def main() -> None:
    """Print a line for each syntax."""
    with Client() as client:
        for name, text in (("a.ttl", turtle()), ("a.jsonld", json_ld()), ("a.html", page())):
            measured = waits(client, Path("/") / name, text)
            slow = quantiles(measured, n=10)[-1]
            print(f"{name:9} {text.count(chr(10)) + 1:5} lines: median {median(measured):4.0f} ms, 90 % {slow:4.0f} ms")


if __name__ == "__main__":
    main()
