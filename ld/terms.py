"""RDF terms and triples as plain values, so that mapping needs no RDF library and every sink can read them."""

from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: its lexical form and the IRI of its datatype."""

    lexical: str
    datatype: Iri = Iri(XSD + "string")


class Triple(NamedTuple):
    """One statement. There are no blank nodes: each subject is an IRI."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


class ArticleGraph(NamedTuple):
    """An article's two named graphs: *facts*, named *name*, and *evidence*, named ``name#evidence``.

    Triples are sorted and unique.
    """

    name: Iri
    facts: tuple[Triple, ...]
    evidence: tuple[Triple, ...]
