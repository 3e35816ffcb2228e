"""Checks for what SHACL ignores: data that no shape targets, misspelt terms, evidence that does not fit."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ld.fragments import position_of
from ld.schema_org import lineage
from ld.terms import Iri, Literal, Term
from ld.validate.finding import Finding, curie
from ld.validate.index import Index, only
from ld.validate.shacl.datatypes import comparable
from ld.validate.shacl.vocabulary import SH
from ld.validate.shapes import Shapes
from ld.validate.vocabularies import misspelling
from ld.vocab import OA, RDF, RDFS, SCHEMA, XSD_NS, Namespace

_GLUED = re.compile(r"https?://schema\.org(?=[A-Za-z])")
"""The beginning of a term whose vocabulary was declared without its last slash."""

CHECKS = Namespace("https://w3id.org/article-ld/checks#")


def guard(name: Iri, data: Index, shapes: Shapes) -> Iterator[Finding]:
    """Whatever could let *data*, the graph *name* of one of our articles, pass *shapes* by accident: all violations."""
    if not data.subjects(RDF.type, SCHEMA.NewsArticle):
        yield own_finding("article", name, message=_NO_ARTICLE if data else _EMPTY)
    yield from _misspelt_properties(data)
    yield from _classes(data, shapes, SH.Violation)
    yield from _without_class(data, name)
    yield from _shifted_positions(data)
    yield from _untrue_statements(data)


def guard_foreign(name: Iri, data: Index, shapes: Shapes) -> Iterator[Finding]:
    """The same for a graph from anywhere, which may contain what the shapes do not cover."""
    if not data:
        yield own_finding("empty", name, message=_EMPTY)
    yield from _misspelt_properties(data)
    yield from _classes(data, shapes, SH.Info)
    yield from _shifted_positions(data)
    yield from _untrue_statements(data)


_EMPTY = "Put something into the graph: an empty one conforms to every shape."
_NO_ARTICLE = "Describe the article as a schema:NewsArticle, in the namespace http://schema.org/."


def _misspelt_properties(data: Index) -> Iterator[Finding]:
    glued = [predicate for predicate in data.predicates() if _GLUED.match(predicate)]
    for predicate in glued[:1]:  # one missing slash causes all of them
        subject, values = next(iter(data.pairs(predicate).items()))
        message = f"End the vocabulary with a slash, http://schema.org/: without it {predicate} is a term of nobody's."
        yield own_finding("term", subject, predicate, values[0], message)
    for predicate in sorted(data.predicates()):
        wrong = misspelling(predicate, "property")
        if wrong and predicate not in glued:
            for subject, values in data.pairs(predicate).items():
                for value in values:
                    yield own_finding("term", subject, predicate, value, f"Correct the property: {_ended(wrong)}")


def _classes(data: Index, shapes: Shapes, unchecked: Iri) -> Iterator[Finding]:
    """Classes that do not exist, and those that no shape targets, the latter of the severity *unchecked*.

    A schema:City is checked if it is also a schema:Place and a shape targets that.
    """
    others = set(data.sources(RDF.type)) - shapes.target_classes
    if others and data.pairs(RDFS.subClassOf):
        others -= {class_ for target in shapes.target_classes for class_ in data.with_subclasses(target)}
    for class_ in sorted(others, key=str):
        if _GLUED.match(str(class_)) and any(map(_GLUED.match, data.predicates())):
            continue
        wrong = misspelling(class_, "class") if isinstance(class_, Iri) else ""
        subjects = data.subjects(RDF.type, class_)
        if wrong:
            for subject in subjects:
                yield own_finding("term", subject, RDF.type, class_, f"Correct the class: {_ended(wrong)}")
        elif unseen := [subject for subject in subjects if not _is_seen_above(subject, class_, data, shapes)]:
            advice = "Take a class that a shape checks, or add a shape for it."
            yield own_finding("class", min(unseen, key=str), RDF.type, class_, advice, unchecked)


def _is_seen_above(subject: Term, class_: Term, data: Index, shapes: Shapes) -> bool:
    """Whether *subject* also has a class that a shape checks and that shares more with *class_* than Thing.

    *class_* may be below that class in schema.org, or beside it: an article that is also a live blog.
    """
    if not isinstance(class_, Iri) or not class_.startswith(SCHEMA):
        return False
    above = lineage(class_.removeprefix(SCHEMA)) - {"Thing"}
    others = (other for other in data.objects(subject, RDF.type) if other in shapes.target_classes)
    return any(str(other) == SCHEMA.Thing or lineage(str(other).removeprefix(SCHEMA)) & above for other in others)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _without_class(data: Index, name: Iri) -> Iterator[Finding]:
    spans = data.pairs(OA.exact).keys() | data.pairs(OA.hasSource).keys()
    nodes = set[Term]().union(*map(data.pairs, data.predicates()))
    for subject in nodes - data.pairs(RDF.type).keys() - spans - {name}:
        yield own_finding("class", subject, message="Give it an rdf:type: no shape looks at a node without a class.")


def _shifted_positions(data: Index) -> Iterator[Finding]:
    for span, words in data.pairs(OA.exact).items():
        position, exact = position_of(str(span)), only(words)
        if position and isinstance(exact, Literal) and (wrong := _misfit(*position, exact)):
            yield own_finding("position", span, OA.exact, exact, wrong)
    starts, ends, words_of = (data.pairs(term) for term in (OA.start, OA.end, OA.exact))
    for target, selectors in data.pairs(OA.hasSelector).items():
        start, end, exact = (_only_literal(edges, selectors) for edges in (starts, ends, words_of))
        if exact and start and end and start.datatype == end.datatype == XSD_NS.integer:
            (kind, first), (other_kind, last) = comparable(start), comparable(end)
            if kind and other_kind and (wrong := _misfit(first, last, exact)):
                yield own_finding("position", target, message=wrong)


def _misfit(start: Any, end: Any, words: Literal) -> str:
    length = len(words.lexical)
    fits = end - start == length
    return "" if fits else f"Correct the position: {start} to {end} does not fit its {length} code points."


def _only_literal(edges: Mapping[Term, list[Term]], selectors: Collection[Term]) -> Literal | None:
    values = [value for selector in selectors if selector in edges for value in edges[selector]]
    return values[0] if len(values) == 1 and isinstance(values[0], Literal) else None


def _untrue_statements(data: Index) -> Iterator[Finding]:
    subjects, predicates, values = (data.pairs(part) for part in (RDF.subject, RDF.predicate, RDF.object))
    for statement in data.subjects(RDF.type, RDF.Statement):
        subject, predicate, value = (only(part.get(statement, ())) for part in (subjects, predicates, values))
        if subject is None or not isinstance(predicate, Iri) or value is None or isinstance(subject, Literal):
            continue
        if (subject, predicate, value) not in data:
            message = "Drop the rdf:Statement, or state in the graph of facts what it proves."
            yield own_finding("statement", statement, message=message)


def own_finding(  # noqa: PLR0913, PLR0917 - the parts of a finding
    check: str,
    focus: Term,
    predicate: Iri | None = None,
    value: Term | None = None,
    message: str = "",
    severity: Iri = SH.Violation,
) -> Finding:
    """A finding of one of our own *check*s, which is not in a SHACL shape."""
    return Finding(
        severity=severity,
        focus_node=focus,
        predicate=predicate,
        path=curie(predicate) if predicate else "",
        value=value,
        shape=Iri(CHECKS + check),
        component="",
        message=message,
    )
