"""SHACL validation of graphs, and guards against passing by accident."""

from collections.abc import Collection, Iterable

from ld.terms import AnyTriple, ArticleGraph, Iri, Term
from ld.validate.engine import Engine, findings
from ld.validate.finding import Finding
from ld.validate.guards import guard, guard_foreign
from ld.validate.index import Index
from ld.validate.report import Report, Result, Severity
from ld.validate.results import result_of
from ld.validate.shacl import Targets
from ld.validate.shapes import Shapes, load_shapes, own_shapes
from ld.validate.wording import Wording

__all__ = [
    "Engine",
    "Report",
    "Result",
    "Severity",
    "Shapes",
    "load_shapes",
    "own_shapes",
    "validate",
    "validate_triples",
]


def validate(
    graph: ArticleGraph, shapes: Shapes | None = None, engine: Engine = "auto", seconds: float | None = None
) -> Report:
    """Check the facts and the evidence of *graph* together against *shapes*, the project's own by default.

    It is also a violation if nothing could have been found wrong: a graph without an article, a misspelt term, a class
    that no shape targets, a node without a class, offsets that do not fit their words, evidence for what the graph does
    not state.
    pySHACL, which is needed for shapes in SPARQL, gets this many *seconds*, by default any number.
    Raises ShapesError for shapes that cannot be used, or not by this *engine*; UncheckedError if the time is up.
    """
    shapes = shapes or load_shapes()
    data = Index((*graph.facts, *graph.evidence))
    targets = shapes.targets(data)
    found = (*findings(data, shapes, targets, engine, seconds), *guard(graph.name, data, shapes))
    return _report(graph.name, data, shapes, targets, found)


def validate_triples(
    name: str,
    triples: Iterable[AnyTriple],
    shapes: Shapes | None = None,
    engine: Engine = "auto",
    seconds: float | None = None,
) -> Report:
    """Check a graph from anywhere, which may have blank nodes; the report calls it *name*.

    It is a violation if the graph is empty or a term is misspelt; a class that no shape targets is an info.
    If ``focus_nodes`` is 0 in the report, no shape checked anything, and the caller must say so.
    pySHACL, which is needed for shapes in SPARQL, gets this many *seconds*, by default any number.
    Raises ShapesError for shapes that cannot be used, or not by this *engine*; UncheckedError if the time is up.
    """
    shapes = shapes or load_shapes()
    data = Index(triples)
    targets = shapes.targets(data)
    guarded = guard_foreign(Iri(name), data, shapes)
    return _report(name, data, shapes, targets, (*findings(data, shapes, targets, engine, seconds), *guarded))


def _report(name: str, data: Index, shapes: Shapes, targets: Targets, found: Collection[Finding]) -> Report:
    wording = Wording(data, name)
    unmatched = (shapes.named(shape) for shape, nodes in targets.items() if not nodes)
    return Report(
        article=wording.article,
        results=tuple(sorted({_result(finding, wording, shapes) for finding in found}, key=_worst_first)),
        focus_nodes=len(_focus_nodes(targets)),
        unmatched_shapes=tuple(dict.fromkeys(filter(None, unmatched))),
    )


def _focus_nodes(targets: Targets) -> set[Term]:
    return set[Term]().union(*targets.values())


def _result(finding: Finding, wording: Wording, shapes: Shapes) -> Result:
    if finding.value == finding.focus_node:
        finding = finding._replace(value=None)
    return result_of(finding, wording, shapes.named(finding.shape), shapes)


def _worst_first(result: Result) -> tuple[int | str, ...]:
    return (
        *(result.severity.rank, result.shape, result.message, result.focus_node),
        *(result.component, result.value, result.path, result.term),
    )
