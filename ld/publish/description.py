"""Describes the contents of a store in the vocabularies for finding data sets, VoID and DCAT."""

from ld.errors import StoreError
from ld.ntriples import line
from ld.publish.publication import CATALOG
from ld.publish.results import Row, cells, whole_number
from ld.publish.store import Store
from ld.publish.updates import VOID
from ld.terms import XSD, Iri, Literal, Triple
from ld.vocab import RDF, WD

_VOID = VOID
_DCAT = "http://www.w3.org/ns/dcat#"
_DCTERMS = "http://purl.org/dc/terms/"
_INTEGER = Iri(XSD + "integer")
_TOTALS = f"""
PREFIX schema: <http://schema.org/>
SELECT (COUNT(?article) AS ?articles) (SUM(?size) AS ?triples)
WHERE {{ GRAPH <{CATALOG}> {{ ?article schema:sha256 ?digest ; <{VOID}triples> ?size }} }}
"""
_CLASSES = """
PREFIX schema: <http://schema.org/>
SELECT ?class (COUNT(DISTINCT ?node) AS ?nodes) WHERE {
  GRAPH ?graph { ?node a ?class } FILTER(STRSTARTS(STR(?class), STR(schema:)))
} GROUP BY ?class ORDER BY ?class
"""
_LINKS = f"""
PREFIX schema: <http://schema.org/>
SELECT (COUNT(DISTINCT ?item) AS ?links) WHERE {{
  GRAPH ?graph {{ ?article a schema:NewsArticle ; schema:about|schema:mentions ?item }}
  FILTER(STRSTARTS(STR(?item), "{WD}"))
}}
"""


def describe(store: Store, dataset: str, *, title: str, licence: str = "", endpoint: str = "") -> list[str]:
    """The description of *store* as the data set *dataset* (an IRI), as sorted lines of N-Triples.

    It counts articles, triples and the nodes of each class, names *licence* and SPARQL *endpoint* where given,
    and describes the linkset to Wikidata (VoID, section 5).
    """
    totals, links = _single(store.select(_TOTALS)), _single(store.select(_LINKS))
    node, linkset = Iri(dataset), Iri(f"{dataset}#wikidata")
    triples = [
        Triple(node, RDF.type, Iri(_VOID + "Dataset")),
        Triple(node, RDF.type, Iri(_DCAT + "Dataset")),
        Triple(node, Iri(_DCTERMS + "title"), Literal(title)),
        Triple(node, Iri(_VOID + "documents"), Literal(totals.get("articles", "0"), _INTEGER)),
        Triple(node, Iri(_VOID + "triples"), Literal(totals.get("triples", "0"), _INTEGER)),
        Triple(linkset, RDF.type, Iri(_VOID + "Linkset")),
        Triple(linkset, Iri(_VOID + "subjectsTarget"), node),
        Triple(linkset, Iri(_VOID + "objectsTarget"), Iri("http://www.wikidata.org/entity/")),
        Triple(linkset, Iri(_VOID + "distinctObjects"), Literal(links.get("links", "0"), _INTEGER)),
        Triple(node, Iri(_VOID + "subset"), linkset),
    ]
    triples += [Triple(node, Iri(_DCTERMS + "license"), Iri(licence))] if licence else []
    triples += [Triple(node, Iri(_VOID + "sparqlEndpoint"), Iri(endpoint))] if endpoint else []
    for number, (class_, nodes) in enumerate(cells(store.select(_CLASSES), "class", "nodes"), 1):
        part = Iri(f"{dataset}#class-{number}")
        triples += [
            Triple(node, Iri(_VOID + "classPartition"), part),
            Triple(part, Iri(_VOID + "class"), Iri(class_)),
            Triple(part, Iri(_VOID + "entities"), Literal(nodes, _INTEGER)),
        ]
    return sorted(line(triple) for triple in triples)


def _single(rows: list[Row]) -> Row:
    """The one row of a table of totals, whose values are numbers. Raises StoreError for another."""
    if len(rows) != 1:
        raise StoreError(f"the store answered with {len(rows)} rows of totals", "does a SPARQL store answer there?")
    return {name: str(whole_number(value)) for name, value in rows[0].items()}
