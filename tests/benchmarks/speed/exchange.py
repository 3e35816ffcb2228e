"""Graphs in the form given to engines in an environment of their own: as JSON, with our shapes."""

import json
from collections.abc import Iterable
from pathlib import Path

from ld.terms import ArticleGraph, Literal, Term
from speed.by_hand import pyoxigraph_n_triples

_SHAPES = sorted((Path(__file__).resolve().parents[3] / "shapes").glob("*.ttl"))


def write_graphs(graphs: Iterable[ArticleGraph], file: Path) -> None:
    """Write *graphs* to *file*, each as a list of triples (a literal is its form and its datatype) and as N-Triples."""
    graphs = list(graphs)
    work = {
        "shapes": {shapes.name: shapes.read_text(encoding="utf-8") for shapes in _SHAPES},
        "triples": [[(s, p, _term(value)) for s, p, value in (*graph.facts, *graph.evidence)] for graph in graphs],
        "n_triples": [pyoxigraph_n_triples(graph) for graph in graphs],
    }
    file.write_text(json.dumps(work), encoding="utf-8")


def _term(value: Term) -> str | tuple[str, str]:
    return (value.lexical, value.datatype) if isinstance(value, Literal) else value
