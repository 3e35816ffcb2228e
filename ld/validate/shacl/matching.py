"""The search for regular expressions in values, in bounded time for any expression and value.

Python's engine is the fastest on ordinary patterns, but may take too long on others. So it searches only where it
cannot; elsewhere the search is by an engine that takes time in proportion to the value (that of SPARQL's REGEX).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

import pyoxigraph

from ld.validate.shacl.regular_expressions import FLAGS, Expression, PatternError, read_expression

_MOST_STEPS = 10**8  # of Python's engine, about a second
_FOR_EVER = 99


@cache
def matcher(pattern: str, flags: str = "") -> Callable[[str], bool]:
    """A function that says whether *pattern*, under *flags*, matches somewhere in a text.

    Raises PatternError for a pattern outside the grammar, or one that no engine can search for in reasonable time.
    """
    if not FLAGS.issuperset(flags):
        raise PatternError(f"the flags {flags}; there are {', '.join(sorted(FLAGS))} only")
    expression = read_expression(pattern, flags)
    search = re.compile(expression.source).search
    longest = _longest(expression)
    steady = _steady(expression) if longest < _MOST_STEPS else None

    def matches(text: str) -> bool:
        return bool(search(text)) if steady is None or len(text) <= longest else steady(text)

    return matches


def _longest(expression: Expression) -> int:
    """The length in code points up to which Python's engine needs at most _MOST_STEPS steps in the worst case."""
    cost = expression.cost
    degree = _FOR_EVER if cost.tangled else cost.repeats + (not expression.anchored)
    return int(_MOST_STEPS ** (1 / max(degree, 1)))


def _steady(expression: Expression) -> Callable[[str], bool] | None:
    """The search in linear time; None if it is not possible and Python's engine can do it."""
    if expression.refers_back:
        if expression.cost.tangled:
            raise PatternError("repetitions within repetitions and a backreference, for which no search is sure to end")
        return None
    source = pyoxigraph.Literal(expression.source.replace(r"\Z", r"\z"))
    query = f"SELECT ?text (REGEX(?text, {source}) AS ?found) {{}}"
    store, variable = pyoxigraph.Store(), pyoxigraph.Variable("text")

    def found(text: str) -> object:
        # half of a surrogate pair is not a character, and does not occur in RDF texts
        answer = store.query(query, substitutions={variable: pyoxigraph.Literal(text)})
        return next(answer)["found"] if isinstance(answer, pyoxigraph.QuerySolutions) else None

    if found("") is None:
        raise PatternError("repetitions that add up to more than the search can hold")
    return lru_cache(maxsize=1024)(lambda text: found(text) == _TRUE)


_TRUE = pyoxigraph.Literal(True)  # noqa: FBT003 - the term
