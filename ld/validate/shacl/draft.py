"""Terms of the draft SHACL 1.2 (https://www.w3.org/TR/shacl12-core/): known, but not evaluated by any engine here."""

from collections.abc import Iterable, Iterator

from ld.terms import AnyTriple, Iri
from ld.validate.shacl.vocabulary import SH
from ld.vocab import RDF, RDFS

_ASK = (
    *("singleLine", "someValue", "memberShape", "minListLength", "maxListLength", "uniqueMembers", "uniqueValuesFor"),
    *("subsetOf", "rootClass", "reifierShape", "reificationRequired", "expression", "nodeByExpression"),
    *("targetWhere", "shape", "values", "sparqlExpr", "bodyExpression", "keyParameter", "entailment"),
    *("NodeExpression", "NodeExpressionFunction", "NamedParameterExpression", "NamedParameterExpressionFunction"),
    *("ListParameterExpression", "ListParameterExpressionFunction", "SelectExpression", "SPARQLExprExpression"),
    *("TripleTerm", "ByTypes"),
)
_TELL = (
    *("agentInstruction", "codeIdentifier", "intent", "formalized", "unit", "incomplete", "incompleteURIStart"),
    *("Graph", "DataGraph", "ShapesGraph", "RulesGraph", "ProcessorConfiguration", "conformsToShapesGraph"),
    *("conformanceDisallows", "usedShapesGraph", "usedDataGraph", "usedConfiguration"),
)
MILD = frozenset((SH.Debug, SH.Trace))
"""Severities below sh:Info."""
ASKING = frozenset(Iri(SH + term) for term in _ASK)
"""Terms that would put a condition on data, or change one."""
TELLING = frozenset(Iri(SH + term) for term in _TELL)
"""Terms that only describe."""
NEWER = ASKING | TELLING | {SH.ShapeClass}
"""All terms that are not in SHACL 1.0, except severities."""


def understood(triples: Iterable[AnyTriple]) -> Iterator[AnyTriple]:
    """The *triples* with terms of SHACL 1.0, and the meaning of sh:ShapeClass in these terms."""
    for subject, predicate, value in triples:
        if predicate == RDF.type and value == SH.ShapeClass:
            yield subject, RDF.type, RDFS.Class
            yield subject, RDF.type, SH.NodeShape
        elif predicate not in NEWER and value not in NEWER:
            yield subject, predicate, value


def unlooked(triples: Iterable[AnyTriple]) -> dict[Iri, set[object]]:
    """The terms in *triples* whose conditions are not evaluated here, each with the shapes that have it."""
    found: dict[Iri, set[object]] = {}
    for subject, predicate, value in triples:
        for term in (predicate, value):
            if isinstance(term, Iri) and term in ASKING:
                found.setdefault(term, set()).add(subject)
    return found
