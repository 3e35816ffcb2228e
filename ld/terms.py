"""RDF terms and triples as plain values, so that mapping needs no RDF library and every writer can read them."""

from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class BlankNode(str):
    """A blank node as N-Triples writes it, ``_:b0``: so it never equals an IRI. Only foreign graphs have any."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: its lexical form, the IRI of its datatype, and its language tag in lower case.

    With a tag the datatype is rdf:langString. Our own graphs have no tags.
    """

    lexical: str
    datatype: Iri = Iri(XSD + "string")
    language: str = ""


Node = Iri | BlankNode
Term = Iri | BlankNode | Literal
AnyTriple = tuple[Node, Iri, Term]
"""A statement of any graph; each Triple is one."""


class Triple(NamedTuple):
    """One of our statements. There are no blank nodes: each subject is an IRI."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


Row = tuple[Iri, Iri, Iri | Literal]
"""A statement as a plain tuple, for evidence, of which there are hundreds; every Triple is a Row."""


class ArticleGraph(NamedTuple):
    """An article's two named graphs: *facts*, named *name*, and *evidence*, named ``name#evidence``.

    None comes twice; the facts are sorted.
    """

    name: Iri
    facts: tuple[Triple, ...]
    evidence: tuple[Row, ...]


def evidence_name(name: str) -> Iri:
    """The name of the graph of evidence that belongs to the article graph *name*."""
    return Iri(f"{name}#evidence")
