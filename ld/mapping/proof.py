"""The promise of the two graphs: no statement without words that prove it."""

from collections.abc import Collection

from ld.terms import ArticleGraph, Iri, Literal, Row, Triple
from ld.vocab import OA, PROV, RDF, SCHEMA

_STRUCTURE = frozenset(
    (
        SCHEMA.about,
        SCHEMA.mentions,
        SCHEMA.hasPart,
        SCHEMA.image,
        SCHEMA.member,
        SCHEMA.hasOccupation,
        SCHEMA.affiliation,
    )
)


def unproved(graph: ArticleGraph) -> frozenset[Triple]:
    """The facts of *graph* that its evidence does not prove: empty, unless something was stated without evidence.

    A fact is proved by an annotation on its statement or by the statement's origin, by an annotation on its subject,
    or, if it only hangs a node into the graph, by an annotation on its object. A node's type needs no proof.
    """
    annotated = _annotated(graph.evidence)
    statements = _reified(graph.evidence, annotated)
    return frozenset(
        triple
        for triple in graph.facts
        if triple not in statements
        and triple.predicate != RDF.type
        and triple.subject not in annotated
        and not (triple.predicate in _STRUCTURE and triple.object in annotated)
    )


def _annotated(evidence: Collection[Row]) -> frozenset[Iri | Literal]:
    """The bodies of annotations that have a target."""
    aimed = {subject for subject, predicate, _ in evidence if predicate == OA.hasTarget}
    return frozenset(body for subject, predicate, body in evidence if predicate == OA.hasBody and subject in aimed)


def _reified(evidence: Collection[Row], annotated: frozenset[Iri | Literal]) -> frozenset[tuple[Iri | Literal, ...]]:
    """The triples whose rdf:Statement is annotated or says what it was derived from."""
    derived = {subject for subject, predicate, _ in evidence if predicate == PROV.wasDerivedFrom}
    parts: dict[Iri, dict[Iri, Iri | Literal]] = {}
    for subject, predicate, value in evidence:
        if predicate in {RDF.subject, RDF.predicate, RDF.object} and (subject in derived or subject in annotated):
            parts.setdefault(subject, {})[predicate] = value
    return frozenset(tuple(part[term] for term in (RDF.subject, RDF.predicate, RDF.object)) for part in parts.values())
