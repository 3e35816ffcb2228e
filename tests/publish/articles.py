"""Small invented articles, ready for a store, and the contents of a store."""

from ld.publish.publication import Publication, unchecked_publication
from ld.publish.store import Store
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import SCHEMA

SITE = "https://harbor-news.example/"


def an_article(number: int, version: str = "1") -> Publication:
    """An article of a dozen triples, some of which differ between versions."""
    name = Iri(f"{SITE}{number}")
    node = Iri(f"{name}#article")
    facts = [Triple(node, SCHEMA.headline, Literal(f"Ferry {number} reaches the harbor, edition {version}"))]
    facts += [Triple(node, SCHEMA.keywords, Literal(f"keyword {count}")) for count in range(6)]
    evidence = [
        Triple(Iri(f"{name}#claim-{count}"), SCHEMA.text, Literal(f"edition {version}, words {count}"))
        for count in range(5)
    ]
    return unchecked_publication(ArticleGraph(name, tuple(facts), tuple(evidence)))


def quads(store: Store) -> list[str]:
    """All contents of *store* including its catalog, except the times in it: a line of TSV each, sorted."""
    query = "SELECT ?g ?s ?p ?o { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o } }"
    lines = store.query(query, "text/tab-separated-values").decode().splitlines()
    return sorted(line for line in lines if "<http://purl.org/dc/terms/modified>" not in line)
