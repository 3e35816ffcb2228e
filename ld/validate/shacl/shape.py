"""A compiled shape: what it asks of a node, as plain functions over the index of a graph."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ld.terms import Iri, Node, Term
from ld.validate.finding import Finding, curie
from ld.validate.index import Index
from ld.validate.shacl.paths import Follow


class Fault(NamedTuple):
    """What a constraint is not content with: a value or, if there is none to show, None.

    *predicate* is that of the value where the path of the shape does not tell it (sh:closed).
    """

    value: Term | None = None
    predicate: Iri | None = None


Holds: TypeAlias = Callable[[Index, Term], bool]
"""Whether one value node is right."""
Faults: TypeAlias = Callable[[Index, Term, Collection[Term]], list[Fault]]
"""From data, a focus node and its value nodes to what is wrong with them all together."""


class ValueConstraint(NamedTuple):
    """A constraint on each value node by itself, with what to say when it is broken."""

    component: Iri
    holds: Holds
    message: str


class SetConstraint(NamedTuple):
    """A constraint on the value nodes together, with what to say when it is broken."""

    component: Iri
    faults: Faults
    message: str


@dataclass(frozen=True, slots=True)
class CompiledShape:
    """A node shape (without *follow*) or a property shape.

    *properties* are the property shapes that its value nodes must conform to (sh:property).
    One that is deactivated has no constraints at all.
    """

    node: Node
    severity: Iri
    path: str
    predicate: Iri | None
    follow: Follow | None
    on_values: tuple[ValueConstraint, ...] = ()
    on_sets: tuple[SetConstraint, ...] = ()
    properties: tuple["CompiledShape", ...] = ()

    def find(self, data: Index, focus: Term, found: list[Finding]) -> None:
        """Append to *found* everything in which *focus* does not conform."""
        values = self.follow(data, focus) if self.follow else (focus,)
        for component, faults, message in self.on_sets:
            for fault in faults(data, focus, values):
                self._note(found, focus, component, fault, message)
        for value in values:
            for component, holds, message in self.on_values:
                if not holds(data, value):
                    self._note(found, focus, component, Fault(value), message)
            for shape in self.properties:
                shape.find(data, value, found)

    def conforms(self, data: Index, focus: Term) -> bool:
        """Whether nothing is found: this is asked far more often than what."""
        values = self.follow(data, focus) if self.follow else (focus,)
        for _, faults, _ in self.on_sets:
            if faults(data, focus, values):
                return False
        for value in values:
            for _, holds, _ in self.on_values:
                if not holds(data, value):
                    return False
            for shape in self.properties:
                if not shape.conforms(data, value):
                    return False
        return True

    def _note(self, found: list[Finding], focus: Term, component: Iri, fault: Fault, message: str) -> None:
        found.append(
            Finding(
                severity=self.severity,
                focus_node=focus,
                predicate=fault.predicate or self.predicate,
                path=curie(fault.predicate) if fault.predicate else self.path,
                value=fault.value,
                shape=self.node,
                component=component,
                message=message,
            )
        )
