"""Turtle, by rdflib, with the lexical form of every literal preserved."""

import io
import re
from collections.abc import Iterable

from rdflib import XSD, Graph, Literal, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from ld.ntriples import quoted
from ld.rdf import to_rdflib
from ld.terms import Row
from ld.vocab import PREFIXES

_NAMESPACE = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9_=,-]*[A-Za-z0-9_-])?")
_ESCAPED = re.compile(r"([=,])")
_INTEGER = re.compile(r"[+-]?[0-9]+")


def turtle(triples: Iterable[Row], name: str) -> str:
    """*triples* of the article whose graph has this *name*, as Turtle, a line end at the end.

    The prefixes are those of ours that are used, and the empty one for the article's own nodes.
    """
    stream = io.BytesIO()
    _ExactTurtleSerializer(to_rdflib(triples), f"{name}#").serialize(stream)
    return stream.getvalue().decode().strip("\n") + "\n"


class _ExactTurtleSerializer(TurtleSerializer):
    """As rdflib's, but with no prefixes besides ours, and with literals that keep their lexical form.

    rdflib makes up prefixes, shortens doubles to seven digits,
    and breaks strings of several lines that end in a backslash and a quotation mark.
    """

    def __init__(self, graph: Graph, own: str) -> None:
        super().__init__(graph)
        self._prefixes = {**_NAMESPACE, own: ""}

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:  # noqa: ARG002, FBT001, FBT002 - rdflib's
        """*uri* as ``prefix:name``, if it lies in one of our namespaces (Turtle 1.1, section 6.4, PN_LOCAL)."""
        if not isinstance(uri, URIRef):
            return None
        cut = max(uri.rfind("#"), uri.rfind("/")) + 1
        namespace, name = uri[:cut], uri[cut:]
        if namespace not in self._prefixes or not _LOCAL.fullmatch(name):
            return None
        local = _ESCAPED.sub(r"\\\1", name)
        return f"{self.addNamespace(self._prefixes[namespace], URIRef(namespace))}:{local}"

    def label(self, node: Node, position: int) -> str:
        """*node* as Turtle writes it."""
        if not isinstance(node, Literal):
            return str(super().label(node, position))
        if node.datatype == XSD.integer and _INTEGER.fullmatch(node):
            return str(node)
        if node.language:
            return f"{quoted(node)}@{node.language}"
        datatype = node.datatype and (self.get_pname(node.datatype) or node.datatype.n3())
        return f"{quoted(node)}^^{datatype}" if datatype else quoted(node)
