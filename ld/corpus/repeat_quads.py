"""Near-duplicates in RDF: the later article is based on the earlier one, with evidence for that."""

import hashlib

from ld.corpus.repeats import Repeat
from ld.corpus.signatures import PERMUTATIONS, SHINGLE
from ld.ntriples import line, term
from ld.terms import Iri, Literal, Triple, evidence_name
from ld.vocab import ITSRDF, PROV, RDF, RDFS, SCHEMA, XSD_NS

_METHOD = f"MinHash, {PERMUTATIONS} permutations of {SHINGLE} words in a row"


def repeat_quads(repeat: Repeat) -> str:
    """The N-Quads of *repeat*: the claim in the later article's graph, a statement about it in that of its evidence."""
    graph, evidence = Iri(repeat.later), evidence_name(repeat.later)
    claim = Triple(Iri(f"{repeat.later}#article"), SCHEMA.isBasedOn, Iri(f"{repeat.earlier}#article"))
    name = hashlib.sha1(line(claim).encode(), usedforsecurity=False).hexdigest()[:16]
    statement = Iri(f"{repeat.later}#statement-{name}")
    proofs = (
        Triple(statement, RDF.type, RDF.Statement),
        Triple(statement, RDF.subject, claim.subject),
        Triple(statement, RDF.predicate, claim.predicate),
        Triple(statement, RDF.object, claim.object),
        Triple(statement, RDFS.comment, Literal(_METHOD)),
        Triple(statement, ITSRDF.taConfidence, Literal(f"{repeat.similarity:g}", XSD_NS.double)),
        Triple(statement, PROV.wasDerivedFrom, claim.object),
    )
    quads = [_quad(claim, graph), *(_quad(proof, evidence) for proof in proofs)]
    return "".join(sorted(quads))


def _quad(triple: Triple, graph: Iri) -> str:
    subject, predicate, value = triple
    return f"{term(subject)} {term(predicate)} {term(value)} {term(graph)} .\n"
