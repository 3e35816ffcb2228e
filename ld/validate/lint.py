"""What in a shapes graph could let data pass unseen, found before any data are looked at."""

import re
from collections.abc import Iterator

from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ld.validate.vocabularies import Role, misspelling

Problem = tuple[Node, str]

_TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
_SEVERITIES = (SH.Violation, SH.Warning, SH.Info)
_NUMBERS = (SH.minCount, SH.maxCount, SH.minLength, SH.maxLength, SH.qualifiedMinCount, SH.qualifiedMaxCount)
_SHAPE_VALUES = (SH.node, SH["not"], SH.qualifiedValueShape)
_SHAPE_LISTS = (SH["and"], SH["or"], SH.xone)
_CONSTRAINTS = frozenset(
    {
        *_NUMBERS,
        *(SH.node, SH["not"], *_SHAPE_LISTS, SH["class"], SH["in"], SH.hasValue, SH.closed, SH.datatype, SH.nodeKind),
        *(SH.pattern, SH.languageIn, SH.uniqueLang, SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals),
        *(SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive),
    }
)
# https://www.w3.org/TR/shacl/#core-components, and the terms with which shapes are put together
_CORE = frozenset(
    {
        *_CONSTRAINTS,
        *_TARGETS,
        *_SEVERITIES,
        *(SH.NodeShape, SH.PropertyShape, SH.PropertyGroup, SH.property, SH.qualifiedValueShape),
        *(SH.qualifiedValueShapesDisjoint, SH.ignoredProperties, SH.flags, SH.path, SH.alternativePath),
        *(SH.inversePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath, SH.severity, SH.message),
        *(SH.name, SH.description, SH.order, SH.group, SH.defaultValue, SH.declare, SH.prefix, SH.namespace),
        *(SH.BlankNode, SH.IRI, SH.Literal, SH.BlankNodeOrIRI, SH.BlankNodeOrLiteral, SH.IRIOrLiteral),
    }
)
_CLASS_VALUED = (SH.targetClass, SH["class"])
_PROPERTY_VALUED = (
    *(SH.path, SH.targetObjectsOf, SH.targetSubjectsOf, SH.inversePath),
    *(SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals),
)


def problems(graph: Graph) -> Iterator[Problem]:
    """Each problem of the shapes in *graph*, with the node that has it."""
    yield from _terms(graph)
    yield from _parameters(graph)
    for shape in sorted(set(graph.subjects(SH.path)), key=str):
        yield from _property_shape(graph, shape)
    for shape in sorted(_node_shapes(graph), key=str):
        yield from _node_shape(graph, shape)
    yield from _references(graph)


def _terms(graph: Graph) -> Iterator[Problem]:
    for subject, predicate, value in graph:
        yield from _term(subject, predicate, "property")
        if predicate == RDFS.seeAlso or not isinstance(value, URIRef):
            continue
        if predicate in _CLASS_VALUED or predicate == RDF.type:
            yield from _term(subject, value, "class")
        else:
            yield from _term(subject, value, "property" if predicate in _PROPERTY_VALUED else "any")


def _term(subject: Node, term: Node, role: Role) -> Iterator[Problem]:
    wrong = misspelling(str(term), role)
    if wrong:
        yield subject, wrong
    elif term == SH.deactivated:
        yield subject, "is deactivated, so everything passes it: delete it instead"
    elif str(term).startswith(str(SH)) and term not in _CORE:
        yield subject, f"{term} is not SHACL Core: other validators would pass over it"


def _parameters(graph: Graph) -> Iterator[Problem]:
    for parameter in _NUMBERS:
        for shape, number in graph.subject_objects(parameter):
            if not (isinstance(number, Literal) and isinstance(number.value, int) and number.value >= 0):
                yield shape, f"{_local(parameter)} must be a whole number, not {number}"
    for shape, pattern in graph.subject_objects(SH.pattern):
        try:
            re.compile(str(pattern))
        except re.error as error:
            yield shape, f"the pattern {pattern} is no regular expression: {error}"


def _property_shape(graph: Graph, shape: Node) -> Iterator[Problem]:
    if isinstance(shape, BNode):
        path = ", ".join(map(_local, graph.objects(shape, SH.path)))
        yield shape, f"the property shape on {path} has no IRI: no report could name it"
    if (None, None, shape) not in graph:
        yield shape, "no node shape refers to it by sh:property, so it checks nothing"
    yield from _said_once(graph, shape)
    if not _constrains(graph, shape):
        yield shape, "has no constraint, so it checks nothing"


def _node_shapes(graph: Graph) -> set[Node]:
    shapes = set(graph.subjects(RDF.type, SH.NodeShape))
    return shapes.union(*(graph.subjects(target) for target in _TARGETS)) - set(graph.subjects(SH.path))


def _node_shape(graph: Graph, shape: Node) -> Iterator[Problem]:
    targeted = any((shape, target, None) in graph for target in _TARGETS)
    if not targeted and (None, None, shape) not in graph:
        yield shape, "has no target (sh:targetClass), so it checks nothing"
    if targeted and _constrains(graph, shape):
        yield from _said_once(graph, shape)
    if not _constrains(graph, shape) and (shape, SH.property, None) not in graph:
        yield shape, "has no constraint, so it checks nothing"


def _said_once(graph: Graph, shape: Node) -> Iterator[Problem]:
    for term in (SH.name, SH.message, SH.severity):
        said = set(graph.objects(shape, term))
        if len(said) != 1:
            yield shape, f"must have exactly one sh:{_local(term)}, not {len(said)}"
        elif term == SH.severity and not said <= set(_SEVERITIES):
            yield shape, "sh:severity must be sh:Violation, sh:Warning or sh:Info"


def _references(graph: Graph) -> Iterator[Problem]:
    """Shapes that others refer to, but which nobody describes."""
    for shape, value in graph.subject_objects(SH.property):
        if (value, SH.path, None) not in graph:
            yield shape, f"its property shape {_local(value)} has no sh:path"
    referred = [(shape, value) for term in _SHAPE_VALUES for shape, value in graph.subject_objects(term)]
    for term in _SHAPE_LISTS:
        referred += [(shape, value) for shape, members in graph.subject_objects(term) for value in graph.items(members)]
    for shape, value in referred:
        if not _constrains(graph, value) and (value, SH.property, None) not in graph:
            yield shape, f"refers to the shape {_local(value)}, which checks nothing"


def _constrains(graph: Graph, shape: Node) -> bool:
    return any(predicate in _CONSTRAINTS for predicate in graph.predicates(shape))


def _local(node: Node) -> str:
    return "without IRI" if isinstance(node, BNode) else re.split("[#/]", str(node))[-1]
