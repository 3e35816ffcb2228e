"""The graph of evidence: for each statement the words that prove it, or the option or knowledge base it came from."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from ld.article import Evidence, Known, Span
from ld.facts import Entity, Facts, Link, Mention
from ld.fragments import span_fragment
from ld.mapping.described import things
from ld.mapping.live_blogs import update_evidence
from ld.mapping.nodes import Nodes, fragment, parts
from ld.mapping.provenance import Origins, provenance
from ld.mapping.spans import span_triples
from ld.ntriples import line
from ld.terms import Iri, Literal, Row, Triple
from ld.vocab import ITSRDF, OA, PROV, RDF, RDFS, SCHEMA, XSD_NS

Claims = Mapping[Triple, tuple[Evidence, ...]]


class Proof(NamedTuple):
    """A fact and what proves it. *fact* is a node or a reified statement, *name* its IRI's fragment in the article.

    *fragments* name the spans of text among the evidence.
    """

    name: str
    fact: Iri
    evidence: tuple[Evidence | Mention, ...]
    fragments: tuple[str, ...]


def _proof(name: str, fact: Iri, evidence: tuple[Evidence | Mention, ...]) -> Proof:
    return Proof(name, fact, evidence, _names_of(evidence))


def _names_of(evidence: Iterable[Evidence | Mention]) -> tuple[str, ...]:
    """The fragments that name the spans of text among *evidence*."""
    return tuple([span_fragment(item) for item in evidence if isinstance(item, Span)])


def evidence_of(facts: Facts, nodes: Nodes, claims: Claims) -> list[Row]:
    """The triples that prove *claims*, with the texts, options and knowledge that they rest on."""
    node_proofs = tuple(_node_proofs(facts, nodes))
    described = _described(claims, {nodes.article, *(proof.fact for proof in node_proofs)})
    covered = _covered(facts, node_proofs) | {node: {base} for node, base in described.items()}
    statements = _statements(claims, covered, nodes)
    proofs = (*node_proofs, *statements.values())
    cited = (*(evidence for proof in proofs for evidence in proof.evidence), *described.values())
    origins = Origins(facts, cited, nodes)
    triples = list(span_triples(cited, nodes))
    for proof in node_proofs:
        triples += _annotation(proof, nodes)
    for triple, proof in statements.items():
        triples += _statement(triple, proof, origins, nodes)
    triples += [(node, PROV.wasDerivedFrom, origins.knowledge[base.source]) for node, base in described.items()]
    for entity, proof in zip(facts.entities, node_proofs, strict=False):
        triples += _judgement(entity, _judged(proof, statements, nodes), origins)
    triples += provenance(facts.article, cited, origins, nodes)
    return triples


def _node_proofs(facts: Facts, nodes: Nodes) -> Iterator[Proof]:
    """The nodes that are facts themselves, the entities first."""
    for entity in facts.entities:
        evidence = (*_telling(entity.mentions), *entity.evidence)
        yield _proof(fragment(entity.id), nodes.entities[entity.id], evidence)
    for number, image in enumerate(facts.article.images, 1):
        said = tuple(
            proof for stated in (image.caption, image.credit, image.url) if stated for proof in stated.evidence
        )
        yield _proof(f"image-{number}", nodes.image(number), said)
    for update in facts.article.updates:
        yield _proof(update.id, nodes.own(update.id), update_evidence(update))
    for thing in things(facts, nodes):
        yield _proof(thing.fragment, thing.node, thing.evidence)
    for fact in parts(facts):
        yield _proof(fragment(fact.id), nodes.fact(fact.id), fact.evidence)


def _telling(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The first mention by each surface form: the others repeat it, and ``facts.json`` holds them all."""
    return tuple({mention.exact: mention for mention in reversed(mentions)}.values())[::-1]


def _described(claims: Claims, proved: Collection[Iri]) -> dict[Iri, Known]:
    """The nodes that nothing in the article proves, each with the one knowledge base that gives all that it states."""
    origins: dict[Iri, set[Evidence]] = {}
    for triple, evidence in claims.items():
        if evidence and triple.subject not in proved:
            origins.setdefault(triple.subject, set()).update(evidence)
    bases = {node: next(iter(found)) for node, found in origins.items() if len(found) == 1}
    return {node: base for node, base in bases.items() if isinstance(base, Known)}


def _covered(facts: Facts, node_proofs: tuple[Proof, ...]) -> dict[Iri, set[object]]:
    """For each node the spans that its annotations lead to, and the knowledge base that they name."""
    covered: dict[Iri, set[object]] = {}
    for proof in node_proofs:
        covered.setdefault(proof.fact, set()).update(proof.fragments)
    for entity, proof in zip(facts.entities, node_proofs, strict=False):
        if proof.fragments and isinstance(entity.link, Link):
            covered[proof.fact].add(Known(source=entity.link.source))
    return covered


def _statements(claims: Claims, covered: Mapping[Iri, set[object]], nodes: Nodes) -> dict[Triple, Proof]:
    """The claims that need a proof of their own, since they rest on more than what proves their subject."""
    statements = {}
    for triple, evidence in claims.items():
        if not evidence:
            continue
        names = _names_of(evidence)
        others = evidence if not names else [item for item in evidence if not isinstance(item, Span)]
        if not covered.get(triple.subject, _NONE).issuperset((*names, *others)):
            name = "statement-" + hashlib.sha1(line(triple).encode(), usedforsecurity=False).hexdigest()[:16]
            statements[triple] = Proof(name, nodes.own(name), evidence, names)
    return statements


_NONE: frozenset[object] = frozenset()


def _annotation(proof: Proof, nodes: Nodes) -> Iterator[Row]:
    if proof.fragments:
        annotation = _annotation_of(proof, nodes)
        yield (annotation, RDF.type, OA.Annotation)
        yield (annotation, OA.hasBody, proof.fact)
        for fragment in proof.fragments:
            yield (annotation, OA.hasTarget, nodes.own(fragment))


def _annotation_of(proof: Proof, nodes: Nodes) -> Iri:
    return nodes.own(f"annotation-{proof.name}")


def _statement(triple: Triple, proof: Proof, origins: Origins, nodes: Nodes) -> Iterator[Row]:
    yield (proof.fact, RDF.type, RDF.Statement)
    yield (proof.fact, RDF.subject, triple.subject)
    yield (proof.fact, RDF.predicate, triple.predicate)
    yield (proof.fact, RDF.object, triple.object)
    for origin in (*map(nodes.own, proof.fragments), *origins.of(proof.evidence)):
        yield (proof.fact, PROV.wasDerivedFrom, origin)


def _judged(proof: Proof, statements: Mapping[Triple, Proof], nodes: Nodes) -> Iri | None:
    """Where to say how an entity was linked: at its annotation, or where no words name it, at its name."""
    if proof.fragments:
        return _annotation_of(proof, nodes)
    names = (other.fact for triple, other in statements.items() if triple[:2] == (proof.fact, SCHEMA.name))
    return next(names, None)


def _judgement(entity: Entity, subject: Iri | None, origins: Origins) -> Iterator[Row]:
    if subject is None:
        return
    if entity.because:
        yield (subject, RDFS.comment, Literal(entity.because))
    if entity.link is None:
        return
    yield (subject, RDFS.comment, Literal(entity.link.because))
    if isinstance(entity.link, Link):
        yield (subject, ITSRDF.taConfidence, Literal(_double(entity.link.score), XSD_NS.double))
        yield (subject, PROV.wasDerivedFrom, origins.knowledge[entity.link.source])


def _double(value: float) -> str:
    """*value* as stores that keep numbers by value give it back: "1", not "1.0"."""
    return repr(float(value)).removesuffix(".0")
