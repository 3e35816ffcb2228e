"""What validation found: results that name the article, the words and what to do."""

from collections import Counter
from enum import Enum
from itertools import groupby

from ld.article import Value


class Severity(Enum):
    """How severe a result is. A violation is wrong or unusable, a warning advises, an info hints."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Severity).index(self)


class Result(Value, frozen=True):
    """One fault.

    *node* describes the *focus_node* (an IRI, or a blank node as ``_:b0``); *words* are those of the article that state
    it.
    *path* is a SPARQL property path and *value* the faulty value; each is empty if there is none.
    *shape* is the IRI of the shape or check, *component* that of the SHACL constraint, empty for our own checks.
    *message* says what to do.
    For programs, *predicate* is the IRI of a path that is a single property, and *term* the faulty value in N-Triples;
    each is empty if there is none.
    For reports in RDF, *result_path* is a path of more than one property, in Turtle, *messages* are all of the shape's,
    in N-Triples, *severity_iri* is a severity defined elsewhere, and *constraint* the IRI of a SPARQL constraint; each
    is empty if the other fields suffice.
    """

    severity: Severity
    article: str
    focus_node: str
    node: str
    words: str
    path: str
    value: str
    shape: str
    component: str
    message: str
    predicate: str = ""
    term: str = ""
    result_path: str = ""
    messages: tuple[str, ...] = ()
    severity_iri: str = ""
    constraint: str = ""

    @property
    def place(self) -> str:
        """The node, the faulty property with its value, and the words unless these are the value, in one line."""
        value = f" is {self.value}" if self.value else ""
        lacks = "no " if self.component.endswith("#MinCountConstraintComponent") else ""
        fault = f": {lacks}{self.path}{value}" if self.path else value
        words = f"“{self.words}”" if self.words else ""
        return f"{self.node}{fault}" + (f", in the words {words}" if words and words != self.value else "")

    def __str__(self) -> str:
        return f"{self.severity.value} in {self.article}: {self.place}: {self.message}"


class Report(Value, frozen=True):
    """What validation found in one article's graph.

    *results* are sorted, the most severe first. *focus_nodes* is the number of nodes that some shape checked;
    *unmatched_shapes* are the IRIs of shapes without focus nodes.
    """

    article: str
    results: tuple[Result, ...]
    focus_nodes: int
    unmatched_shapes: tuple[str, ...]

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the results; None if there are no results."""
        return min((result.severity for result in self.results), key=lambda severity: severity.rank, default=None)

    def conforms(self, fail_on: Severity = Severity.VIOLATION) -> bool:
        """Whether no result is as severe as *fail_on* or worse."""
        return self.worst is None or self.worst.rank > fail_on.rank


def to_text(report: Report) -> str:
    """The *report* for a person to read: what to do, and below it where; at the end a summary."""
    lines = [report.article]
    for (severity, message, shape), group in groupby(report.results, key=_advice):
        lines.append(f"{severity}: {message} [{_fragment(shape)}]")
        lines += [f"  {result.place}" for result in group]
    return "".join(f"{line}\n" for line in (*lines, *_summary(report)))


def _advice(result: Result) -> tuple[str, str, str]:
    return result.severity.value, result.message, result.shape


def _summary(report: Report) -> list[str]:
    counted = Counter(result.severity for result in report.results)
    found = ", ".join(_plural(counted[severity], severity.value) for severity in Severity if counted[severity])
    verdict = "valid" if report.conforms() else "not valid"
    lines = [f"{verdict}: {found or 'no results'}; {_plural(report.focus_nodes, 'node')} checked"]
    if report.unmatched_shapes:
        lines.append(f"nothing to check for {', '.join(map(_fragment, report.unmatched_shapes))}")
    return lines


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _fragment(iri: str) -> str:
    return iri.rpartition("#")[2]
