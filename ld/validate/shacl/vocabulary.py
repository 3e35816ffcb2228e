"""The terms of SHACL by purpose (https://www.w3.org/TR/shacl/)."""

from ld.terms import Iri
from ld.vocab import Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")

TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
SEVERITIES = (SH.Violation, SH.Warning, SH.Info)
SHAPE_VALUES = (SH.node, Iri(SH + "not"), SH.qualifiedValueShape)
SHAPE_LISTS = (Iri(SH + "and"), Iri(SH + "or"), SH.xone)
COUNTS = (SH.minCount, SH.maxCount, SH.minLength, SH.maxLength, SH.qualifiedMinCount, SH.qualifiedMaxCount)
RANGES = (SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive)
PAIRS = (SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals)
PATHS = (SH.alternativePath, SH.inversePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath)
NODE_KINDS = frozenset(
    Iri(SH + kind) for kind in ("BlankNode", "IRI", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")
)

CONSTRAINTS = frozenset(
    {
        *(*COUNTS, *RANGES, *PAIRS, *SHAPE_VALUES, *SHAPE_LISTS),
        *(Iri(SH + "class"), Iri(SH + "in"), SH.hasValue, SH.closed, SH.datatype, SH.nodeKind),
        *(SH.pattern, SH.languageIn, SH.uniqueLang),
    }
)
"""The parameters that make a constraint of their own, except sh:property."""

CORE = frozenset(
    {
        *(*CONSTRAINTS, *TARGETS, *SEVERITIES, *PATHS, *NODE_KINDS),
        *(SH.NodeShape, SH.PropertyShape, SH.PropertyGroup, SH.property, SH.path),
        *(SH.qualifiedValueShapesDisjoint, SH.ignoredProperties, SH.flags, SH.deactivated, SH.severity, SH.message),
        *(SH.name, SH.description, SH.order, SH.group, SH.defaultValue),
        *(SH.declare, SH.prefix, SH.namespace, SH.PrefixDeclaration, SH.shapesGraph, SH.suggestedShapesGraph),
    }
)
"""Core, and the terms that only describe (sections 2 to 4; prefixes alone have no effect)."""

SPARQL = frozenset(
    Iri(SH + term)
    for term in (
        *("sparql", "select", "ask", "prefixes", "parameter", "optional", "labelTemplate", "validator"),
        *("nodeValidator", "propertyValidator", "annotationProperty", "annotationValue", "annotationVarName"),
        *("resultAnnotation", "ResultAnnotation", "ConstraintComponent", "Parameter", "Validator"),
        *("SPARQLConstraint", "SPARQLConstraintComponent", "SPARQLAskValidator", "SPARQLSelectValidator"),
        *("SPARQLExecutable", "SPARQLAskExecutable", "SPARQLSelectExecutable"),
    )
)
"""SHACL-SPARQL (sections 5 and 6): only pySHACL runs it."""

REPORT = frozenset(
    Iri(SH + term)
    for term in (
        *("ValidationReport", "ValidationResult", "conforms", "result", "detail", "focusNode", "resultPath"),
        *("value", "sourceShape", "sourceConstraint", "sourceConstraintComponent", "resultSeverity"),
        *("resultMessage", "shapesGraphWellFormed"),
    )
)
"""The terms of reports (section 3.6): a shapes graph may contain one, without effect."""


def component(parameter: Iri) -> Iri:
    """The constraint component of a *parameter* of SHACL Core: sh:minCount has sh:MinCountConstraintComponent."""
    name = parameter.removeprefix(SH)
    return Iri(f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent")


def name(term: Iri) -> str:
    """*term* as shapes graphs write it: ``sh:minCount``."""
    return f"sh:{term.removeprefix(SH)}"
