"""A finding as a result: with its article, the words for its nodes, and the words of the article that state it."""

from ld.ntriples import term
from ld.terms import Literal
from ld.validate.finding import Finding
from ld.validate.report import Result, Severity
from ld.validate.shacl.draft import MILD
from ld.validate.shacl.vocabulary import SEVERITIES, SH
from ld.validate.shapes import Shapes
from ld.validate.wording import Wording

_SEVERITIES = {SH.Warning: Severity.WARNING, **dict.fromkeys((SH.Info, *MILD), Severity.INFO)}


def result_of(finding: Finding, wording: Wording, shape: str, shapes: Shapes | None = None) -> Result:
    """*finding* in the terms of *wording*; *shape* is the IRI of its shape or check, empty if it has none.

    *shapes* contain the finding's shape, for findings of shapes.
    """
    focus_node, value = finding.focus_node, finding.value
    return Result(
        # a severity defined elsewhere may mean anything: at worst a violation
        severity=_SEVERITIES.get(finding.severity, Severity.VIOLATION),
        article=wording.article,
        focus_node=focus_node if isinstance(focus_node, str) else term(focus_node),
        node=wording.describe(focus_node),
        words=wording.words(finding),
        path=finding.path,
        value="" if value is None else wording.describe(value),
        shape=shape,
        component=finding.component,
        message=finding.message,
        predicate=finding.predicate or "",
        term="" if value is None else term(value),
        result_path=_path(finding, shapes),
        messages=tuple(sorted(map(term, finding.messages or _said(finding, shapes)))),
        severity_iri="" if finding.severity in SEVERITIES else finding.severity,
        constraint=finding.constraint or "",
    )


def _path(finding: Finding, shapes: Shapes | None) -> str:
    return "" if shapes is None or finding.predicate or not finding.path else shapes.paths.get(finding.shape, "")


def _said(finding: Finding, shapes: Shapes | None) -> tuple[Literal, ...]:
    """All messages of the finding's shape, unless the one that is shown is the only one."""
    values = () if shapes is None else shapes.index.objects(finding.shape, SH.message)
    said = tuple(value for value in values if isinstance(value, Literal))
    return () if said == (Literal(finding.message),) else said
