"""A compiled shape: its constraints, as plain functions over the index of a graph.

Every constraint is evaluated on all nodes at once; node by node, calls would take most of the time.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ld.terms import Iri, Node, Term
from ld.validate.finding import Finding, curie
from ld.validate.index import Index
from ld.validate.shacl.paths import Follow


class Fault(NamedTuple):
    """A violation of a constraint: the value at fault or, if there is none to show, None.

    *predicate* is that of the value if the path of the shape does not give it (sh:closed).
    """

    focus: Term
    value: Term | None = None
    predicate: Iri | None = None


Reached: TypeAlias = Sequence[tuple[Term, Collection[Term]]]
"""Focus nodes, each with its value nodes."""
Wrong: TypeAlias = Callable[[Index, Collection[Term]], Collection[Term]]
"""From data and value nodes, of any focus nodes, to those at fault."""
Faults: TypeAlias = Callable[[Index, Reached], Iterable[Fault]]
"""From data and focus nodes with their values to the faults in the value nodes of each focus node together."""


class ValueConstraint(NamedTuple):
    """A constraint on each value node by itself, with the message for a violation."""

    component: Iri
    wrong: Wrong
    message: str


class SetConstraint(NamedTuple):
    """A constraint on the value nodes together, with the message for a violation."""

    component: Iri
    faults: Faults
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class CompiledShape:
    """A node shape (without *follow*) or a property shape.

    *properties* are the property shapes that its value nodes must conform to (sh:property). A deactivated shape has no
    constraints at all. One that *needs_values* finds no fault in a node without any.
    """

    node: Node
    severity: Iri
    path: str
    predicate: Iri | None
    follow: Follow | None
    on_values: tuple[ValueConstraint, ...] = ()
    on_sets: tuple[SetConstraint, ...] = ()
    properties: tuple["CompiledShape", ...] = ()
    needs_values: bool = False

    def find(self, data: Index, reached: Reached, found: list[Finding]) -> None:
        """Append to *found* a finding for each way in which the focus nodes *reached* do not conform."""
        for component, faults, message in self.on_sets:
            for fault in faults(data, reached):
                self._note(found, component, fault, message)
        values = self._values(reached)
        if not values:
            return
        for component, wrong, message in self.on_values:
            for fault in _at(reached, wrong(data, values)):
                self._note(found, component, fault, message)
        if self.properties:
            distinct = dict.fromkeys(values)
            for shape in self.properties:
                shape.find(data, shape.reached(data, distinct), found)

    def failing(self, data: Index, nodes: Collection[Term]) -> set[Term]:
        """The *nodes* that do not conform; without reasons, which are needed far less often."""
        if self.follow is None and not self.on_sets:  # each node is its own value
            return set[Term]().union(
                *(wrong(data, nodes) for _, wrong, _ in self.on_values),
                *(shape.failing(data, nodes) for shape in self.properties),
            )
        reached = self.reached(data, nodes)
        failing = {fault.focus for _, faults, _ in self.on_sets for fault in faults(data, reached)}
        values = self._values(reached)
        if values:
            wrong = {value for _, wrong, _ in self.on_values for value in wrong(data, values)}
            wrong.update(*(shape.failing(data, values) for shape in self.properties))
            failing.update(fault.focus for fault in _at(reached, wrong))
        return failing

    @property
    def failing_alone(self) -> Wrong:
        """The function that finds nodes that do not conform: for a node shape with one value constraint, just that."""
        is_one = self.follow is None and not self.on_sets and not self.properties and len(self.on_values) == 1
        return self.on_values[0].wrong if is_one else self.failing

    def reached(self, data: Index, nodes: Collection[Term]) -> Reached:
        """*nodes*, each with its value nodes; without those that have none, if these can have no fault."""
        if self.follow is None:
            return [(node, (node,)) for node in nodes]
        if self.predicate is not None:  # as following the path would, without a call per node
            edges = data.pairs(self.predicate)
            if self.needs_values:
                return [(node, edges[node]) for node in nodes if node in edges] if edges else []
            return [(node, edges.get(node, ())) for node in nodes]
        step = self.follow(data)
        return [(node, step(node)) for node in nodes]

    def _values(self, reached: Reached) -> list[Term]:
        """The value nodes of all focus nodes, if any constraint applies to them one by one."""
        return [value for _, values in reached for value in values] if self.on_values or self.properties else []

    def _note(self, found: list[Finding], component: Iri, fault: Fault, message: str) -> None:
        found.append(
            Finding(
                severity=self.severity,
                focus_node=fault.focus,
                predicate=fault.predicate or self.predicate,
                path=curie(fault.predicate) if fault.predicate else self.path,
                value=fault.value,
                shape=self.node,
                component=component,
                message=message,
            )
        )


def _at(reached: Reached, wrong: Collection[Term]) -> Iterable[Fault]:
    """The faults of the focus nodes that have values among *wrong*."""
    if not wrong:
        return ()
    wrong = frozenset(wrong)
    return (Fault(focus, value) for focus, values in reached for value in values if value in wrong)
