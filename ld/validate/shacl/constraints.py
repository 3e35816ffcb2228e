"""The constraints of SHACL Core that need no other shape (SHACL 1.0, sections 4.1 to 4.5 and 4.8).

Each parameter has a function that takes its value in the shapes graph and returns a function that finds violations.
"""

from collections import Counter
from collections.abc import Callable, Collection

from ld.errors import UncompilableError
from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.index import Index
from ld.validate.instances import without_class
from ld.validate.shacl.datatypes import Comparable, comes_before, comparable, form_of, has_order, is_less
from ld.validate.shacl.matching import matcher
from ld.validate.shacl.parameters import Parameters
from ld.validate.shacl.regular_expressions import PatternError
from ld.validate.shacl.shape import Fault, Faults, Reached, Wrong
from ld.validate.shacl.vocabulary import NODE_KINDS, SH, component
from ld.vocab import RDF

BuildWrong = Callable[[Parameters, Term], Wrong]
BuildFaults = Callable[[Parameters, Term], Faults]


def _class(_: Parameters, class_: Term) -> Wrong:
    return lambda data, values: without_class(data, values, class_)


def _datatype(shape: Parameters, value: Term) -> Wrong:
    datatype = shape.iri(value)
    if datatype == RDF.XMLLiteral:
        raise UncompilableError("sh:datatype rdf:XMLLiteral, whose literals must be parsed")
    is_form = form_of(datatype)
    return lambda _, values: [
        value
        for value in values
        if not (isinstance(value, Literal) and value.datatype == datatype and is_form(value.lexical))
    ]


def _node_kind(shape: Parameters, value: Term) -> Wrong:
    kind = shape.iri(value)
    if kind not in NODE_KINDS:
        raise UncompilableError(f"sh:nodeKind {kind}")
    allowed = tuple(type_ for type_, name in _KINDS.items() if name in kind.removeprefix(SH))
    return lambda _, values: [value for value in values if not isinstance(value, allowed)]


_KINDS = {BlankNode: "BlankNode", Iri: "IRI", Literal: "Literal"}


def _min_count(shape: Parameters, value: Term) -> Faults:
    least = shape.count(value)
    return lambda _, reached: [Fault(focus) for focus, values in reached if len(values) < least]


def _max_count(shape: Parameters, value: Term) -> Faults:
    most = shape.count(value)
    return lambda _, reached: [Fault(focus) for focus, values in reached if len(values) > most]


def _bound(keeps: Callable[[Comparable, Comparable], bool]) -> BuildWrong:
    """A bound on values: *keeps* says whether a value (first) is within it (second)."""

    def build(_: Parameters, bound: Term) -> Wrong:
        if not isinstance(bound, Literal) or not has_order(bound):
            raise UncompilableError(f"a bound that has no order here: {bound}")
        limit = comparable(bound)
        return lambda _, values: [
            value for value in values if not (isinstance(value, Literal) and keeps(comparable(value), limit))
        ]

    return build


def _length(holds: Callable[[int, int], bool]) -> BuildWrong:
    def build(shape: Parameters, value: Term) -> Wrong:
        bound = shape.count(value)
        return lambda _, values: [
            value for value in values if isinstance(value, BlankNode) or not holds(len(_text(value)), bound)
        ]

    return build


def _pattern(shape: Parameters, value: Term) -> Wrong:
    if not isinstance(value, Literal):
        raise UncompilableError(f"sh:pattern {value}, which is no literal")
    try:
        matches = matcher(value.lexical, shape.text(SH.flags))
    except PatternError as error:
        raise UncompilableError(f"sh:pattern {value.lexical}: {error}") from error
    return lambda _, values: [
        value
        for value in values
        if isinstance(value, BlankNode) or not matches(value.lexical if isinstance(value, Literal) else value)
    ]


def _text(value: Term) -> str:
    return value.lexical if isinstance(value, Literal) else value


def _language_in(shape: Parameters, value: Term) -> Wrong:
    ranges = [member.lexical.lower() for member in shape.items(value) if isinstance(member, Literal)]
    return lambda _, values: [
        value
        for value in values
        if not (isinstance(value, Literal) and any(_in_range(value.language, range_) for range_ in ranges))
    ]


def _in_range(language: str, range_: str) -> bool:
    """SPARQL's langMatches: basic filtering (RFC 4647, section 3.3.1)."""
    return bool(language) and (range_ in {"*", language} or language.startswith(f"{range_}-"))


def _unique_language(shape: Parameters, value: Term) -> Faults:
    return _repeated_languages if value == Literal("true", shape.BOOLEAN) else lambda _data, _reached: []


def _repeated_languages(_: Index, reached: Reached) -> list[Fault]:
    return [Fault(focus) for focus, values in reached for count in _languages(values).values() if count > 1]


def _languages(values: Collection[Term]) -> Counter[str]:
    return Counter(value.language for value in values if isinstance(value, Literal) and value.language)


def _equals(shape: Parameters, value: Term) -> Faults:
    predicate = shape.iri(value)

    def faults(data: Index, reached: Reached) -> list[Fault]:
        compared = [(focus, values, data.objects(focus, predicate)) for focus, values in reached]
        return [
            Fault(focus, value)
            for focus, values, others in compared
            for value in (*_without(values, others), *_without(others, values))
        ]

    return faults


def _without(values: Collection[Term], others: Collection[Term]) -> list[Term]:
    return [value for value in values if value not in others]


def _disjoint(shape: Parameters, value: Term) -> Faults:
    predicate = shape.iri(value)
    return lambda data, reached: [
        Fault(focus, other)
        for focus, values in reached
        if values
        for other in data.objects(focus, predicate)
        if other in values
    ]


def _less_than(*, or_equal: bool) -> BuildFaults:
    def build(shape: Parameters, value: Term) -> Faults:
        predicate = shape.iri(value)
        return lambda data, reached: [
            Fault(focus, value)
            for focus, values in reached
            for value in values
            for other in data.objects(focus, predicate)
            if not (isinstance(value, Literal) and isinstance(other, Literal))
            or not is_less(value, other, or_equal=or_equal)
        ]

    return build


def _has_value(_: Parameters, wanted: Term) -> Faults:
    return lambda _, reached: [Fault(focus) for focus, values in reached if wanted not in values]


def _in(shape: Parameters, value: Term) -> Wrong:
    allowed = frozenset(shape.items(value))
    return lambda _, values: [value for value in values if value not in allowed]


def _closed(shape: Parameters, value: Term) -> Faults:
    if not shape.boolean(value):
        return lambda _data, _reached: []
    allowed = shape.listed_properties()
    return lambda data, reached: [
        Fault(focus, value, predicate)
        for focus, values in reached
        for node in values
        for predicate, value in data.of(node)
        if predicate not in allowed
    ]


ON_VALUES: dict[Iri, BuildWrong] = {
    Iri(SH + "class"): _class,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH.minExclusive: _bound(lambda value, bound: comes_before(bound, value)),
    SH.minInclusive: _bound(lambda value, bound: comes_before(bound, value, or_equal=True)),
    SH.maxExclusive: _bound(comes_before),
    SH.maxInclusive: _bound(lambda value, bound: comes_before(value, bound, or_equal=True)),
    SH.minLength: _length(lambda length, least: length >= least),
    SH.maxLength: _length(lambda length, most: length <= most),
    SH.pattern: _pattern,
    SH.languageIn: _language_in,
    Iri(SH + "in"): _in,
}
"""The parameters with a condition on each value node by itself."""
ON_SETS: dict[Iri, BuildFaults] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.uniqueLang: _unique_language,
    SH.equals: _equals,
    SH.disjoint: _disjoint,
    SH.lessThan: _less_than(or_equal=False),
    SH.lessThanOrEquals: _less_than(or_equal=True),
    SH.hasValue: _has_value,
    SH.closed: _closed,
}
"""The parameters with a condition on the value nodes together."""
CONTENT_WITH_NOTHING = frozenset(
    map(component, (SH.maxCount, SH.uniqueLang, SH.disjoint, SH.lessThan, SH.lessThanOrEquals))
)
"""The constraint components on sets that a focus node without values always meets."""
PROPERTY_ONLY = frozenset(
    (SH.minCount, SH.maxCount, SH.uniqueLang, SH.lessThan, SH.lessThanOrEquals, SH.qualifiedValueShape)
)
"""Parameters that a node shape must not have."""
SINGLE = frozenset(
    {
        *(SH.datatype, SH.nodeKind, SH.minCount, SH.maxCount, SH.minLength, SH.maxLength, SH.languageIn),
        *(SH.uniqueLang, Iri(SH + "in"), SH.closed),
    }
)
"""Parameters that a shape may have only once."""
