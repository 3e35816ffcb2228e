"""What an engine or a guard finds, before it is put into words."""

from typing import NamedTuple

from ld.terms import Iri, Literal, Node, Term
from ld.vocab import PREFIXES


class Finding(NamedTuple):
    """A result without its article and its words.

    *severity* is an IRI, sh:Violation or another. *path* is a SPARQL property path or empty; *predicate* is the
    property if the path is nothing more. *component* is empty for our own checks.
    *messages* are all those of a constraint in SPARQL, and *constraint* is its IRI; a shape's own are with the shape.
    """

    severity: Iri
    focus_node: Term
    predicate: Iri | None
    path: str
    value: Term | None
    shape: Node
    component: str
    message: str
    messages: tuple[Literal, ...] = ()
    constraint: Iri | None = None


def curie(iri: str) -> str:
    """*iri* with one of our prefixes, or in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
