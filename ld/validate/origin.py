"""The origin of a document, judged by unmistakable signs, so that the rules made for that origin apply."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from ld.terms import AnyTriple, Iri
from ld.terms import Literal as Text
from ld.validate.documents import Document
from ld.vocab import OA, PROV, RDF, SCHEMA, WD

Origin = Literal["ours", "web", "thing", "data set"]
"""Our own graphs of articles; pages and JSON-LD of others; a graph about one thing; a description of a store."""

_DATA_SETS = frozenset((Iri("http://rdfs.org/ns/void#Dataset"), Iri("http://www.w3.org/ns/dcat#Dataset")))
_MAKER = Text("article-ld")
_ARTICLE = "#article"


def origin_of(document: Document, evidence: Document | None = None) -> Origin:
    """The origin of *document*, with its *evidence* in a file beside it, if any.

    Pages, and JSON-LD without any sign that it is ours, are from the Web. The signs are evidence in it or beside it,
    and in JSON-LD outside a page a named graph that contains the article named after it, or the context that we write.
    All else, and so any doubtful case in the other syntaxes of RDF, counts as ours: the strictest rules apply to it.
    """
    if document.syntax == "html":
        return "ours" if _has_evidence(document) else "web"
    if document.syntax == "facts":
        return "ours"
    if _tells_of_data_set(document):
        return "data set"
    if evidence is None and _tells_of_one_thing(document):
        return "thing"
    if document.syntax != "json-ld" or evidence is not None:
        return "ours"
    signs = (_has_our_context, _names_graphs_as_we_do, _has_evidence)
    return "ours" if any(sign(document) for sign in signs) else "web"


def _triples(document: Document) -> Iterator[AnyTriple]:
    return (triple for triples in document.graphs.values() for triple in triples)


def _tells_of_data_set(document: Document) -> bool:
    """Whether it describes a data set, and no node of a class of schema.org."""
    classes = {value for _, predicate, value in _triples(document) if predicate == RDF.type}
    return not classes.isdisjoint(_DATA_SETS) and not any(str(class_).startswith(SCHEMA) for class_ in classes)


def _tells_of_one_thing(document: Document) -> bool:
    """Whether all statements are about one thing of some class, or refer to it, one of them from an article.

    This is how ``serve`` answers requests for a person or a country.
    """
    things = {value for subject, _, value in _triples(document) if str(subject).endswith(_ARTICLE)}
    if len(things) != 1:
        return False
    (thing,) = things
    return any(subject == thing and predicate == RDF.type for subject, predicate, _ in _triples(document)) and all(
        subject == thing or (value == thing and predicate != RDF.type)
        for subject, predicate, value in _triples(document)
    )


def _has_our_context(document: Document) -> bool:
    try:
        top = json.loads(document.text)
    except (ValueError, RecursionError):
        return False
    context: Any = top.get("@context") if isinstance(top, dict) else None
    return isinstance(context, dict) and (context.get("@vocab"), context.get("wd")) == (SCHEMA, WD)


def _names_graphs_as_we_do(document: Document) -> bool:
    return any(
        name and any(subject == f"{name}{_ARTICLE}" for subject, _, _ in triples)
        for name, triples in document.graphs.items()
    )


def _has_evidence(document: Document) -> bool:
    """Whether it contains the words that prove its statements, or says that our software made it."""
    triples = set(_triples(document))
    subjects = {subject for subject, _, _ in triples}
    return any(
        (predicate == OA.hasBody and value in subjects)
        or (value == PROV.SoftwareAgent and predicate == RDF.type and (subject, SCHEMA.name, _MAKER) in triples)
        for subject, predicate, value in triples
    )
