"""Maps facts to RDF: schema.org statements in one named graph, the words that prove them in another.

``docs/model.md`` describes the model.
"""

import msgspec

from ld.facts import Facts
from ld.mapping.evidence import evidence_of
from ld.mapping.nodes import Nodes
from ld.mapping.proof import unproved
from ld.mapping.statements import claims_of
from ld.terms import ArticleGraph, Literal, Triple

__all__ = ["map_facts", "unproved"]


def map_facts(facts: Facts) -> ArticleGraph:
    """The two named graphs of an article: what it states, and the words that prove it.

    The same *facts* give the same triples in the same order; there are no blank nodes.
    What somebody denies is left out, as it is no statement of theirs.
    Only the facts are sorted; evidence is sorted by whatever writes it.
    Raises InputError for a URL, a Wikidata ID or an id that cannot be part of an IRI, and for a reference to something
    that *facts* do not contain.
    """
    held = tuple(claim for claim in facts.claims if claim.stance != "denies")
    facts = msgspec.structs.replace(facts, claims=held)
    nodes = Nodes(facts)
    claims = claims_of(facts, nodes)
    return ArticleGraph(
        name=nodes.name,
        facts=tuple(sorted(claims, key=_position)),
        evidence=tuple(dict.fromkeys(evidence_of(facts, nodes, claims))),
    )


def _position(triple: Triple) -> tuple[str, str, tuple[str, ...]]:
    subject, predicate, value = triple
    return subject, predicate, value if isinstance(value, Literal) else (value,)
