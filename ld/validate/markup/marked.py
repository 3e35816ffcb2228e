"""A statement in the attributes of a page's elements, from microdata or RDFa."""

from typing import NamedTuple

from ld.terms import AnyTriple
from ld.validate.places.alignment import Spot


class Marked(NamedTuple):
    """A statement, and the offset of the element that makes it."""

    triple: AnyTriple
    spot: Spot
