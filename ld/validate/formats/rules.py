"""The descriptions of shapes: a name, the reason, further reading, and what the constraints expect."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

import msgspec

from ld.article import Value
from ld.terms import AnyTriple, Iri, Literal, Term
from ld.vocab import PREFIXES, RDF, RDFS, Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")
_SHAPES = "https://w3id.org/article-ld/shapes#"
_CHECKS = "https://w3id.org/article-ld/checks#"


class Rule(Value, frozen=True):
    """A shape or check: its *iri*, its *name* and *advice* in words, *why* it is there, and a page to *see*.

    *expected* is what each constraint requires, in words, by the IRI of its component.
    """

    iri: str
    name: str = ""
    advice: str = ""
    why: str = ""
    see: str = ""
    expected: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def id(self) -> str:
        """The fragment of one of our own shapes and checks; the whole IRI of any other, which may share a fragment."""
        return self.label if self.iri.startswith((_SHAPES, _CHECKS)) else self.iri

    @property
    def label(self) -> str:
        """The end of the IRI, for people."""
        return self.iri.rstrip("#/").rpartition("#" if "#" in self.iri else "/")[2] or self.iri


@cache
def own_checks() -> dict[str, Rule]:
    """The descriptions of the checks that are not shapes, by IRI, from ``checks.csv``."""
    with resources.files(__package__).joinpath("checks.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        _CHECKS + row["check"]: Rule(iri=_CHECKS + row["check"], name=row["name"], advice=row["advice"], why=row["why"])
        for row in rows
    }


def rules_of(triples: Iterable[AnyTriple]) -> dict[str, Rule]:
    """The rules of a shapes graph, by the IRIs of their shapes, in the order of these.

    The reason is sh:description or rdfs:comment; a property shape without one has that of the shape around it.
    """
    told: dict[Term, dict[str, list[Term]]] = {}
    for subject, predicate, value in triples:
        told.setdefault(subject, {}).setdefault(predicate, []).append(value)
    around = {part: shape for shape in told for part in told[shape].get(SH.property, ())}
    shapes = sorted(node for node in told if isinstance(node, Iri) and _is_shape(told[node]))
    return {shape: _rule(shape, told, told.get(around.get(shape, shape), {})) for shape in shapes}


def _is_shape(said: dict[str, list[Term]]) -> bool:
    return any(predicate.startswith(SH) for predicate in said)


def _rule(shape: Iri, told: dict[Term, dict[str, list[Term]]], outer: dict[str, list[Term]]) -> Rule:
    said = told[shape]
    return Rule(
        iri=str(shape),
        name=_first(said, SH.name, RDFS.label),
        advice=_first(said, SH.message),
        why=_first(said, SH.description, RDFS.comment) or _first(outer, SH.description, RDFS.comment),
        see=_first(said, RDFS.seeAlso) or _first(outer, RDFS.seeAlso),
        expected={component: text for component, text in _expected(said, told) if text},
    )


def _first(said: dict[str, list[Term]], *predicates: str) -> str:
    values = (_lexical(value) for predicate in predicates for value in sorted(said.get(predicate, ()), key=_lexical))
    return next(values, "")


def _expected(said: dict[str, list[Term]], told: dict[Term, dict[str, list[Term]]]) -> Iterator[tuple[str, str]]:
    for parameter, sentence in _SENTENCES.items():
        members = [member for value in said.get(SH + parameter, ()) for member in _members(value, told)]
        if members:
            component = f"{SH}{parameter[0].upper()}{parameter[1:]}ConstraintComponent"
            yield component, sentence.format(", ".join(sorted(map(_in_words, members))))


# by the local name of the parameter; constraints made of other shapes are left to the message, which is clearer
_SENTENCES = {
    "class": "a node of class {}",
    "closed": "only the properties that the shape names",
    "datatype": "a value of type {}",
    "disjoint": "no value that {} has too",
    "equals": "the same values as {}",
    "hasValue": "the value {}",
    "in": "one of {}",
    "languageIn": "a text in one of the languages {}",
    "lessThan": "a value below that of {}",
    "lessThanOrEquals": "a value not above that of {}",
    "maxCount": "at most {} values",
    "maxExclusive": "a value below {}",
    "maxInclusive": "a value of at most {}",
    "maxLength": "at most {} characters",
    "minCount": "{} or more values",
    "minExclusive": "a value above {}",
    "minInclusive": "a value of at least {}",
    "minLength": "{} or more characters",
    "nodeKind": "a term of kind {}",
    "pattern": "text that matches {}",
    "qualifiedMaxCount": "at most {} values of this kind",
    "qualifiedMinCount": "{} or more values of this kind",
    "uniqueLang": "one value a language",
}


def _members(value: Term, told: dict[Term, dict[str, list[Term]]]) -> Iterator[Term]:
    """The members of the RDF list at *value*, or else *value* itself."""
    if RDF.first not in told.get(value, {}):
        yield value
        return
    seen: set[Term] = set()
    while value not in seen and RDF.first in told.get(value, {}):
        seen.add(value)
        yield told[value][RDF.first][0]
        value = told[value].get(RDF.rest, [RDF.nil])[0]


def _in_words(term: Term) -> str:
    if isinstance(term, Literal):
        return term.lexical
    for prefix, namespace in {**PREFIXES, "sh": SH}.items():
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return f"<{term}>"


def _lexical(term: Term) -> str:
    return term.lexical if isinstance(term, Literal) else str(term)
