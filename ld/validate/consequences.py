"""Drops results that merely follow from a misspelt term, as mending the term mends them."""

from collections.abc import Iterable, Iterator

from ld.validate.finding import curie
from ld.validate.guards import CHECKS
from ld.validate.report import Result
from ld.validate.vocabularies import meant_term
from ld.vocab import RDF

_TERM = CHECKS + "term"
_MISSING = "#MinCountConstraintComponent"


def without_consequences(results: Iterable[Result]) -> Iterator[Result]:
    """*results* without those for a missing property that was merely misspelt.

    Those for a value of none of the expected classes are dropped as well if its class was misspelt. The misspelling
    itself is a violation, so the verdict stays.
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
