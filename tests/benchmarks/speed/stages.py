"""Each step from a text to its output, and the whole, measured on the same articles as handwritten code."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import NamedTuple

from ld.article import Article
from ld.errors import InputError
from ld.extract import extract
from ld.extract.entities.find import find_names
from ld.facts import Facts
from ld.kb import with_bundled
from ld.link import link
from ld.mapping import map_facts
from ld.mentions import MentionIndex
from ld.read.text import read_text
from ld.serialize import json_ld, n_quads, turtle
from ld.terms import ArticleGraph
from ld.text.reading import Reading
from ld.validate import load_shapes, validate
from speed import by_hand
from speed.timing import Timing, side_by_side

RawArticle = dict[str, str]
"""An article with ``text``, ``url`` and ``date``."""
_KB = with_bundled(None)
_SLOW = 20  # articles for pySHACL: all of them would take hours


class Sample(NamedTuple):
    """Articles with the results of each step."""

    articles: Sequence[RawArticle]
    facts: Sequence[Facts]
    graphs: Sequence[ArticleGraph]

    @property
    def triples(self) -> float:
        """Triples per article."""
        return sum(map(_size, self.graphs)) / len(self.graphs)

    @property
    def first(self) -> "Sample":
        """The articles for slow rows, and for those compared with them."""
        return Sample(self.articles[:_SLOW], self.facts[:_SLOW], self.graphs[:_SLOW])


def sample(articles: Sequence[RawArticle]) -> Sample:
    """Those of *articles* that can be read as articles, with their facts and graphs."""
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
    """Ours, first, and handwritten code, by task."""
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


def validation(sample: Sample, rounds: int) -> tuple[dict[str, Timing], int]:
    """Our validation and pySHACL's, and the number of our results."""
    graphs = sample.graphs
    name = f"pySHACL {version('pyshacl')}"
    rows = {"article-ld": (validate, graphs), name: (by_hand.pyshacl_report, graphs)}
    return side_by_side(rows, rounds), sum(len(validate(graph).results) for graph in graphs)


def names(sample: Sample, rounds: int) -> tuple[dict[str, Timing], float]:
    """The time for the names of an article that has been read, and the average number of them."""
    read = [_read(article) for article in sample.articles]
    found = sum(len(_names(article).within(0, len(article.text))) for article in read) / len(read)
    return side_by_side({"article-ld": (_names, read)}, rounds), found


def mapping(sample: Sample, rounds: int) -> Timing:
    """The time from facts to N-Quads."""
    return side_by_side({"article-ld": (_mapped, sample.facts)}, rounds)["article-ld"]


def extracted(article: RawArticle) -> Facts:
    """The facts of an article, not linked yet."""
    return _extracted(_read(article))


def _names(article: Article) -> MentionIndex:
    return find_names(Reading.of(article), (), _KB)


def _read(article: RawArticle) -> Article:
    return read_text(article["text"], url=article.get("url"), date=article.get("date"))


def _is_one(article: RawArticle) -> bool:
    try:
        _read(article)
    except InputError:
        return False
    return True


def _extracted(article: Article) -> Facts:
    return extract(article, _KB)


def _known(facts: Facts) -> Facts:
    return link(facts, _KB)


def _linked(article: RawArticle) -> Facts:
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


def _whole(article: RawArticle) -> str:
    return _from_facts(_linked(article))


def _whole_by_hand(article: RawArticle) -> str:
    return by_hand.validated_n_quads(map_facts(_linked(article)))


def _size(graph: ArticleGraph) -> int:
    return len(graph.facts) + len(graph.evidence)
