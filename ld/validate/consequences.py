"""Results that only follow from a misspelt term: who mends the term mends them, so that they are not said beside it."""

from collections.abc import Iterable, Iterator

from ld.validate.finding import curie
from ld.validate.guards import CHECKS
from ld.validate.report import Result
from ld.validate.vocabularies import meant_term
from ld.vocab import RDF

_TERM = CHECKS + "term"
_MISSING = "#MinCountConstraintComponent"


def without_consequences(results: Iterable[Result]) -> Iterator[Result]:
    """*results* without those that say of a node that it lacks the property which a misspelt one of it means.

    Nor is it said of a value with a misspelt class that it is of none that is expected there. The misspelling itself
    is a violation, so the verdict stays.
    """
    results = tuple(results)
    misspelt = [result for result in results if result.shape == _TERM]
    meant = {(result.focus_node, curie(meant_term(result.predicate, "property"))) for result in misspelt}
    without_class = {result.focus_node for result in misspelt if result.predicate == RDF.type}
    for result in results:
        lacks = result.component.endswith(_MISSING) and any(
            (result.focus_node, path) in meant for path in result.path.split("|")
        )
        if result.shape == _TERM or not (lacks or result.term.strip("<>") in without_class):
            yield result
