"""The words that articles cite as a table, one row a stretch of text: what mapping engines of others are given."""

import csv
from collections.abc import Iterable
from pathlib import Path

from ld.terms import ArticleGraph, Literal
from ld.vocab import OA, RDF

COLUMNS = ("node", "source", "position", "quote", "start", "end", "exact", "prefix", "suffix")


def write_table(graphs: Iterable[ArticleGraph], file: Path) -> None:
    """Write the stretches of text in the evidence of *graphs* to *file*, as CSV."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.DictWriter(opened, COLUMNS)
        rows.writeheader()
        for graph in graphs:
            rows.writerows(_rows(graph))


def _rows(graph: ArticleGraph) -> Iterable[dict[str, str]]:
    nodes: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value in graph.evidence:
        said = value.lexical if isinstance(value, Literal) else value
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(said)
    for node, said in nodes.items():
        if OA.hasSelector in said:
            row = {"node": node, "source": said[OA.hasSource][0]}
            for selector in said[OA.hasSelector]:
                is_position = nodes[selector][RDF.type] == [OA.TextPositionSelector]
                row["position" if is_position else "quote"] = selector
                row |= {
                    term.removeprefix(OA): values[0] for term, values in nodes[selector].items() if term != RDF.type
                }
            yield row
