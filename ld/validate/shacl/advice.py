"""The message for a shape without sh:message: what its constraint requires, in a plain sentence."""

from collections.abc import Iterable

from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.finding import curie
from ld.validate.index import Index, list_members
from ld.validate.shacl.vocabulary import CONSTRAINTS, SH, component, name
from ld.vocab import XSD_NS

_SENTENCES = {
    SH.minCount: "Give at least {value} of {path}.",
    SH.maxCount: "Give at most {value} of {path}.",
    Iri(SH + "class"): "Let {it} be a {value} that the data describe.",
    SH.datatype: "Let {it} be a well-formed literal of the type {value}.",
    SH.nodeKind: "Let {it} be of the kind {value}.",
    SH.minExclusive: "Let {it} be more than {value}.",
    SH.minInclusive: "Let {it} be {value} or more.",
    SH.maxExclusive: "Let {it} be less than {value}.",
    SH.maxInclusive: "Let {it} be {value} or less.",
    SH.minLength: "Let {it} be at least {value} characters long.",
    SH.maxLength: "Let {it} be at most {value} characters long.",
    SH.pattern: "Let {it} match the pattern {value}.",
    SH.languageIn: "Let {it} be text in one of the languages {value}.",
    SH.uniqueLang: "Give at most one of {path} for each language.",
    SH.equals: "Let the values of {path} be the same as those of {value}.",
    SH.disjoint: "Let no value of {path} be one of {value} as well.",
    SH.lessThan: "Let {it} be less than each {value}.",
    SH.lessThanOrEquals: "Let {it} be at most as much as each {value}.",
    SH.hasValue: "Let {path} have the value {value}.",
    Iri(SH + "in"): "Let {it} be one of {value}.",
    SH.closed: "Drop this property: the shape allows no others than it lists.",
    Iri(SH + "not"): "Let {it} not be as in {value}.",
    Iri(SH + "and"): "Let {it} be as in all of {value}.",
    Iri(SH + "or"): "Let {it} be as in at least one of {value}.",
    SH.xone: "Let {it} be as in exactly one of {value}.",
    SH.node: "Let {it} be as in {value}.",
    SH.qualifiedMinCount: "Let at least {value} of {path} be as in {shape}.",
    SH.qualifiedMaxCount: "Let at most {value} of {path} be as in {shape}.",
}
_PARAMETERS = {component(parameter): parameter for parameter in _SENTENCES}
CORE_COMPONENTS = frozenset(_PARAMETERS)
"""The constraint components of SHACL Core, except those of shapes within shapes."""


def message(shapes: Index, shape: Term, component_: Iri, path: str) -> str:
    """The message of *shape* for a constraint of the kind *component_*: its sh:message, or a sentence of ours.

    Of messages in several languages the English one is taken. *path* is the path of the shape as text.
    Empty for a component outside SHACL Core without a sh:message.
    """
    said = preferred(value for value in shapes.objects(shape, SH.message) if isinstance(value, Literal))
    if said:
        return said
    if component_ not in _PARAMETERS:
        return ""
    parameter = _PARAMETERS[component_]
    return _SENTENCES[parameter].format(
        it=f"each value of {path}" if path else "the node",
        path=path or "the node",
        value=_all(shapes, shape, parameter),
        shape=_all(shapes, shape, SH.qualifiedValueShape),
    )


def preferred(messages: Iterable[Literal]) -> str:
    """The English one among *messages*, or else the first; empty if there is none."""
    ordered = sorted(messages, key=lambda value: (value.language.partition("-")[0] not in ("", "en"), value))
    return ordered[0].lexical if ordered else ""


def _all(shapes: Index, shape: Term, parameter: Iri) -> str:
    return " and ".join(sorted(_shown(shapes, value) for value in shapes.objects(shape, parameter)))


def _shown(shapes: Index, value: Term) -> str:
    if isinstance(value, Literal):
        return value.lexical if value.datatype == XSD_NS.integer else f"“{value.lexical}”"
    if isinstance(value, Iri):
        return name(value) if value.startswith(SH) else curie(value)
    try:
        return ", ".join(_shown(shapes, member) for member in list_members(shapes, value))
    except ValueError:
        return _asked(shapes, value)


def _asked(shapes: Index, shape: BlankNode) -> str:
    """A description of a shape without a name, by what it requires."""
    parts = [
        f"{predicate.removeprefix(SH)} {_shown(shapes, value)}"
        for predicate, value in shapes.of(shape)
        if predicate in CONSTRAINTS and not isinstance(value, BlankNode)
    ]
    return f"[{', '.join(sorted(parts)) or 'a shape of several parts'}]"
