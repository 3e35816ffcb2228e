"""A page as one text: its metadata, one value per line, and below it the visible text."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.read.blocks import Block, split
from ld.read.html.metadata import MetadataValue, PageMetadata
from ld.read.html.visible import Line

_JOINT = "\n\n"
_BEFORE_CREDIT = " ("


class Page(NamedTuple):
    """A page as *text*, the source from which its words are cited, with offsets in code points.

    It begins with the claims, "where: value" on each line; then a blank line precedes each of the visible *lines*.
    *blocks* are those lines with their positions in *text*, one for one; *places* gives the start of each claim's
    value.
    *base* is the address for resolving relative ones; empty if unknown.
    """

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    said: PageMetadata
    places: dict[MetadataValue, int]
    base: str = ""

    def place(self, claim: MetadataValue, words: str) -> tuple[int, int]:
        """The position in the text of the *words* of a claim; that of the whole claim if it does not contain them."""
        start = self.places[claim]
        within = claim.value.find(words)
        if within < 0:
            return start, start + len(claim.value)
        return start + within, start + within + len(words)

    def place_of_credit(self, claim: MetadataValue) -> tuple[int, int]:
        """The position in the text of a caption's credit."""
        start = self.places[claim] + len(claim.value) + len(_BEFORE_CREDIT)
        return start, start + len(claim.credit)


def page_of(said: PageMetadata, lines: Sequence[Line], base: str = "") -> Page:
    """The page with these claims and *lines*. Raises InputError if it has more lines than an article."""
    head, places = "", dict[MetadataValue, int]()
    for claim in said.claims:
        places[claim] = len(head) + len(claim.where) + 2
        credit = f"{_BEFORE_CREDIT}{claim.credit})" if claim.credit else ""
        head += f"{claim.where}: {claim.value}{credit}\n"
    head += "\n"
    body = _JOINT.join(line.text for line in lines)
    blocks = (block._replace(start=block.start + len(head), end=block.end + len(head)) for block in split(body))
    return Page(head + body, tuple(lines), tuple(blocks), said, places, base)
