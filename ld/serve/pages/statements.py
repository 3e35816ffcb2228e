"""A graph as it is: each node with its statements."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ld.report.markup import Html, element, outside
from ld.serve.pages.frame import IDS, Links, page
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import PREFIXES, RDF, SCHEMA

_NAMES = (SCHEMA.name, SCHEMA.headline, Iri("http://purl.org/dc/terms/title"))
_PREFIXES = {
    **PREFIXES,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "void": "http://rdfs.org/ns/void#",
}


def statements_page(graph: ArticleGraph, links: Links, forms: Iterable[Html]) -> str:
    """The facts of *graph*, a section for each node that they speak of; its id is the fragment of the node's IRI."""
    names = {**links.labels, **names_in(graph)}
    first = (graph.name, f"{graph.name}#article")
    title = next((names[node] for node in (*first, *sorted(names)) if node in names), str(graph.name))
    return page(
        title,
        element("h1", title, dir="auto"),
        element("p", outside(graph.name, graph.name)),
        *statement_sections(graph, links._replace(labels=names, document=graph.name), Anchors(graph.name)),
        forms=forms,
    )


def names_in(graph: ArticleGraph) -> Mapping[str, str]:
    """What *graph* calls its nodes."""
    names: dict[str, str] = {}
    for predicate in _NAMES:
        for triple in graph.facts:
            if triple.predicate == predicate and isinstance(triple.object, Literal):
                names.setdefault(triple.subject, triple.object.lexical)
    return names


class Anchors:
    """The ids of elements on the page of *document*: fragments of its nodes, each given once."""

    def __init__(self, document: str) -> None:
        self._start = f"{document}#"
        self._given = {"", *IDS}

    def of(self, node: str) -> str | None:
        """The id of the element on *node*; None for a node of others, and for the second element on one."""
        fragment = node.removeprefix(self._start) if node.startswith(self._start) else ""
        if fragment in self._given:
            return None
        self._given.add(fragment)
        return fragment


def statement_sections(graph: ArticleGraph, links: Links, anchors: Anchors) -> Iterator[Html]:
    """A section for each node of *graph*, the article first."""
    first = (graph.name, f"{graph.name}#article")
    ordered = sorted(graph.facts, key=lambda triple: (triple.subject not in first, triple.subject))
    for subject, triples in groupby(ordered, key=lambda triple: triple.subject):
        yield _section(Iri(subject), list(triples), links, anchors.of(subject))


def _section(subject: Iri, triples: Sequence[Triple], links: Links, anchor: str | None) -> Html:
    return element(
        "section",
        element("h3", links.to(subject)),
        element("p", outside(subject, subject), class_="quiet"),
        element("dl", *_rows(triples, links)),
        id=anchor,
    )


def _rows(triples: Sequence[Triple], links: Links) -> Iterator[Html]:
    for predicate, same in groupby(triples, key=lambda triple: triple.predicate):
        yield element("dt", short(predicate), title=predicate)
        for triple in same:
            value = triple.object
            if isinstance(value, Literal):
                yield element("dd", value.lexical, dir="auto", lang=value.language or None)
            elif predicate == RDF.type:
                yield element("dd", short(value))
            else:
                prefixed = short(value)
                yield element("dd", links.to(value, links.labels.get(value, prefixed if prefixed != value else "")))


def kind_of(class_: str) -> str:
    """What a class is called for people: "News media organization" for schema:NewsMediaOrganization."""
    name = short(class_)
    words = re.findall(r"[A-Z]?[^A-Z]+|[A-Z]+(?![a-z])", name.removeprefix("schema:"))
    if not words or not name.startswith("schema:"):
        return name
    first, *others = words
    return " ".join((first, *(word.lower() for word in others)))


def short(iri: str) -> str:
    """*iri* with a prefix, if one in use here fits."""
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return str(iri)
