"""Statements as a document in any form."""

import json

from ld.ntriples import line
from ld.serialize import json_ld, n_quads, turtle
from ld.serve.forms import HTML, JSON_LD, N_QUADS, TURTLE, Form
from ld.serve.pages import statements_page
from ld.serve.site import Site
from ld.terms import ArticleGraph


def written(form: Form, graph: ArticleGraph, site: Site) -> str:
    """*graph* in this *form*: N-Quads have its evidence too, all others its facts. The same graph, the same text."""
    if form == HTML:
        return statements_page(graph, site)
    if form == TURTLE:
        return turtle(graph.facts, graph.name)
    if form == JSON_LD:
        return json_ld(graph) if graph.facts else json.dumps({})
    if form == N_QUADS:
        return n_quads(graph)
    return "".join(sorted(f"{line(triple)}\n" for triple in graph.facts))
