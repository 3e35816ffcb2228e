"""How the data can be had: as distributions of the data set, and as a SPARQL service."""

from collections.abc import Iterator

from ld.serve.forms import HTML, NAMES, OF_ARTICLES
from ld.serve.site import CHANGES, SPARQL, VOID, Site
from ld.terms import Iri, Literal, Triple
from ld.vocab import RDF, Namespace

_DCAT, _DCTERMS, _SD = (
    Namespace("http://www.w3.org/ns/dcat#"),
    Namespace("http://purl.org/dc/terms/"),
    Namespace("http://www.w3.org/ns/sparql-service-description#"),
)
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def distributions(site: Site, title: str) -> Iterator[Triple]:
    """The distributions of the data set at *site*, one for each form of its documents, and one by queries.

    DCAT 3, sections 6.8 and 6.9. Who wants the whole reads the list of changes, and each document in it.
    """
    dataset, service = Iri(f"{site.home}{VOID}"), Iri(f"{site.home}{VOID}#sparql-service")
    yield Triple(dataset, _DCAT.landingPage, Iri(f"{site.home}/"))
    for form in OF_ARTICLES:
        if form != HTML:
            node = Iri(f"{dataset}#{form.suffix[1:]}")
            yield from _distribution(dataset, node, f"{title}, as {NAMES[form]}", Iri(f"{site.home}{CHANGES}"))
            yield Triple(node, _DCAT.mediaType, Iri(_MEDIA_TYPES + form.media_type))
    by_queries = Iri(f"{dataset}#sparql")
    yield from _distribution(dataset, by_queries, f"{title}, by SPARQL", Iri(f"{site.home}{SPARQL}"))
    yield Triple(by_queries, _DCAT.accessService, service)
    yield Triple(service, RDF.type, _DCAT.DataService)
    yield Triple(service, Iri(_DCTERMS + "title"), Literal("SPARQL endpoint"))
    yield Triple(service, Iri(_DCTERMS + "conformsTo"), Iri("http://www.w3.org/TR/sparql11-protocol/"))
    yield Triple(service, _DCAT.endpointURL, Iri(f"{site.home}{SPARQL}"))
    yield Triple(service, _DCAT.endpointDescription, Iri(f"{site.home}{SPARQL}"))
    yield Triple(service, _DCAT.servesDataset, dataset)


def _distribution(dataset: Iri, node: Iri, title: str, address: Iri) -> Iterator[Triple]:
    yield Triple(dataset, _DCAT.distribution, node)
    yield Triple(node, RDF.type, _DCAT.Distribution)
    yield Triple(node, Iri(_DCTERMS + "title"), Literal(title))
    yield Triple(node, _DCAT.accessURL, address)


def service_description(site: Site) -> Iterator[Triple]:
    """What the endpoint can do (SPARQL 1.1 Service Description): queries only; the default graph is empty."""
    service, dataset = Iri(f"{site.home}{SPARQL}"), Iri(f"{site.home}{SPARQL}#dataset")
    graph = Iri(f"{site.home}{SPARQL}#default-graph")
    yield Triple(service, RDF.type, _SD.Service)
    yield Triple(service, _SD.endpoint, service)
    yield Triple(service, _SD.supportedLanguage, _SD.SPARQL11Query)
    for name in _RESULT_FORMATS:
        yield Triple(service, _SD.resultFormat, Iri(_FORMATS + name))
    yield Triple(service, _SD.defaultDataset, dataset)
    yield Triple(dataset, RDF.type, _SD.Dataset)
    yield Triple(dataset, _SD.defaultGraph, graph)
    yield Triple(graph, RDF.type, _SD.Graph)
    yield Triple(dataset, Iri(_DCTERMS + "source"), Iri(f"{site.home}{VOID}"))
