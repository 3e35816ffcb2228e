"""Statements as a document in any form of data."""

import json

from ld.ntriples import line
from ld.serialize import json_ld, n_quads, turtle
from ld.serve.forms import JSON_LD, N_QUADS, TURTLE, Form
from ld.terms import ArticleGraph, Iri, Triple
from ld.vocab import RDF, SCHEMA
from ld.web.profile import document
from ld.web.script import json_text


def written(form: Form, graph: ArticleGraph) -> str:
    """*graph* in this *form* of data: N-Quads have its evidence too, all others its facts. The same in, the same out.

    The JSON-LD of an article is that of the web profile, so that it says what the article's page says.
    """
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
