"""Each step from a text to what is written, and the whole, measured on the same articles as what one would write."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ld.errors import InputError
from ld.extract import extract
from ld.facts import Facts
from ld.kb import with_bundled
from ld.link import link
from ld.mapping import map_facts
from ld.read.text import read_text
from ld.serialize import json_ld, n_quads, turtle
from ld.terms import ArticleGraph
from ld.validate import load_shapes, validate
from speed import by_hand
from speed.tables import write_table
from speed.timing import Timing, side_by_side

Article = dict[str, str]
_MAPPERS = Path(__file__).with_name("mappers.py")
_KB = with_bundled(None)
_SLOW = 20  # articles that pySHACL gets of all: the rest would take hours


class Sample(NamedTuple):
    """Articles with what each step makes of them."""

    articles: Sequence[Article]
    facts: Sequence[Facts]
    graphs: Sequence[ArticleGraph]

    @property
    def triples(self) -> float:
        """Triples an article."""
        return sum(map(_size, self.graphs)) / len(self.graphs)

    @property
    def first(self) -> "Sample":
        """The articles on which slow rows are measured, and those beside which they stand."""
        return Sample(self.articles[:_SLOW], self.facts[:_SLOW], self.graphs[:_SLOW])


def sample(articles: Sequence[Article]) -> Sample:
    """Those of *articles* that are read as such, and their facts and graphs."""
    articles = [article for article in articles if _is_one(article)]
    facts = [_linked(article) for article in articles]
    return Sample(articles, facts, [map_facts(each) for each in facts])


def steps(sample: Sample, rounds: int) -> dict[str, Timing]:
    """Each step by itself."""
    read = [_read(article) for article in sample.articles]
    extracted = [_extracted(article) for article in read]
    return side_by_side(
        {
            "read": (_read, sample.articles),
            "extract": (_extracted, read),
            "link": (_known, extracted),
            "map": (map_facts, sample.facts),
            "validate": (validate, sample.graphs),
            "N-Quads": (n_quads, sample.graphs),
            "JSON-LD": (json_ld, sample.graphs),
            "Turtle, facts": (_turtle, sample.graphs),
            "Turtle, evidence": (_evidence_turtle, sample.graphs),
            "text to validated N-Quads": (_whole, sample.articles),
        },
        rounds,
    )


def comparisons(sample: Sample, rounds: int) -> dict[str, dict[str, Timing]]:
    """Ours, first, beside what one would write, by what is done."""
    sample = sample.first
    graphs, facts = sample.graphs, sample.facts
    rows = {
        "facts to validated N-Quads": {
            "article-ld": (_from_facts, facts),
            "rdflib, pySHACL": (lambda facts: by_hand.validated_n_quads(map_facts(facts)), facts),
        },
        "text to validated N-Quads": {
            "article-ld": (_whole, sample.articles),
            "article-ld to the facts, then rdflib, pySHACL": (_whole_by_hand, sample.articles),
        },
        "validation": {"article-ld": (validate, graphs), "pySHACL": (by_hand.pyshacl_report, graphs)},
        "facts to N-Quads": {
            "article-ld": (_mapped, facts),
            "rdflib": (lambda facts: by_hand.rdflib_n_quads(map_facts(facts)), facts),
            "pyoxigraph": (lambda facts: by_hand.pyoxigraph_n_quads(map_facts(facts)), facts),
        },
        "JSON-LD": {"article-ld, framed": (json_ld, graphs), "rdflib, not framed": (by_hand.rdflib_json_ld, graphs)},
        "Turtle, facts": {
            "article-ld": (_turtle, graphs),
            "rdflib": (by_hand.rdflib_turtle, graphs),
            "pyoxigraph": (by_hand.pyoxigraph_turtle, graphs),
        },
    }
    return {what: side_by_side(row, rounds) for what, row in rows.items()}


def mapping_rates(sample: Sample, rounds: int, folder: Path, python: Path) -> dict[str, list[float]]:
    """Triples a second of processor time of ours and of mapping engines, run by *python*; N-Quads are written."""
    table = folder / "words.csv"
    write_table(sample.graphs, table)
    mapped = side_by_side({"article-ld": (_mapped, sample.facts)}, rounds)["article-ld"]
    rates = {"article-ld": [sample.triples / seconds for seconds in mapped.seconds]}
    for engine in ("maplib", "morph-kgc"):
        command = [python, _MAPPERS, engine, table, str(rounds)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=sys.stderr, check=True, text=True)
        rates[engine] = [triples / seconds for triples, seconds in _pairs(done.stdout)]
    return rates


def _pairs(printed: str) -> list[tuple[int, float]]:
    return [(triples, seconds) for triples, seconds in json.loads(printed.splitlines()[-1])]


def _read(article: Article) -> object:
    return read_text(article["text"], url=article.get("url"), date=article.get("date"))


def _is_one(article: Article) -> bool:
    try:
        _read(article)
    except InputError:
        return False
    return True


def _extracted(article: object) -> Facts:
    return extract(article, _KB)


def _known(facts: Facts) -> Facts:
    return link(facts, _KB)


def _linked(article: Article) -> Facts:
    return _known(_extracted(_read(article)))


def _evidence_turtle(graph: ArticleGraph) -> str:
    return turtle(graph.evidence, graph.name)


def _turtle(graph: ArticleGraph) -> str:
    return turtle(graph.facts, graph.name)


def _mapped(facts: Facts) -> str:
    return n_quads(map_facts(facts))


def _from_facts(facts: Facts) -> str:
    graph = map_facts(facts)
    validate(graph, load_shapes())
    return n_quads(graph)


def _whole(article: Article) -> str:
    return _from_facts(_linked(article))


def _whole_by_hand(article: Article) -> str:
    return by_hand.validated_n_quads(map_facts(_linked(article)))


def _size(graph: ArticleGraph) -> int:
    return len(graph.facts) + len(graph.evidence)
