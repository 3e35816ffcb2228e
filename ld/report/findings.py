"""The SHACL verdict and its results."""

from itertools import groupby

from ld.report.markup import Html, element, joined
from ld.report.outline import Section
from ld.validate import Report, Result, Severity

_MARKS = {Severity.VIOLATION: "✕", Severity.WARNING: "!", Severity.INFO: "i"}


def badge(report: Report) -> Html:
    """The verdict in a word, as a link to the findings."""
    return element("a", mark(valid=report.conforms()), href="#_check", class_="badge")


def mark(*, valid: bool) -> Html:
    """Whether a graph is valid, with a sign, so that colour is not the only cue."""
    sign = element("span", "✓" if valid else "✕", aria_hidden="true")
    return element(
        "span", sign, " valid" if valid else " not valid", class_="verdict-mark " + ("yes" if valid else "no")
    )


def findings_section(report: Report) -> Section:
    """The verdict, each finding with what to do and where, and the shapes that found nothing to look at."""
    count = len(report.results)
    found = f"{count} finding{'' if count == 1 else 's'}" if count else "nothing found wrong"
    groups = groupby(report.results, key=lambda result: (result.severity, result.message))
    idle = ", ".join(iri.rpartition("#")[2] for iri in report.unmatched_shapes)
    body = joined(
        element("p", mark(valid=report.conforms()), f": {found}; {report.focus_nodes} nodes checked."),
        *(_finding(severity, message, tuple(results)) for (severity, message), results in groups),
        element("p", f"Nothing to check for: {idle}.", class_="quiet") if idle else None,
    )
    return Section("_check", "SHACL check", body, kind="check")


def _finding(severity: Severity, message: str, results: tuple[Result, ...]) -> Html:
    sign = element("span", element("span", _MARKS[severity], aria_hidden="true"), f" {severity.value}", class_="grade")
    places = (element("li", result.place, dir="auto") for result in results)
    return element(
        "div", element("p", sign, " ", joined(message)), element("ul", *places), class_=f"finding {severity.value}"
    )
