"""Reads anybody's schema.org as one vocabulary: with one address, and with the superclasses of each class.

schema.org answers to https and http, with www or without, and prefers neither (https://schema.org/docs/faq.html).
SHACL knows subclasses only from the data (https://www.w3.org/TR/shacl/#dfn-shacl-subclass).
"""

import re
from collections.abc import Iterable

from ld.schema_org import lineage, parents
from ld.terms import AnyTriple, Iri, Term
from ld.validate.documents import Document
from ld.validate.places.alignment import ScannedTriple
from ld.vocab import RDF, RDFS, SCHEMA

_OTHER_NAMES = re.compile(r"(?:https://(?:www\.)?|http://www\.)schema\.org/(?=\w[\w-]*$)")


def in_one_namespace(document: Document) -> Document:
    """*document* with schema.org's terms in ``http://schema.org/``, whatever scheme they were written with."""
    graphs = {name: tuple(map(_in_http, triples)) for name, triples in document.graphs.items()}
    marked = tuple(statement._replace(triple=_in_http(statement.triple)) for statement in document.marked)
    return document._replace(graphs=graphs, marked=marked, one_namespace=True)


def scanned_in_http(statement: ScannedTriple) -> ScannedTriple:
    """The same for a statement as a scanner saw it."""
    return statement._replace(predicate=_named_in_http(statement.predicate), object=_named_in_http(statement.object))


def with_superclasses(triples: tuple[AnyTriple, ...]) -> tuple[AnyTriple, ...]:
    """*triples*, and for each class of schema.org in them its rdfs:subClassOf up to the top."""
    used = {value for _, predicate, value in triples if predicate == RDF.type and isinstance(value, Iri)}
    return (*triples, *_subclasses(sorted(class_.removeprefix(SCHEMA) for class_ in used if class_.startswith(SCHEMA))))


def _subclasses(classes: Iterable[str]) -> list[AnyTriple]:
    known = sorted(frozenset().union(*map(lineage, classes)))
    return [
        (Iri(SCHEMA + class_), RDFS.subClassOf, Iri(SCHEMA + above))
        for class_ in known
        for above in parents().get(class_, ())
    ]


def _in_http(triple: AnyTriple) -> AnyTriple:
    subject, predicate, value = triple
    return subject, Iri(_OTHER_NAMES.sub(SCHEMA, predicate)), _term_in_http(value)


def _term_in_http(value: Term) -> Term:
    return Iri(_OTHER_NAMES.sub(SCHEMA, value)) if isinstance(value, Iri) else value


def _named_in_http(written: str) -> str:
    return f"<{_OTHER_NAMES.sub(SCHEMA, written[1:-1])}>" if written.startswith("<http") else written
