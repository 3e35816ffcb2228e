"""The server's own HTML pages: a description of an article or a thing, the list of articles, a form for queries.

They have no script, and all that is not ours is escaped.
"""

import base64
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby

from ld.report.markup import Html, element, joined, named, outside
from ld.serve.site import SPARQL, VOID, Site
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.version import __version__
from ld.vocab import PREFIXES, RDF, SCHEMA

_NAMES = (SCHEMA.name, SCHEMA.headline)


def statements_page(graph: ArticleGraph, site: Site) -> str:
    """The facts of *graph*, a section for each node that they speak of; its id is the fragment of the node's IRI."""
    names: dict[str, str] = {}
    for predicate in _NAMES:
        for triple in graph.facts:
            if triple.predicate == predicate and isinstance(triple.object, Literal):
                names.setdefault(triple.subject, triple.object.lexical)
    first = (graph.name, f"{graph.name}#article")
    title = next((names[node] for node in (*first, *sorted(names)) if node in names), str(graph.name))
    ordered = sorted(graph.facts, key=lambda triple: (triple.subject not in first, triple.subject))
    sections = (
        _section(Iri(subject), list(triples), lambda iri: _link(iri, graph.name, names, site))
        for subject, triples in groupby(ordered, key=lambda triple: triple.subject)
    )
    return _page(title, element("h1", title, dir="auto"), element("p", outside(graph.name, graph.name)), *sections)


def index_page(entries: Iterable[tuple[str, str, str]], page: int, *, more: bool) -> str:
    """A *page* (from 1) of the list of articles, each an address, a headline and a date. *more* may follow."""
    items = (
        element("li", element("a", headline, href=address, dir="auto"), " ", named(date))
        for address, headline, date in entries
    )
    nearby = joined(
        element("a", "Newer", href=f"/?page={page - 1}", rel="prev") if page > 1 else None,
        element("a", "Older", href=f"/?page={page + 1}", rel="next") if more else None,
        between=" · ",
    )
    about = joined(element("a", "Ask in SPARQL", href=SPARQL), element("a", "About the data", href=VOID), between=" · ")
    start = (page - 1) * PAGE + 1
    return _page(
        "Articles",
        element("h1", "Articles"),
        element("ol", *items, start=start),
        element("p", nearby),
        element("p", about),
    )


PAGE = 50
"""How many articles one page of the list has."""


def query_page() -> str:
    """A form in which a query can be written."""
    example = "SELECT ?graph ?node ?name\nWHERE { GRAPH ?graph { ?node <http://schema.org/name> ?name } }\nLIMIT 20\n"
    return _page(
        "SPARQL",
        element("h1", "SPARQL"),
        element(
            "form",
            element("label", "Query, for reading only; each article is a graph of its own", for_="query"),
            element("textarea", example, id="query", name="query", rows=12, spellcheck="false"),
            element("button", "Ask", type="submit"),
            action=SPARQL,
            method="get",
        ),
    )


def _page(title: str, *content: Html) -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=f"article-ld {__version__}"),
        element("title", title),
        element("style", _style()),
    )
    home = element("header", element("a", "All articles", href="/"))
    page = element("html", head, "\n", element("body", home, element("main", *content)), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


@functools.cache
def _style() -> Html:
    return Html((files("ld.serve") / "assets" / "serve.css").read_text(encoding="utf-8"))


def _link(iri: str, document: str, names: dict[str, str], site: Site) -> Html:
    """A link to what *document*, which this page is of, or another document says of *iri*."""
    own = iri.startswith(f"{document}#")
    address = iri.removeprefix(document) if own else site.address(iri)
    return element("a", names.get(iri, iri), href=address, dir="auto")


def _section(subject: Iri, triples: Sequence[Triple], link: Callable[[str], Html]) -> Html:
    fragment = subject.partition("#")[2] or None
    rows = _rows(triples, link)
    return element(
        "section",
        element("h2", link(subject)),
        element("p", outside(subject, subject)),
        element("dl", *rows),
        id=fragment,
    )


def _rows(triples: Sequence[Triple], link: Callable[[str], Html]) -> Iterator[Html]:
    for predicate, same in groupby(triples, key=lambda triple: triple.predicate):
        yield element("dt", _short(predicate), title=predicate)
        for triple in same:
            value = triple.object
            if isinstance(value, Literal):
                yield element("dd", value.lexical, dir="auto", lang=value.language or None)
            elif predicate == RDF.type:
                yield element("dd", _short(value))
            else:
                yield element("dd", link(value))


def _short(iri: Iri) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return str(iri)
