"""SHACL validation of an article's graph, and guards against passing by accident."""

from rdflib.term import Node

from ld.rdf import to_rdflib
from ld.terms import ArticleGraph
from ld.validate.engine import Finding, findings
from ld.validate.guards import guard
from ld.validate.report import Report, Result, Severity
from ld.validate.shapes import Shapes, load_shapes
from ld.validate.wording import Wording

__all__ = ["Report", "Result", "Severity", "Shapes", "load_shapes", "validate"]


def validate(graph: ArticleGraph, shapes: Shapes | None = None) -> Report:
    """Check the facts and the evidence of *graph* together against *shapes*, the project's own by default.

    Besides, it is a violation when nothing could be found wrong: a graph without an article,
    a misspelt term, a class that no shape targets, a node without a class,
    a position that does not fit its words, a proof of what the graph does not state.
    Raises ShapesError for shapes that cannot be used.
    """
    shapes = shapes or load_shapes()
    data = to_rdflib((*graph.facts, *graph.evidence))
    wording = Wording(data, graph.name)
    found = (*findings(data, shapes), *guard(graph.name, data, shapes))
    targets = shapes.targets(data)
    return Report(
        article=wording.article,
        results=tuple(sorted({_result(finding, wording) for finding in found}, key=_gravest_first)),
        focus_nodes=len(set[Node]().union(*targets.values())),
        unmatched_shapes=tuple(shape for shape, nodes in targets.items() if not nodes),
    )


def _result(finding: Finding, wording: Wording) -> Result:
    return Result(
        severity=finding.severity,
        article=wording.article,
        focus_node=str(finding.focus_node),
        node=wording.describe(finding.focus_node),
        words=wording.words(finding),
        path=finding.path,
        value="" if finding.value is None else wording.describe(finding.value),
        shape=str(finding.shape),
        component=finding.component,
        message=finding.message,
    )


def _gravest_first(result: Result) -> tuple[int | str, ...]:
    return (result.severity.rank, result.shape, result.message, result.focus_node, result.component, result.value)
