"""The gate to a store: which graphs may be published."""

from ld.errors import UnpublishableError
from ld.publish.publication import Publication, unchecked_publication
from ld.terms import ArticleGraph, Literal
from ld.validate import Report, Severity, validate
from ld.validate.report import to_text
from ld.vocab import SCHEMA

_NOT_PUBLIC = frozenset(("withheld", "embargoed", "canceled", "cancelled", "draft"))
"""Values of schema:creativeWorkStatus with which nothing is published (after ninjs pubstatus)."""


def publication(
    graph: ArticleGraph, report: Report | None = None, *, fail_on: Severity = Severity.VIOLATION
) -> Publication:
    """*graph* ready to be sent, if it may be published; ``unchecked_publication`` does not check.

    *report* is the result of validating it by the project's own shapes; without one, it is validated here.
    Raises UnpublishableError for a graph with results as severe as *fail_on* or worse, and for an article that says
    that it is not public ("embargoed").
    """
    report = report or validate(graph)
    if not report.conforms(fail_on):
        raise UnpublishableError(to_text(report), "correct it, and validate it again")
    if status := _withheld(graph):
        raise UnpublishableError(f"it is {status}")
    return unchecked_publication(graph)


def _withheld(graph: ArticleGraph) -> str:
    """The state that forbids publishing, if the article says that it is in one; else nothing."""
    for triple in graph.facts:
        if triple.predicate == SCHEMA.creativeWorkStatus and isinstance(triple.object, Literal):
            status = triple.object.lexical.casefold()
            if status in _NOT_PUBLIC:
                return status
    return ""
