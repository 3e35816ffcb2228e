"""SHACL validation by pySHACL: from data and shapes to findings."""

from collections.abc import Iterator
from typing import NamedTuple

from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ld.errors import ShapesError
from ld.validate.report import Severity
from ld.validate.shapes import Shapes
from ld.vocab import PREFIXES

SEVERITIES: dict[Node, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


class Finding(NamedTuple):
    """A result that does not yet know its article and its words. *path* is a SPARQL property path or empty."""

    severity: Severity
    focus_node: Node
    predicate: Node | None
    path: str
    value: Node | None
    shape: URIRef
    component: str
    message: str


def findings(data: Graph, shapes: Shapes) -> Iterator[Finding]:
    """Each constraint of *shapes* that a node of *data* breaks, in no order.

    pySHACL's own verdict is not asked: it says that a violation conforms when warnings are allowed.
    Raises ShapesError for shapes that pySHACL refuses.
    """
    # pySHACL costs a quarter of a second to import: who only asks for help need not wait for it
    from pyshacl import validate  # noqa: PLC0415
    from pyshacl.errors import ReportableRuntimeError  # noqa: PLC0415

    try:
        _, report, text = validate(data, shacl_graph=shapes.graph, inplace=True, do_owl_imports=False)
    except ReportableRuntimeError as error:
        raise ShapesError(f"the shapes cannot be used: {error}", "correct the shapes") from error
    if not isinstance(report, Graph):
        raise ShapesError(f"the shapes cannot be used: {text}", "correct the shapes")
    return (_finding(report, result, shapes.graph) for result in report.objects(None, SH.result))


def _finding(report: Graph, result: Node, shapes: Graph) -> Finding:
    shape = _one(report, result, SH.sourceShape)
    focus_node = _one(report, result, SH.focusNode)
    path = shapes.value(shape, SH.path)
    value = report.value(result, SH.value)
    return Finding(
        severity=SEVERITIES[_one(report, result, SH.resultSeverity)],
        focus_node=focus_node,
        predicate=path if isinstance(path, URIRef) else None,
        path=path_text(shapes, path) if path else "",
        value=None if value == focus_node else value,
        shape=URIRef(str(shape)),
        component=str(_one(report, result, SH.sourceConstraintComponent)),
        message=str(_one(report, result, SH.resultMessage)),
    )


def path_text(shapes: Graph, path: Node) -> str:
    """A SHACL *path* as a SPARQL property path, with our prefixes: ``schema:member|^schema:hasOccupation``."""
    if isinstance(path, URIRef):
        return curie(str(path))
    if (path, RDF.first, None) in shapes:
        return "/".join(path_text(shapes, step) for step in Collection(shapes, path))
    for term, form in _PATHS.items():
        inner = shapes.value(path, term)
        if inner is not None:
            return form.format(path_text(shapes, inner))
    return "|".join(path_text(shapes, step) for step in Collection(shapes, _one(shapes, path, SH.alternativePath)))


_PATHS = {
    SH.inversePath: "^{}",
    SH.zeroOrMorePath: "({})*",
    SH.oneOrMorePath: "({})+",
    SH.zeroOrOnePath: "({})?",
}


def _one(graph: Graph, subject: Node, predicate: URIRef) -> Node:
    """The value that SHACL demands to be there."""
    return next(graph.objects(subject, predicate))


def curie(iri: str) -> str:
    """*iri* with one of our prefixes, or in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
