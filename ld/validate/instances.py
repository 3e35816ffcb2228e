"""SHACL instances: the nodes of a class, and of the classes below it in the same graph."""

from collections.abc import Iterable, Iterator

from ld.terms import Term
from ld.validate.index import Index
from ld.vocab import RDF

_TYPE = RDF.type  # looked up for every node


def instances(data: Index, class_: Term) -> Iterator[Term]:
    """The SHACL instances of *class_*, including those of its subclasses, so that one may come twice."""
    return (node for subclass in data.with_subclasses(class_) for node in data.subjects(_TYPE, subclass))


def is_instance(data: Index, node: Term, class_: Term) -> bool:
    """Whether *node* is a SHACL instance of *class_*."""
    return not without_class(data, (node,), class_)


def without_class(data: Index, nodes: Iterable[Term], class_: Term) -> list[Term]:
    """The *nodes* that are not SHACL instances of *class_*."""
    types = data.pairs(_TYPE)
    classes = data.with_subclasses(class_)
    if len(classes) == 1:
        return [node for node in nodes if class_ not in types.get(node, ())]
    return [node for node in nodes if classes.isdisjoint(types.get(node, ()))]
