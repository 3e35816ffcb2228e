"""A statement of the attributes of a page's elements, as microdata and RDFa make them."""

from typing import NamedTuple

from ld.terms import AnyTriple
from ld.validate.places.alignment import Spot


class Marked(NamedTuple):
    """A statement and where the element that makes it begins."""

    triple: AnyTriple
    spot: Spot
