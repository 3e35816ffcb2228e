"""What a worker reads about everything but articles: descriptions of things, and of the store as a whole."""

from ld.publish.description import describe
from ld.publish.publication import CATALOG
from ld.publish.store import Store
from ld.serve.forms import Form
from ld.serve.graphs import constructed, parsed
from ld.serve.site import SPARQL, VOID, Site
from ld.serve.writing import written
from ld.terms import ArticleGraph, Iri, evidence_name

TITLE = "News articles as linked data"
MOST = 1000
"""How many statements a document has of what is said of a thing, and how many of those that name it."""


def document(store: Store, iri: str, form: Form, site: Site) -> str:
    """The document on the node *iri* in this *form*; empty if no article in *store* speaks of it."""
    said = constructed(store, _query(f"<{iri}> ?p ?o", "?o"))
    naming = constructed(store, _query(f"?s ?p <{iri}>", "?s"))
    graph = ArticleGraph(Iri(iri), tuple(dict.fromkeys((*said, *naming))), ())
    return written(form, graph, site) if graph.facts else ""


def description(store: Store, form: Form, site: Site, licence: str) -> str:
    """What *store* holds, as VoID and DCAT, in this *form*."""
    dataset = f"{site.home}{VOID}"
    lines = describe(store, dataset, title=TITLE, licence=licence, endpoint=f"{site.home}{SPARQL}")
    return written(form, ArticleGraph(Iri(dataset), parsed("\n".join(lines).encode()), ()), site)


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
