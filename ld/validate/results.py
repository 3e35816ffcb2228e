"""A finding as a result: with its article, the words for its nodes, and the words of the article that state it."""

from ld.ntriples import term
from ld.validate.finding import Finding
from ld.validate.report import Result, Severity
from ld.validate.shacl.vocabulary import SH
from ld.validate.wording import Wording

_SEVERITIES = {SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}


def result_of(finding: Finding, wording: Wording, shape: str) -> Result:
    """*finding* in the words of *wording*; *shape* is the IRI of its shape or check, empty if it has none."""
    focus_node, value = finding.focus_node, finding.value
    return Result(
        # a severity of somebody's own may mean anything: at worst a violation
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
    )
