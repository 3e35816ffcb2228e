"""An article as a store holds it: two named graphs, and an entry in the store's catalog."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import pyoxigraph

from ld.errors import StoreError
from ld.ntriples import line
from ld.ntriples import term as written
from ld.oxigraph import literal_of
from ld.terms import ArticleGraph, Row, evidence_name

CATALOG = "urn:x-article-ld:catalog"
"""The graph in which a store keeps, for each article graph, its digest, its size, and when it was sent."""


class Publication(NamedTuple):
    """An article ready for a store. *facts* and *evidence* are sorted lines of N-Triples, without line ends.

    *moment* is when it was sent, in ISO 8601, and "" before.
    """

    name: str
    facts: tuple[str, ...]
    evidence: tuple[str, ...]
    digest: str
    moment: str = ""

    @property
    def evidence_name(self) -> str:
        """The name of the graph of evidence."""
        return evidence_name(self.name)

    @property
    def size(self) -> int:
        """How many triples both graphs have."""
        return len(self.facts) + len(self.evidence)


def unchecked_publication(graph: ArticleGraph) -> Publication:
    """*graph* as it is sent, with the SHA-256 of its content, whether or not it may be: see ``ld.publish.gate``."""
    return of_lines(graph.name, _lines(graph.facts), _lines(graph.evidence))


def sent_now(publication: Publication) -> Publication:
    """*publication* with this moment, to the second, in UTC."""
    return publication._replace(moment=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def of_lines(name: str, facts: Iterable[str], evidence: Iterable[str]) -> Publication:
    """The publication of graphs whose N-Triples lines are known, in any order."""
    facts, evidence = tuple(sorted(set(facts))), tuple(sorted(set(evidence)))
    content = "\n".join((*facts, "", *evidence))
    return Publication(name, facts, evidence, hashlib.sha256(content.encode()).hexdigest())


def _lines(triples: Iterable[Row]) -> list[str]:
    return [line(triple) for triple in triples]


def canonical(n_triples: bytes) -> list[str]:
    """The lines of an N-Triples document in the one form in which ours are written, sorted.

    Raises StoreError for input that is not N-Triples.
    """
    try:
        triples = pyoxigraph.parse(n_triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return sorted({f"{_term(t.subject)} {_term(t.predicate)} {_term(t.object)} ." for t in triples})
    except (SyntaxError, ValueError) as error:
        hint = "does a SPARQL store answer at this address?"
        raise StoreError("the store answered with something that is no N-Triples", hint) from error


def _term(term: object) -> str:
    return written(literal_of(term)) if isinstance(term, pyoxigraph.Literal) else str(term)
