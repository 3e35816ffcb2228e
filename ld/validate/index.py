"""The triples of a graph, indexed for the queries of validation."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from ld.terms import AnyTriple, Iri, Literal, Term
from ld.vocab import RDF, RDFS

_Edges: TypeAlias = dict[Term, list[Term]]  # from subjects or from values
_NONE: _Edges = {}
_SUBCLASS = RDFS.subClassOf


class Index:
    """A graph that does not change, with its triples indexed.

    The inverse of a predicate is indexed when it is first needed: for most it never is.
    """

    __slots__ = ("_backward", "_forward", "_subclasses")

    def __init__(self, triples: Iterable[AnyTriple]) -> None:
        self._forward: dict[Iri, _Edges] = {}
        self._backward: dict[Iri, _Edges] = {}
        self._subclasses: dict[Term, frozenset[Term]] = {}
        for subject, predicate, value in dict.fromkeys(triples):
            edges = self._forward.get(predicate)
            if edges is None:
                edges = self._forward[predicate] = {}
            if subject in edges:
                edges[subject].append(value)
            else:
                edges[subject] = [value]

    def __bool__(self) -> bool:
        return bool(self._forward)

    def __contains__(self, triple: tuple[Term, Iri, Term]) -> bool:
        subject, predicate, value = triple
        return value in self.objects(subject, predicate)

    def __iter__(self) -> Iterator[AnyTriple]:
        return (
            (subject, predicate, value)
            for predicate, edges in self._forward.items()
            for subject, values in edges.items()
            for value in values
            if not isinstance(subject, Literal)  # never the case, but the type checker needs it
        )

    def objects(self, subject: Term, predicate: Iri) -> Collection[Term]:
        """The values of *predicate* at *subject*, each once."""
        return self._forward.get(predicate, _NONE).get(subject, ())

    def subjects(self, predicate: Iri, value: Term) -> Collection[Term]:
        """The nodes that have *value* as a value of *predicate*, each once."""
        return self.sources(predicate).get(value, ())

    def pairs(self, predicate: Iri) -> Mapping[Term, list[Term]]:
        """Each subject of *predicate* with its values."""
        return self._forward.get(predicate, _NONE)

    def sources(self, predicate: Iri) -> Mapping[Term, list[Term]]:
        """Each value of *predicate* with its subjects."""
        if predicate not in self._backward:
            edges: _Edges = {}
            for subject, values in self._forward.get(predicate, _NONE).items():
                for value in values:
                    edges.setdefault(value, []).append(subject)
            self._backward[predicate] = edges
        return self._backward[predicate]

    def predicates(self) -> Collection[Iri]:
        """All predicates."""
        return self._forward.keys()

    def of(self, subject: Term) -> Iterator[tuple[Iri, Term]]:
        """The predicates and values of *subject*."""
        return ((predicate, value) for predicate in self._forward for value in self.objects(subject, predicate))

    def referrers(self, value: Term) -> Iterator[tuple[Term, Iri]]:
        """The subjects and predicates of the triples with the object *value*."""
        return ((subject, predicate) for predicate in self._forward for subject in self.subjects(predicate, value))

    def with_subclasses(self, class_: Term) -> frozenset[Term]:
        """*class_* and all classes that are rdfs:subClassOf it, directly or not."""
        if _SUBCLASS not in self._forward:
            return frozenset((class_,))
        if class_ not in self._subclasses:
            found, waiting = {class_}, [class_]
            while waiting:
                new = set(self.subjects(_SUBCLASS, waiting.pop())) - found
                found |= new
                waiting += new
            self._subclasses[class_] = frozenset(found)
        return self._subclasses[class_]


def only(values: Collection[Term]) -> Term | None:
    """The one among *values*; None if there are none or several."""
    return next(iter(values)) if len(values) == 1 else None


def list_members(graph: Index, head: Term) -> list[Term]:
    """The members of the RDF list at *head*. Raises ValueError if it is not a list."""
    members: list[Term] = []
    seen = {head}
    while head != RDF.nil:
        first, rest = graph.objects(head, RDF.first), graph.objects(head, RDF.rest)
        if len(first) != 1 or len(rest) != 1 or seen.issuperset(rest):
            raise ValueError(head)
        members += first
        (head,) = rest
        seen.add(head)
    return members
