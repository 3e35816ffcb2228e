"""Matches the statements that a scanner saw in a text with the triples that the parser made of it."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import NamedTuple

from ld.ntriples import term
from ld.terms import AnyTriple

Key = tuple[str, str, str]
"""Subject, predicate and object of a triple, each in N-Triples."""


_Form = frozenset[tuple[str, int]]
"""The number of values that a node has of each property."""


class Spot(NamedTuple):
    """The offsets in a text, in code points, at which the parts of a statement begin.

    In JSON-LD *subject* is that of the node's brace; *path* leads to the value, *node_path* to the node.
    """

    subject: int
    predicate: int
    object: int
    path: str = ""
    node_path: str = ""


class ScannedTriple(NamedTuple):
    """A statement as a scanner saw it.

    IRIs are absolute and in angle brackets. A blank node begins with ``_:`` and has the scanner's own name; the object
    is empty for a literal.
    """

    subject: str
    predicate: str
    object: str
    spot: Spot


def align(stated: Iterable[ScannedTriple], triples: Iterable[AnyTriple]) -> dict[Key, Spot]:
    """The spot of each triple for which a statement was found; the first of those that state it.

    Parser and scanner have different names for blank nodes. Both keep the order of the text among the values of one
    property of one node, and among nodes to which nothing refers: this is how they are paired.
    """
    return _Alignment(stated, triples).spots()


class _Alignment:
    def __init__(self, stated: Iterable[ScannedTriple], triples: Iterable[AnyTriple]) -> None:
        self._seen: dict[str, dict[str, list[ScannedTriple]]] = defaultdict(lambda: defaultdict(list))
        self._parsed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for statement in stated:
            self._seen[statement.subject][statement.predicate].append(statement)
        for subject, predicate, value in triples:
            self._parsed[term(subject)][term(predicate)].append(term(value))
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._spots: dict[Key, Spot] = {}

    def spots(self) -> dict[Key, Spot]:
        for subject in [subject for subject in self._seen if subject.startswith("<")]:
            self._pair(subject, subject)
        referred = {s.object for properties in self._seen.values() for found in properties.values() for s in found}
        values = {value for properties in self._parsed.values() for found in properties.values() for value in found}
        self._pair_roots(referred, values)
        self._pair_roots(set(), set())
        return self._spots

    def _pair_roots(self, referred: set[str], values: set[str]) -> None:
        """Pair the remaining blank nodes, in order: each with the next that has as many values of each property."""
        waiting: dict[_Form, deque[str]] = defaultdict(deque)
        for name, properties in self._parsed.items():
            if name.startswith("_:") and name not in values:
                waiting[_form(properties)].append(name)
        for name in [name for name in self._seen if name.startswith("_:") and name not in referred]:
            alike = waiting[_form(self._seen[name])]
            while name not in self._names and alike:
                other = alike.popleft()
                if other not in self._taken:
                    self._name(name, other)
                    self._pair(name, other)

    def _name(self, seen: str, parsed: str) -> None:
        self._names[seen] = parsed
        self._taken.add(parsed)

    def _pair(self, seen: str, parsed: str) -> None:
        """Pair the statements about one node, and those about the blank nodes that they refer to."""
        waiting = [(seen, parsed)]
        while waiting:
            seen, parsed = waiting.pop()
            for predicate, statements in self._seen[seen].items():
                for statement, value in _paired(statements, self._parsed.get(parsed, {}).get(predicate, [])):
                    self._spots.setdefault((parsed, predicate, value), statement.spot)
                    blank = statement.object.startswith("_:") and value.startswith("_:")
                    if blank and statement.object not in self._names:
                        self._name(statement.object, value)
                        waiting.append((statement.object, value))


def _form(properties: Mapping[str, Sized]) -> _Form:
    return frozenset((predicate, len(found)) for predicate, found in properties.items())


def _paired(statements: list[ScannedTriple], values: list[str]) -> Iterator[tuple[ScannedTriple, str]]:
    """Pairs in order if there are equally many, else only those whose value is the same IRI."""
    if len(statements) == len(values):
        yield from zip(statements, values, strict=True)
        return
    for statement in statements:
        if statement.object in values and statement.object.startswith("<"):
            yield statement, statement.object
