"""The targets of shapes in a graph (SHACL 1.0, section 2.1.3)."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeAlias

from ld.terms import Iri, Literal, Node, Term
from ld.validate.index import Index
from ld.validate.instances import instances, is_instance
from ld.validate.shacl.vocabulary import SH, TARGETS
from ld.vocab import RDF, RDFS

Target: TypeAlias = Callable[[Index], Iterable[Term]]
_OWL_CLASS = Iri("http://www.w3.org/2002/07/owl#Class")
_TRUE = frozenset(("true", "1"))


def targeted_shapes(shapes: Index) -> tuple[Node, ...]:
    """The shapes of the graph *shapes* that have a target, sorted, without deactivated ones."""
    declared = {shape for target in TARGETS for shape in shapes.pairs(target)}
    implicit = {shape for kind in _SHAPES for shape in shapes.subjects(RDF.type, kind) if _is_class(shapes, shape)}
    return tuple(
        sorted(
            shape
            for shape in declared | implicit
            if not isinstance(shape, Literal) and not is_deactivated(shapes, shape)
        )
    )


def targets_of(shapes: Index, shape: Node) -> tuple[Target, ...]:
    """The targets of *shape*, as functions from data to nodes."""
    declared = [
        partial(_flip, find, value) for target, find in _FIND.items() for value in shapes.objects(shape, target)
    ]
    implicit = [partial(_flip, instances, shape)] if _is_class(shapes, shape) else []
    return (*declared, *implicit)


def focus_nodes(targets: Iterable[Target], data: Index) -> dict[Term, None]:
    """The nodes of *data* that *targets* lead to, each once."""
    return dict.fromkeys([node for find in targets for node in find(data)])


def target_classes(shapes: Index) -> frozenset[Term]:
    """The classes that are targets of shapes."""
    return frozenset(
        (*shapes.sources(SH.targetClass), *(shape for shape in targeted_shapes(shapes) if _is_class(shapes, shape)))
    )


def is_deactivated(shapes: Index, shape: Term) -> bool:
    """Whether *shape* is marked as deactivated."""
    return any(isinstance(value, Literal) and value.lexical in _TRUE for value in shapes.objects(shape, SH.deactivated))


_SHAPES = (SH.NodeShape, SH.PropertyShape)


def _is_class(shapes: Index, shape: Term) -> bool:
    """Whether *shape* is also a class, and so its own target. owl:Class counts as one although no triple says so."""
    types = shapes.objects(shape, RDF.type)
    return any(kind in types for kind in _SHAPES) and (
        is_instance(shapes, shape, RDFS.Class) or is_instance(shapes, shape, _OWL_CLASS)
    )


def _objects_of(data: Index, predicate: Term) -> Iterable[Term]:
    return data.sources(predicate) if isinstance(predicate, Iri) else ()


def _subjects_of(data: Index, predicate: Term) -> Iterable[Term]:
    return data.pairs(predicate) if isinstance(predicate, Iri) else ()


def _flip(find: Callable[[Index, Term], Iterable[Term]], value: Term, data: Index) -> Iterable[Term]:
    return find(data, value)


_FIND: dict[Iri, Callable[[Index, Term], Iterable[Term]]] = {
    SH.targetClass: instances,
    SH.targetNode: lambda _, value: (value,),
    SH.targetObjectsOf: _objects_of,
    SH.targetSubjectsOf: _subjects_of,
}
