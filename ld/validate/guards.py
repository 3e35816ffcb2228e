"""What SHACL passes over: data that no shape looks at, misspelt terms, evidence that does not fit."""

from collections.abc import Iterator

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from ld.terms import Iri
from ld.validate.engine import Finding, curie
from ld.validate.report import Severity
from ld.validate.shapes import Shapes
from ld.validate.vocabularies import misspelling
from ld.vocab import OA, SCHEMA, Namespace

CHECKS = Namespace("https://w3id.org/article-ld/checks#")

_NEWS_ARTICLE = URIRef(SCHEMA.NewsArticle)
_HAS_SELECTOR = URIRef(OA.hasSelector)
_START, _END, _EXACT = URIRef(OA.start), URIRef(OA.end), URIRef(OA.exact)


def guard(name: Iri, data: Graph, shapes: Shapes) -> Iterator[Finding]:
    """What could let *data*, the graph *name*, pass *shapes* by accident, as findings of severity violation."""
    if (None, RDF.type, _NEWS_ARTICLE) not in data:
        yield _finding("article", URIRef(name), message=_NO_ARTICLE if data else _EMPTY)
    yield from _misspelt_properties(data)
    yield from _unchecked_classes(data, shapes)
    yield from _without_class(data, URIRef(name))
    yield from _shifted_positions(data)
    yield from _untrue_statements(data)


_EMPTY = "Put something into the graph: an empty one conforms to every shape."
_NO_ARTICLE = "Describe the article as a schema:NewsArticle, in the namespace http://schema.org/."


def _misspelt_properties(data: Graph) -> Iterator[Finding]:
    for predicate in sorted(set(data.predicates()), key=str):
        wrong = misspelling(str(predicate), "property")
        if wrong:
            subject, value = min(data.subject_objects(predicate), key=str)
            yield _finding("term", subject, curie(str(predicate)), value, f"Correct the property: {wrong}.")


def _unchecked_classes(data: Graph, shapes: Shapes) -> Iterator[Finding]:
    for class_ in sorted(set(data.objects(None, RDF.type)) - shapes.target_classes, key=str):
        wrong = misspelling(str(class_), "class")
        advice = f"Correct the class: {wrong}." if wrong else "Take a class that a shape checks, or add a shape for it."
        subject = min(data.subjects(RDF.type, class_), key=str)
        yield _finding("term" if wrong else "class", subject, curie(str(RDF.type)), class_, advice)


def _without_class(data: Graph, name: URIRef) -> Iterator[Finding]:
    for subject in sorted(set(data.subjects()) - set(data.subjects(RDF.type)) - {name}, key=str):
        yield _finding("class", subject, message="Give it an rdf:type: no shape looks at a node without a class.")


def _shifted_positions(data: Graph) -> Iterator[Finding]:
    for target in sorted(set(data.subjects(_HAS_SELECTOR)), key=str):
        selectors = sorted(data.objects(target, _HAS_SELECTOR), key=str)
        start, end, exact = (_only_value(data, selectors, term) for term in (_START, _END, _EXACT))
        if isinstance(start, int) and isinstance(end, int) and isinstance(exact, str) and end - start != len(exact):
            message = f"Correct the position: {start} to {end} does not fit its {len(exact)} code points."
            yield _finding("position", target, message=message)


def _only_value(data: Graph, selectors: list[Node], term: URIRef) -> object:
    values = [value for selector in selectors for value in data.objects(selector, term)]
    return values[0].value if len(values) == 1 and isinstance(values[0], Literal) else None


def _untrue_statements(data: Graph) -> Iterator[Finding]:
    for statement in sorted(data.subjects(RDF.type, RDF.Statement), key=str):
        subjects, predicates, values = (
            list(data.objects(statement, part)) for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        whole = len(subjects) == len(predicates) == len(values) == 1
        literal = any(isinstance(node, Literal) for node in (*subjects, *predicates))
        if whole and not literal and (subjects[0], predicates[0], values[0]) not in data:
            message = "Drop the rdf:Statement, or state in the graph of facts what it proves."
            yield _finding("statement", statement, message=message)


def _finding(check: str, focus: Node, path: str = "", value: Node | None = None, message: str = "") -> Finding:
    return Finding(
        severity=Severity.VIOLATION,
        focus_node=focus,
        predicate=None,
        path=path,
        value=value,
        shape=URIRef(CHECKS + check),
        component="",
        message=message,
    )
