"""Statements as a document in any form."""

import json

from ld.ntriples import line
from ld.serialize import json_ld, n_quads, turtle
from ld.serve.forms import HTML, JSON_LD, N_QUADS, TURTLE, Form
from ld.serve.pages import statements_page
from ld.serve.site import Site
from ld.terms import ArticleGraph, Iri, Triple
from ld.vocab import RDF, SCHEMA
from ld.web.profile import document
from ld.web.script import json_text


def written(form: Form, graph: ArticleGraph, site: Site) -> str:
    """*graph* in this *form*: N-Quads have its evidence too, all others its facts. The same graph, the same text.

    The JSON-LD of an article is that of the web profile, so that it says what the article's page says.
    """
    if form == HTML:
        return statements_page(graph, site)
    if form == TURTLE:
        return turtle(graph.facts, graph.name)
    if form == JSON_LD:
        return _json_ld(graph)
    if form == N_QUADS:
        return n_quads(graph)
    return "".join(sorted(f"{line(triple)}\n" for triple in graph.facts))


def _json_ld(graph: ArticleGraph) -> str:
    if Triple(Iri(f"{graph.name}#article"), RDF.type, SCHEMA.NewsArticle) in graph.facts:
        return json_text(document(graph))
    return json_ld(graph) if graph.facts else json.dumps({})
