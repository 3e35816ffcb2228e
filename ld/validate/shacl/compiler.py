"""Compiles shapes graphs in SHACL Core into functions that check an index; refuses what is outside Core."""

import operator
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from ld.errors import UncompilableError
from ld.terms import BlankNode, Iri, Node, Term
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.shacl.advice import message
from ld.validate.shacl.constraints import CONTENT_WITH_NOTHING, ON_SETS, ON_VALUES, PROPERTY_ONLY, SINGLE
from ld.validate.shacl.draft import MILD
from ld.validate.shacl.parameters import Parameters
from ld.validate.shacl.paths import Follow, Path, follow, path_text, read_path
from ld.validate.shacl.shape import CompiledShape, Fault, Faults, Reached, SetConstraint, ValueConstraint, Wrong
from ld.validate.shacl.targets import is_deactivated, targeted_shapes
from ld.validate.shacl.vocabulary import CORE, REPORT, SH, SHAPE_LISTS, component, name
from ld.vocab import RDF

Check = TypeVar("Check")
Targets = dict[Node, dict[Term, None]]
"""The focus nodes of each shape with a target."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The shapes that have targets, ready to run.

    *askers* maps each part of them to the shapes whose targets it applies to: a property shape that several share is
    evaluated once, and a path that several parts have in common is followed once.
    """

    askers: dict[CompiledShape, tuple[Node, ...]]

    def findings(self, data: Index, targets: Targets) -> list[Finding]:
        """A finding for each constraint that a node of *data* breaks; nested shapes may find the same twice."""
        found: list[Finding] = []
        together: dict[tuple[Node, ...], dict[Term, None]] = {(node,): nodes for node, nodes in targets.items()}
        reached: dict[tuple[tuple[Node, ...], Follow | None, bool], Reached] = {}
        for part, askers in self.askers.items():
            way = (askers, part.follow, part.needs_values)
            if way not in reached:
                if askers not in together:
                    together[askers] = {focus: None for node in askers for focus in targets[node]}
                reached[way] = part.reached(data, together[askers])
            if reached[way]:
                part.find(data, reached[way], found)
        return found


def compile_shapes(shapes: Index) -> Compiled:
    """The targeted shapes of the graph *shapes*, compiled.

    Raises UncompilableError, with the reason, for anything but well-formed SHACL Core, and for shapes that refer to
    themselves, whose meaning SHACL leaves open.
    """
    _refuse_what_is_not_core(shapes)
    compiler = _Compiler(shapes)
    askers: dict[CompiledShape, tuple[Node, ...]] = {}
    for node in targeted_shapes(shapes):
        for part in _parts(compiler.shape(node)):
            askers[part] = (*askers.get(part, ()), node)
    return Compiled(askers)


def _parts(shape: CompiledShape) -> tuple[CompiledShape, ...]:
    """*shape*, or for a node shape its own constraints, if it has any, and its property shapes."""
    if shape.follow is not None:
        return (shape,)
    own = replace(shape, properties=())
    return (*((own,) if own.on_values or own.on_sets else ()), *shape.properties)


def _refuse_what_is_not_core(shapes: Index) -> None:
    terms = (*shapes.predicates(), *(value for value in shapes.sources(RDF.type) if isinstance(value, Iri)))
    foreign = sorted(term for term in terms if term.startswith(SH) and term not in CORE | REPORT | MILD)
    if foreign:
        raise UncompilableError(f"{', '.join(map(name, foreign))} is not SHACL Core")


class _Compiler:
    """Compiles each shape once, and those that it refers to before it."""

    def __init__(self, shapes: Index) -> None:
        self._shapes = shapes
        self._done: dict[Node, CompiledShape] = {}
        self._under_way: set[Node] = set()

    def shape(self, node: Term) -> CompiledShape:
        if not isinstance(node, (Iri, BlankNode)):
            raise UncompilableError(f"a literal in the place of a shape: {node}")
        if node not in self._done:
            if node in self._under_way:
                raise UncompilableError("a shape that refers to itself")
            self._under_way.add(node)
            self._done[node] = self._compile(node)
        return self._done[node]

    def _compile(self, node: Node) -> CompiledShape:
        parameters = Parameters(self._shapes, node)
        path = self._path(parameters)
        severity = parameters.one(SH.severity)
        active = not is_deactivated(self._shapes, node)
        on_sets = tuple(self._on_sets(parameters, path)) if active else ()
        return CompiledShape(
            node=node,
            severity=SH.Violation if severity is None else parameters.iri(severity),
            path=path_text(path) if path else "",
            predicate=path.predicate if path and not path.kind else None,
            follow=follow(path) if path else None,
            on_values=tuple(self._on_values(parameters, path)) if active else (),
            on_sets=on_sets,
            properties=tuple(self._properties(node)) if active else (),
            needs_values=CONTENT_WITH_NOTHING.issuperset(constraint.component for constraint in on_sets),
        )

    def _path(self, parameters: Parameters) -> Path | None:
        path = parameters.one(SH.path)
        types = self._shapes.objects(parameters.shape, RDF.type)
        if (SH.NodeShape if path is not None else SH.PropertyShape) in types:
            raise UncompilableError("a sh:NodeShape with a sh:path, or a sh:PropertyShape without")
        return None if path is None else read_path(self._shapes, path)

    def _properties(self, node: Node) -> Iterator[CompiledShape]:
        for value in self._shapes.objects(node, SH.property):
            if not self._shapes.objects(value, SH.path):
                raise UncompilableError("a property shape without a sh:path")
            yield self.shape(value)

    def _on_values(self, parameters: Parameters, path: Path | None) -> Iterator[ValueConstraint]:
        for parameter, build in ON_VALUES.items():
            for value in self._values(parameters, path, parameter):
                yield ValueConstraint(*self._told(parameters, path, parameter, build(parameters, value)))
        for parameter, join in _LOGIC.items():
            for value in self._values(parameters, path, parameter):
                members = parameters.items(value) if parameter in SHAPE_LISTS else [value]
                if not members:
                    raise UncompilableError(f"{name(parameter)} with an empty list")
                wrong = join(tuple(self.shape(member).failing_alone for member in members))
                yield ValueConstraint(*self._told(parameters, path, parameter, wrong))

    def _on_sets(self, parameters: Parameters, path: Path | None) -> Iterator[SetConstraint]:
        for parameter, build in ON_SETS.items():
            for value in self._values(parameters, path, parameter):
                yield SetConstraint(*self._told(parameters, path, parameter, build(parameters, value)))
        if self._values(parameters, path, SH.qualifiedValueShape):
            for parameter, faults in self._qualified(parameters):
                yield SetConstraint(*self._told(parameters, path, parameter, faults))

    def _values(self, parameters: Parameters, path: Path | None, parameter: Iri) -> Collection[Term]:
        values = self._shapes.objects(parameters.shape, parameter)
        if values and path is None and parameter in PROPERTY_ONLY:
            raise UncompilableError(f"{name(parameter)} at a node shape")
        if len(values) > 1 and parameter in SINGLE:
            raise UncompilableError(f"several values of {name(parameter)} at one shape")
        return values

    def _told(self, parameters: Parameters, path: Path | None, parameter: Iri, check: Check) -> tuple[Iri, Check, str]:
        kind = component(parameter)
        return kind, check, message(self._shapes, parameters.shape, kind, path_text(path) if path else "")

    def _qualified(self, parameters: Parameters) -> Iterator[tuple[Iri, Faults]]:
        value = parameters.one(SH.qualifiedValueShape)
        if value is None:
            return
        wanted = self.shape(value)
        of_siblings = _not_none(tuple(self.shape(each).failing_alone for each in self._siblings(parameters, value)))
        for parameter, breaks in ((SH.qualifiedMinCount, operator.lt), (SH.qualifiedMaxCount, operator.gt)):
            bound = parameters.one(parameter)
            if bound is not None:
                yield parameter, partial(_count, wanted, of_siblings, breaks, parameters.count(bound))

    def _siblings(self, parameters: Parameters, value: Term) -> list[Term]:
        """The other qualified shapes of the shapes that have this one as a property (section 4.7.3)."""
        if not parameters.is_true(SH.qualifiedValueShapesDisjoint):
            return []
        shapes = self._shapes
        parents = shapes.subjects(SH.property, parameters.shape)
        qualified = (
            shape
            for parent in parents
            for property_ in shapes.objects(parent, SH.property)
            for shape in shapes.objects(property_, SH.qualifiedValueShape)
        )
        return [shape for shape in dict.fromkeys(qualified) if shape != value]


def _not_all(failing: tuple[Wrong, ...]) -> Wrong:
    if len(failing) == 1:
        return failing[0]
    return lambda data, values: set[Term]().union(*(wrong(data, values) for wrong in failing))


def _not_any(failing: tuple[Wrong, ...]) -> Wrong:
    def wrong(data: Index, values: Collection[Term]) -> Collection[Term]:
        for wrong in failing:
            values = wrong(data, values) if values else values
        return values

    return wrong


def _not_none(failing: tuple[Wrong, ...]) -> Wrong:
    not_any = _not_any(failing)

    def wrong(data: Index, values: Collection[Term]) -> Collection[Term]:
        others = not_any(data, values)
        return set(values).difference(others) if len(others) < len(values) else ()

    return wrong


def _not_exactly_one(failing: tuple[Wrong, ...]) -> Wrong:
    def wrong(data: Index, values: Collection[Term]) -> Collection[Term]:
        found = [frozenset(wrong(data, values)) for wrong in failing]
        return [value for value in values if sum(value not in others for others in found) != 1]

    return wrong


_LOGIC: dict[Iri, Callable[[tuple[Wrong, ...]], Wrong]] = {
    SH.node: _not_all,
    Iri(SH + "not"): _not_none,
    Iri(SH + "and"): _not_all,
    Iri(SH + "or"): _not_any,
    SH.xone: _not_exactly_one,
}


def _count(  # noqa: PLR0913, PLR0917 - the first four are bound when the shape is compiled
    wanted: CompiledShape,
    of_siblings: Wrong,
    breaks: Callable[[int, int], bool],
    bound: int,
    data: Index,
    reached: Reached,
) -> list[Fault]:
    values = {value for _, values in reached for value in values}
    counted = values - wanted.failing(data, values) - set(of_siblings(data, values))
    return [Fault(focus) for focus, values in reached if breaks(sum(value in counted for value in values), bound)]
