"""SHACL validation by pySHACL: from data and shapes to findings."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from pyshacl import validate
from pyshacl.constraints.sparql.sparql_based_constraint_components import AskConstraintValidator
from pyshacl.errors import ShapeRecursionWarning
from rdflib import SH, Graph, URIRef
from rdflib.term import Node as RdflibNode

from ld.errors import ShapesError, UncompilableError
from ld.rdf import term_of, to_rdflib
from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.finding import Finding, curie
from ld.validate.index import Index
from ld.validate.shacl.advice import CORE_COMPONENTS, message, preferred
from ld.validate.shacl.paths import path_text, read_path
from ld.validate.shapes import Shapes


def findings_of_pyshacl(data: Index, shapes: Shapes) -> Iterator[Finding]:
    """Each constraint of *shapes* that a node of *data* breaks, in no order.

    pySHACL's own verdict is ignored: it says that a violation conforms when warnings are allowed.
    Raises ShapesError for shapes that pySHACL refuses.
    """
    try:
        with warnings.catch_warnings():
            # it would give up on shapes that refer to themselves, and let the node pass
            warnings.simplefilter("error", ShapeRecursionWarning)
            with _values_of_ask():
                _, report, text = validate(
                    to_rdflib(data), shacl_graph=shapes.for_pyshacl, inplace=True, do_owl_imports=False
                )
    except ShapeRecursionWarning as error:
        raise ShapesError(
            "the shapes cannot be used: one refers to itself, and the data lead it round in a circle",
            "let it end; SHACL leaves open what such shapes mean (section 3.4.3)",
        ) from error
    except Exception as error:  # pySHACL reports faults of shapes by exceptions of every kind
        reason = str(error) or type(error).__name__
        raise ShapesError(f"the shapes cannot be used: {reason}", "correct the shapes") from error
    if not isinstance(report, Graph):
        raise ShapesError(f"the shapes cannot be used: {text}", "correct the shapes")
    return (_finding(report, result, shapes.index) for result in report.objects(None, SH.result))


@contextmanager
def _values_of_ask() -> Iterator[None]:
    """A block in which results of ASK validators have their value, as section 6.3 requires; pySHACL leaves it out."""
    with _ONE_AT_A_TIME:
        asked = AskConstraintValidator.validate

        def answers(*given: Any, **named: Any) -> set[Any]:
            return {(value, (None, None, value)) for value, _ in asked(*given, **named)}

        AskConstraintValidator.validate = answers  # type: ignore[method-assign]
        try:
            yield
        finally:
            AskConstraintValidator.validate = asked  # type: ignore[method-assign]


_ONE_AT_A_TIME = RLock()


def _finding(report: Graph, result: RdflibNode, shapes: Index) -> Finding:
    shape, focus_node = _one(report, result, SH.sourceShape), _one(report, result, SH.focusNode)
    component = Iri(_one(report, result, SH.sourceConstraintComponent))
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    predicate = term_of(path) if path is not None else None
    text = _path(shapes, predicate)
    messages = () if component in CORE_COMPONENTS else _own_messages(report, result, shapes)
    constraint = report.value(result, SH.sourceConstraint)
    return Finding(
        severity=Iri(_one(report, result, SH.resultSeverity)),
        focus_node=term_of(focus_node),
        predicate=predicate if isinstance(predicate, Iri) else None,
        path=text,
        value=None if value is None else term_of(value),
        shape=_node(term_of(shape)),
        component=component,
        message=preferred(messages) or message(shapes, term_of(shape), component, text) or _WITHOUT_MESSAGE,
        messages=messages,
        constraint=Iri(constraint) if isinstance(constraint, URIRef) else None,
    )


_WITHOUT_MESSAGE = "Correct what the query of this constraint finds; it has no sh:message that says more."


def _own_messages(report: Graph, result: RdflibNode, shapes: Index) -> tuple[Literal, ...]:
    """The messages of a constraint in SPARQL, with values filled in; those of its shape only if it has none."""
    said = [term for m in report.objects(result, SH.resultMessage) if isinstance(term := term_of(m), Literal)]
    shape = term_of(_one(report, result, SH.sourceShape))
    of_constraint = [message for message in said if message not in shapes.objects(shape, Iri(SH.message))]
    return tuple(sorted(of_constraint or said))


def _path(shapes: Index, path: Term | None) -> str:
    if path is None:
        return ""
    try:
        return path_text(read_path(shapes, path))
    except UncompilableError:
        return curie(str(path))


def _node(term: Term) -> Iri | BlankNode:
    if isinstance(term, Literal):
        raise ShapesError(f"the shapes cannot be used: the literal {term.lexical} is no shape", "correct the shapes")
    return term


def _one(graph: Graph, subject: RdflibNode, predicate: RdflibNode) -> RdflibNode:
    """The one value, which SHACL requires."""
    return next(graph.objects(subject, predicate))
