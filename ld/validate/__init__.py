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

    Besides, it is a violation when nothing could be found wrong: a graph without an article,
    a misspelt term, a class that no shape targets, a node without a class,
    a position that does not fit its words, a proof of what the graph does not state.
    pySHACL, which takes shapes in SPARQL, may take so many *seconds*, or as long as it takes.
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
    """Check a graph of anybody's, in which there may be blank nodes; *name* is what the report calls it.

    It is a violation if the graph is empty or a term is misspelt; a class that no shape looks at is an info.
    With ``focus_nodes`` 0 in the report, no shape has looked at anything: whoever asks must say so.
    pySHACL, which takes shapes in SPARQL, may take so many *seconds*, or as long as it takes.
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
