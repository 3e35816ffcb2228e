"""What a worker reads about everything but articles: descriptions of things, and of the store as a whole."""

from ld.publish.description import describe
from ld.publish.publication import CATALOG
from ld.publish.store import Store
from ld.report.markup import Html
from ld.serve.distributions import distributions
from ld.serve.forms import HTML, OF_THINGS, Form
from ld.serve.graphs import constructed, parsed, sorted_triples
from ld.serve.index import reading
from ld.serve.pages.frame import Links, form_links
from ld.serve.pages.search import still_missing
from ld.serve.pages.statements import short, statements_page
from ld.serve.pages.thing import thing_page
from ld.serve.site import SPARQL, VOID, Site
from ld.serve.writing import written
from ld.terms import ArticleGraph, Iri, evidence_name

TITLE = "News articles as linked data"
MOST = 1000
"""The most statements about a thing in its document, and the most that name it."""


def document(store: Store, iri: str, form: Form, site: Site, index: str, page: int = 1) -> str:  # noqa: PLR0913, PLR0917 - all that a page depends on
    """The document on the node *iri* in this *form*; empty if no article in *store* speaks of it.

    The page is made from the *index* (a path), of which it is the *page* with this number, once the thing is in there.
    """
    if form == HTML and (portrait := reading.portrait(index, iri, page)):
        notice = still_missing(reading.coverage(index))
        return thing_page(portrait, page, Links(site, {}), _form_links(iri, site), notice)
    said = constructed(store, _query(f"<{iri}> ?p ?o", "?o"))
    naming = constructed(store, _query(f"?s ?p <{iri}>", "?s"))
    graph = ArticleGraph(Iri(iri), tuple(dict.fromkeys((*said, *naming))), ())
    if not graph.facts:
        return ""
    return _statements(graph, site, index) if form == HTML else written(form, graph)


def _statements(graph: ArticleGraph, site: Site, index: str) -> str:
    named = {node for triple in graph.facts for node in (triple.subject, triple.object) if isinstance(node, Iri)}
    parts: dict[str, str] = {
        triple.subject: short(triple.object)
        for triple in graph.facts
        if triple.predicate == _CLASS_OF_PART and isinstance(triple.object, Iri)
    }
    labels: dict[str, str] = {**reading.labels(index, sorted(named)), **parts}
    return statements_page(graph, Links(site, labels), _form_links(graph.name, site))


_CLASS_OF_PART = "http://rdfs.org/ns/void#class"


def _form_links(iri: str, site: Site) -> tuple[Html, ...]:
    forms = tuple(form for form in OF_THINGS if form != HTML)
    return form_links(forms, {form.suffix: site.address(iri, form.suffix) for form in forms})


def description(store: Store, form: Form, site: Site, licence: str, index: str) -> str:
    """What *store* holds, and how to get it, as VoID and DCAT, in this *form*."""
    dataset = Iri(f"{site.home}{VOID}")
    lines = describe(store, dataset, title=TITLE, licence=licence, endpoint=f"{site.home}{SPARQL}")
    graph = ArticleGraph(dataset, sorted_triples((*parsed("\n".join(lines).encode()), *distributions(site, TITLE))), ())
    return _statements(graph, site, index) if form == HTML else written(form, graph)


def is_there(store: Store) -> bool:
    """Whether *store* answers at all."""
    store.select("SELECT ?s { ?s ?p ?o } LIMIT 1")
    return True


def _query(pattern: str, other: str) -> str:
    """A CONSTRUCT of *pattern*, whose other node is the variable *other*, from the graphs of facts.

    Of too many it is always the same.
    """
    return f"""
        CONSTRUCT {{ {pattern} }} WHERE {{ SELECT DISTINCT ?p {other} {{
          GRAPH ?g {{ {pattern} }}
          FILTER(?g != <{CATALOG}> && !STRENDS(STR(?g), "{evidence_name("")}") && !isBlank({other}))
        }} ORDER BY ?p {other} LIMIT {MOST} }}
    """
