"""The words that articles cite, as a table with a row per span of text: the input of other mapping engines."""

import csv
from collections.abc import Iterable
from pathlib import Path

from ld.terms import ArticleGraph, Literal
from ld.vocab import OA

COLUMNS = ("node", "source", "exact")


def write_table(graphs: Iterable[ArticleGraph], file: Path) -> None:
    """Write the spans of text in the evidence of *graphs* to *file*, as CSV."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(COLUMNS)
        for graph in graphs:
            rows.writerows(_rows(graph))


def _rows(graph: ArticleGraph) -> Iterable[tuple[str, str, str]]:
    sources = {node: source for node, term, source in graph.evidence if term == OA.hasSource}
    for node, term, words in graph.evidence:
        if term == OA.exact and isinstance(words, Literal):
            yield node, str(sources[node]), words.lexical
