"""The parameters of one shape, read from its graph; values that SHACL does not allow cannot be compiled."""

from dataclasses import dataclass

from ld.errors import UncompilableError
from ld.terms import Iri, Literal, Node, Term
from ld.validate.index import Index, list_members, only
from ld.validate.shacl.datatypes import is_well_formed
from ld.validate.shacl.vocabulary import SH, name
from ld.vocab import XSD_NS


@dataclass(frozen=True, slots=True)
class Parameters:
    """The *shape* of a shapes *graph*. Every method raises UncompilableError for an ill-formed value."""

    graph: Index
    shape: Node

    BOOLEAN = XSD_NS.boolean

    def one(self, parameter: Iri) -> Term | None:
        """The value of *parameter*, if there is one."""
        values = self.graph.objects(self.shape, parameter)
        if len(values) > 1:
            raise UncompilableError(f"several values of {name(parameter)} at one shape")
        return only(values)

    def iri(self, value: Term) -> Iri:
        """*value*, which must be an IRI."""
        if not isinstance(value, Iri):
            raise UncompilableError(f"a parameter that must be an IRI and is not: {value}")
        return value

    def count(self, value: Term) -> int:
        """*value* as a count."""
        if not isinstance(value, Literal) or value.datatype != XSD_NS.integer or not is_well_formed(value):
            raise UncompilableError(f"a parameter that must be an xsd:integer and is not: {value}")
        return int(value.lexical)

    def boolean(self, value: Term) -> bool:
        """*value* as a boolean."""
        if not isinstance(value, Literal) or value.datatype != self.BOOLEAN or not is_well_formed(value):
            raise UncompilableError(f"a parameter that must be an xsd:boolean and is not: {value}")
        return value.lexical in ("true", "1")

    def is_true(self, parameter: Iri) -> bool:
        """Whether *parameter* is given and true."""
        value = self.one(parameter)
        return value is not None and self.boolean(value)

    def text(self, parameter: Iri) -> str:
        """The string of *parameter*, empty if there is none."""
        value = self.one(parameter)
        if value is not None and not isinstance(value, Literal):
            raise UncompilableError(f"{name(parameter)} {value}, which is no literal")
        return value.lexical if value else ""

    def items(self, head: Term) -> list[Term]:
        """The members of the list at *head*."""
        try:
            return list_members(self.graph, head)
        except ValueError as error:
            raise UncompilableError(f"a parameter that must be an RDF list and is not: {head}") from error

    def listed_properties(self) -> frozenset[Term]:
        """The properties with a property shape in the shape, and those that sh:closed is to ignore."""
        ignored = self.one(SH.ignoredProperties)
        shapes = self.graph.objects(self.shape, SH.property)
        paths = (path for shape in shapes for path in self.graph.objects(shape, SH.path) if isinstance(path, Iri))
        return frozenset((*paths, *(() if ignored is None else self.items(ignored))))
