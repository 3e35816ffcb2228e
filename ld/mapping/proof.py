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
        SCHEMA.liveBlogUpdate,
        SCHEMA.member,
        SCHEMA.hasOccupation,
        SCHEMA.affiliation,
    )
)


def unproved(graph: ArticleGraph) -> frozenset[Triple]:
    """The facts of *graph* that its evidence does not prove: empty, unless something was stated without evidence.

    A fact is proved by the sources of its rdf:Statement, by an annotation on its subject or by the subject's sources,
    or, if it only connects a node with the graph, by an annotation on its object. A node's type needs no proof. Spans
    of text count only if they contain their words.
    """
    quoted = {subject for subject, predicate, _ in graph.evidence if predicate == OA.exact}
    others = {subject for subject, predicate, _ in graph.evidence if predicate == SCHEMA.name}
    annotated = _annotated(graph.evidence, quoted)
    derived = _derived(graph.evidence, quoted | others)
    statements = _reified(graph.evidence, derived)
    return frozenset(
        triple
        for triple in graph.facts
        if triple not in statements
        and triple.predicate != RDF.type
        and triple.subject not in annotated
        and triple.subject not in derived
        and not (triple.predicate in _STRUCTURE and triple.object in annotated)
    )


def _annotated(evidence: Collection[Row], quoted: Collection[Iri | Literal]) -> frozenset[Iri | Literal]:
    """The bodies of annotations that have words for a target."""
    aimed = {subject for subject, predicate, value in evidence if predicate == OA.hasTarget and value in quoted}
    return frozenset(body for subject, predicate, body in evidence if predicate == OA.hasBody and subject in aimed)


def _derived(evidence: Collection[Row], origins: Collection[Iri | Literal]) -> frozenset[Iri]:
    """The nodes and statements that were derived from one of the *origins*."""
    return frozenset(
        subject for subject, predicate, value in evidence if predicate == PROV.wasDerivedFrom and value in origins
    )


def _reified(evidence: Collection[Row], derived: Collection[Iri]) -> frozenset[tuple[Iri | Literal, ...]]:
    """The triples whose rdf:Statement is among the *derived*."""
    parts: dict[Iri, dict[Iri, Iri | Literal]] = {}
    for subject, predicate, value in evidence:
        if predicate in _PARTS and subject in derived:
            parts.setdefault(subject, {})[predicate] = value
    return frozenset(tuple(part[term] for term in _PARTS) for part in parts.values())


_PARTS = (RDF.subject, RDF.predicate, RDF.object)
