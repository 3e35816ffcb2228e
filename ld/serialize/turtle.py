"""Turtle as a person would write it: prefixes, what belongs to a node together, and first what nothing refers to."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from ld.ntriples import quoted
from ld.terms import XSD, Iri, Literal, Row
from ld.vocab import PREFIXES, RDF

_NAMESPACE = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9_=,-]*[A-Za-z0-9_-])?")
_ESCAPED = re.compile(r"([=,])")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_STRING, _XSD_INTEGER, _TYPE = XSD + "string", XSD + "integer", RDF.type


def turtle(triples: Iterable[Row], name: str) -> str:
    """*triples* of the article whose graph has this *name*, as Turtle, ending in a line end.

    The prefixes are those of ours that occur, and the empty one for the article's own nodes.
    """
    terms = _Terms(f"{name}#")
    nodes: dict[Iri, set[tuple[str, str]]] = {}
    references: dict[Iri, int] = {}
    for subject, predicate, value in triples:
        if isinstance(value, Literal):
            written = terms.literal(value)
        else:
            written = terms[value]
            references[value] = references.get(value, 0) + 1
        about = nodes.get(subject)
        if about is None:
            about = nodes[subject] = set()
        about.add(("" if predicate == _TYPE else predicate, written))  # which comes before all others
    order = sorted(nodes, key=lambda node: (references.get(node, 0), node))
    blocks = [_block(terms[node], nodes[node], terms) for node in order]
    return "\n".join(("".join(terms.declarations()), *blocks)) if blocks else "\n"


class _Terms(dict[str, str]):
    """IRIs as Turtle writes them in a graph with *own* nodes, each worked out once."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self._prefixes = {**_NAMESPACE, own: ""}
        self._used: set[str] = set()

    def __missing__(self, iri: str) -> str:
        """*iri* as ``prefix:name``, if it lies in one of our namespaces (Turtle 1.1, section 6.4, PN_LOCAL)."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        namespace, name = iri[:cut], iri[cut:]
        if namespace in self._prefixes and _LOCAL.fullmatch(name):
            self._used.add(namespace)
            local = _ESCAPED.sub(r"\\\1", name)
            written = f"{self._prefixes[namespace]}:{local}"
        else:
            written = f"<{iri}>"
        self[iri] = written
        return written

    def literal(self, value: Literal) -> str:
        """*value* with its lexical form as it is."""
        lexical, datatype, language = value
        if language:
            return f"{quoted(lexical)}@{language}"
        if datatype == _STRING:
            return quoted(lexical)
        if datatype == _XSD_INTEGER and _INTEGER.fullmatch(lexical):
            return lexical
        return f"{quoted(lexical)}^^{self[datatype]}"

    def declarations(self) -> Iterator[str]:
        """A line for each prefix that was used."""
        for prefix, namespace in sorted((self._prefixes[namespace], namespace) for namespace in self._used):
            yield f"@prefix {prefix}: <{namespace}> .\n"


def _block(node: str, about: set[tuple[str, str]], terms: _Terms) -> str:
    """What is stated of *node*, its classes first."""
    said = []
    for predicate, statements in groupby(sorted(about), _PREDICATE):
        values = ",\n        ".join([written for _, written in statements])
        said.append(f"{terms[predicate] if predicate else 'a'} {values}")
    return f"{node} {_SEMICOLON.join(said)} .\n"


_PREDICATE = itemgetter(0)
_SEMICOLON = " ;\n    "
