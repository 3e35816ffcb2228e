"""Problems of a shapes graph that could let data pass unseen, found before any data are checked."""

import re
from collections.abc import Iterator

from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.ill_formed import ill_formed
from ld.validate.index import Index, list_members
from ld.validate.shacl.datatypes import is_well_formed
from ld.validate.shacl.draft import MILD, NEWER
from ld.validate.shacl.matching import matcher
from ld.validate.shacl.regular_expressions import FLAGS, PatternError
from ld.validate.shacl.targets import targeted_shapes
from ld.validate.shacl.vocabulary import CONSTRAINTS, CORE, COUNTS, PAIRS, REPORT, SH, SHAPE_LISTS, SHAPE_VALUES, SPARQL
from ld.validate.vocabularies import Role, misspelling
from ld.vocab import RDF, RDFS, XSD_NS

Problem = tuple[Term, str]

CHECKS_NOTHING = "checks nothing"
"""The wording for a shape that passes all data."""

_CLASS_VALUED = (SH.targetClass, Iri(SH + "class"))
_PROPERTY_VALUED = (SH.path, SH.targetObjectsOf, SH.targetSubjectsOf, SH.inversePath, *PAIRS)
_IRI_VALUED = (*_CLASS_VALUED, *_PROPERTY_VALUED[1:3], *PAIRS, SH.datatype, SH.nodeKind, SH.severity)
_KNOWN = CORE | SPARQL | REPORT | MILD
_MOST_DIGITS = 10  # of a count
_IMPORTS = Iri("http://www.w3.org/2002/07/owl#imports")


def problems(graph: Index) -> Iterator[Problem]:
    """Each problem of the shapes in *graph* that could let data pass by accident, with the node that has it."""
    yield from _terms(graph)
    yield from _values(graph)
    yield from _iris(graph)
    yield from _validators(graph)
    yield from ill_formed(graph)
    targeted = targeted_shapes(graph)
    for shape in sorted(graph.pairs(SH.path)):
        yield from _property_shape(graph, shape, is_targeted=shape in targeted)
    for shape in sorted(_node_shapes(graph) | {shape for shape in targeted if not graph.objects(shape, SH.path)}):
        yield from _node_shape(graph, shape, is_targeted=shape in targeted)
    yield from _references(graph)


def _terms(graph: Index) -> Iterator[Problem]:
    for subject, predicate, value in graph:
        yield from _term(subject, predicate, "property")
        if predicate == RDFS.seeAlso or not isinstance(value, Iri):
            continue
        if predicate in _CLASS_VALUED or predicate == RDF.type:
            yield from _term(subject, value, "class")
        else:
            yield from _term(subject, value, "property" if predicate in _PROPERTY_VALUED else "any")


def _term(subject: Term, term: Iri, role: Role) -> Iterator[Problem]:
    wrong = misspelling(term, role)
    if term in NEWER:
        yield subject, f"{term} is of SHACL 1.2, a draft that no engine here looks at; --shacl 1.2 passes over it"
    elif wrong and term not in MILD:
        yield subject, wrong
    elif term.startswith(SH) and term not in _KNOWN and not term.endswith("ConstraintComponent"):
        yield subject, f"{term} is neither SHACL Core nor SHACL-SPARQL: no engine here would look at it"


def _values(graph: Index) -> Iterator[Problem]:
    for parameter in COUNTS:
        for shape, number in _pairs(graph, parameter):
            if not _is_count(number):
                yield shape, f"{_local(parameter)} must be a whole number, not {_text(number)}"
    for shape, pattern in _pairs(graph, SH.pattern):
        flags = "".join(_text(value) for value in graph.objects(shape, SH.flags))
        try:
            matcher(_text(pattern), "".join(FLAGS.intersection(flags)))
        except PatternError as error:
            what = "no regular expression as SHACL has them, which is XPath's"
            yield shape, f"the pattern {_text(pattern)} is {what}: {error}"


def _validators(graph: Index) -> Iterator[Problem]:
    """Queries of components that select ?value although pySHACL binds it to the node first: they would find nothing."""
    queries = ((kind, validator) for kind in _VALIDATORS for _, validator in _pairs(graph, kind))
    for kind, validator in queries:
        for query in map(_text, graph.objects(validator, SH.select)):
            if _VALUE.search(query) and not (kind == SH.propertyValidator and _VALUE_OF_PATH.search(query)):
                yield validator, "its query would find nothing, as ?value is the node itself there: name it otherwise"


_VALIDATORS = (SH.nodeValidator, SH.propertyValidator)
_VALUE = re.compile(r"[?$]value\b")
_VALUE_OF_PATH = re.compile(r"\$PATH\s+[?$]value\b")


def _iris(graph: Index) -> Iterator[Problem]:
    for parameter in _IRI_VALUED:
        for shape, value in _pairs(graph, parameter):
            if isinstance(value, Literal):
                yield shape, f"{_local(parameter)} must be an IRI, not the text “{value.lexical}”"
    for ontology, imported in _pairs(graph, _IMPORTS):
        if not any(subject == imported for subject, _, _ in graph):
            yield ontology, f"imports {imported}, which is not fetched: give its file too, or drop the owl:imports"


def _is_count(value: Term) -> bool:
    return (
        isinstance(value, Literal)
        and value.datatype == XSD_NS.integer
        and is_well_formed(value)
        and len(value.lexical) < _MOST_DIGITS
        and int(value.lexical) >= 0
    )


def _property_shape(graph: Index, shape: Term, *, is_targeted: bool) -> Iterator[Problem]:
    if graph.subjects(SH.parameter, shape):
        return  # it declares a parameter of a constraint component
    owners = [owner for owner, _ in graph.referrers(shape)]
    if not owners and not is_targeted:
        yield shape, "no node shape refers to it by sh:property, so it checks nothing"
    # a property that a closed shape lists is allowed by that alone
    if not asks(graph, shape) and not any(graph.objects(owner, SH.closed) for owner in owners):
        yield shape, "has no constraint, so it checks nothing"


def _node_shapes(graph: Index) -> set[Term]:
    return set(graph.subjects(RDF.type, SH.NodeShape)) - graph.pairs(SH.path).keys()


def _node_shape(graph: Index, shape: Term, *, is_targeted: bool) -> Iterator[Problem]:
    referred = next(graph.referrers(shape), None) is not None
    if not is_targeted and not referred and not graph.objects(shape, SH.deactivated):
        yield shape, "has no target (sh:targetClass), so it checks nothing"
    if not asks(graph, shape) and not graph.objects(shape, SH.property):
        yield shape, "has no constraint, so it checks nothing"


def _references(graph: Index) -> Iterator[Problem]:
    """References to shapes that are not described."""
    for shape, value in _pairs(graph, SH.property):
        if not graph.objects(value, SH.path):
            yield shape, f"its property shape {_local(value)} has no sh:path"
    referred = [(shape, value) for term in SHAPE_VALUES for shape, value in _pairs(graph, term)]
    for term in SHAPE_LISTS:
        referred += [(shape, value) for shape, head in _pairs(graph, term) for value in _members(graph, head)]
    for shape, value in referred:
        if not asks(graph, value) and not graph.objects(value, SH.property):
            yield shape, f"refers to the shape {_local(value)}, which checks nothing"


def asks(graph: Index, shape: Term) -> bool:
    """Whether *shape* has a constraint. In a graph with constraint components of its own, any term may be one."""
    custom = graph.subjects(RDF.type, SH.ConstraintComponent)
    return any(
        predicate in CONSTRAINTS
        or predicate == SH.sparql
        or (bool(custom) and not predicate.startswith((SH, RDF, RDFS)))
        for predicate, _ in graph.of(shape)
    )


def _members(graph: Index, head: Term) -> list[Term]:
    try:
        return list_members(graph, head)
    except ValueError:
        return [head]


def _pairs(graph: Index, predicate: Iri) -> Iterator[tuple[Term, Term]]:
    return ((subject, value) for subject, values in graph.pairs(predicate).items() for value in values)


def _text(value: Term) -> str:
    return value.lexical if isinstance(value, Literal) else value


def _local(term: Term) -> str:
    return "without IRI" if isinstance(term, BlankNode) else re.split("[#/]", _text(term))[-1]
