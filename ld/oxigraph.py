"""pyoxigraph's terms as ours: the border to that library, as ``ld.rdf`` is that to rdflib."""

import pyoxigraph

from ld.terms import BlankNode, Iri, Literal, Node, Term


def iri_of(term: object) -> Iri:
    """*term* as one of our IRIs. Raises ValueError for anything else."""
    if not isinstance(term, pyoxigraph.NamedNode):
        raise ValueError(f"{term} is no IRI: give each node one, so that a report can name it")  # noqa: TRY004
    return Iri(term.value)


def literal_of(literal: pyoxigraph.Literal) -> Literal:
    """*literal* as ours. Its lexical form stays as it is written; the library has its tag in lower case."""
    return Literal(literal.value, Iri(literal.datatype.value), literal.language or "")


def object_of(term: object) -> Iri | Literal:
    """*term* as the object of one of our statements. Raises ValueError for a blank node."""
    return literal_of(term) if isinstance(term, pyoxigraph.Literal) else iri_of(term)


class Terms:
    """The terms of one document, each node made once; blank nodes are numbered behind *label*, from *first* on."""

    def __init__(self, label: str, first: int = 1) -> None:
        self.iris: dict[str, Iri] = {}
        """All IRIs that came, by themselves."""
        self.about_triples = 0
        """How many statements were passed over because they are about a triple (RDF 1.2)."""
        self._blank: dict[str, BlankNode] = {}
        self._label, self._first = label, first

    def node(self, node: object) -> Node:
        """*node* as ours. Raises ValueError for a triple (RDF 1.2) in its place."""
        if isinstance(node, pyoxigraph.NamedNode):
            return self.iri(node.value)
        if isinstance(node, pyoxigraph.BlankNode):
            label = f"_:{self._label}{self._first + len(self._blank)}"
            return self._blank.setdefault(node.value, BlankNode(label))
        raise ValueError(f"{node} is a triple inside a triple (RDF 1.2), which no shape can look at")

    def term(self, term: object) -> Term:
        """*term* as ours. Raises ValueError as ``node`` does."""
        if isinstance(term, pyoxigraph.Literal):
            return Literal(term.value, self.iri(term.datatype.value), term.language or "")
        return self.node(term)

    def iri(self, value: str) -> Iri:
        """The IRI *value*."""
        return self.iris.get(value) or self.iris.setdefault(value, Iri(value))
