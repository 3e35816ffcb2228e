"""Further rules for our own shapes: that every result can be named and explained, in every validator."""

from collections.abc import Iterator

from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.index import Index
from ld.validate.lint import Problem, asks
from ld.validate.shacl.targets import targeted_shapes
from ld.validate.shacl.vocabulary import CORE, SEVERITIES, SH


def breaches(graph: Index) -> Iterator[Problem]:
    """Each breach of our own rules in the shapes *graph*, with the node at fault."""
    for subject, predicate, value in graph:
        for term in (predicate, value):
            if not isinstance(term, Literal) and term.startswith(SH) and term not in CORE:
                yield subject, f"{term} is not SHACL Core: other validators would pass over it"
    for shape in sorted(graph.pairs(SH.deactivated)):
        yield shape, "is deactivated, so everything passes it: delete it instead"
    for shape in sorted(set(graph.pairs(SH.path)) - _conditions(graph)):
        if isinstance(shape, BlankNode):
            path = ", ".join(str(path).rpartition("/")[2] for path in graph.objects(shape, SH.path))
            yield shape, f"the property shape on {path} has no IRI: no report could name it"
        yield from _said_once(graph, shape)
    for shape in targeted_shapes(graph):
        if asks(graph, shape):
            yield from _said_once(graph, shape)


def _conditions(graph: Index) -> set[Term]:
    """The shapes without an IRI that are only conditions of others: they have no results of their own."""
    reporting: list[Term] = [
        *targeted_shapes(graph),
        *(shape for shape in graph.pairs(SH.path) if isinstance(shape, Iri)),
    ]
    for shape in reporting:
        parts = (part for term in (SH.property, SH.node) for part in graph.objects(shape, term))
        reporting += [part for part in parts if part not in reporting]
    return {shape for shape in graph.pairs(SH.path) if isinstance(shape, BlankNode) and shape not in reporting}


def _said_once(graph: Index, shape: Term) -> Iterator[Problem]:
    for term in (SH.name, SH.message, SH.severity):
        said = graph.objects(shape, term)
        if len(said) != 1:
            yield shape, f"must have exactly one sh:{term.removeprefix(SH)}, not {len(said)}"
        elif term == SH.severity and not set(said) <= set(SEVERITIES):
            yield shape, "sh:severity must be sh:Violation, sh:Warning or sh:Info"
