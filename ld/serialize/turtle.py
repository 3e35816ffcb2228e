"""Turtle, by rdflib, with every literal written as it stands."""

import io
import re
from collections.abc import Iterable

from rdflib import XSD, Literal, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from ld.mapping.ntriples import quoted
from ld.rdf import to_rdflib
from ld.terms import Triple
from ld.vocab import PREFIXES

_NAMESPACE = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}
_PREFIXED = re.compile(f"({'|'.join(map(re.escape, _NAMESPACE))})([A-Za-z][A-Za-z0-9_-]*)")
_INTEGER = re.compile(r"[+-]?[0-9]+")


def turtle(triples: Iterable[Triple]) -> str:
    """*triples* as Turtle, with those of our prefixes that they use, a line end at the end."""
    stream = io.BytesIO()
    _ExactTurtleSerializer(to_rdflib(triples)).serialize(stream)
    return stream.getvalue().decode().strip("\n") + "\n"


class _ExactTurtleSerializer(TurtleSerializer):
    """As rdflib's, but with no prefixes besides ours, and with literals that keep their lexical form.

    rdflib makes up prefixes, shortens doubles to seven digits,
    and breaks strings of several lines that end in a backslash and a quotation mark.
    """

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:  # noqa: ARG002, FBT001, FBT002 - rdflib's
        """*uri* as ``prefix:name``, if it is a term of one of our namespaces."""
        match = _PREFIXED.fullmatch(uri) if isinstance(uri, URIRef) else None
        if match is None:
            return None
        namespace, name = match.groups()
        return f"{self.addNamespace(_NAMESPACE[namespace], URIRef(namespace))}:{name}"

    def label(self, node: Node, position: int) -> str:
        """*node* as Turtle writes it."""
        if not isinstance(node, Literal):
            return str(super().label(node, position))
        if node.datatype == XSD.integer and _INTEGER.fullmatch(node):
            return str(node)
        datatype = node.datatype and (self.get_pname(node.datatype) or node.datatype.n3())
        return f"{quoted(node)}^^{datatype}" if datatype else quoted(node)
