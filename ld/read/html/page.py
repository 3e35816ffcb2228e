"""A page written out as one text: its metadata, one line each, and below it what readers see."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.read.blocks import Block, split
from ld.read.html.metadata import MetadataValue, PageMetadata
from ld.read.html.visible import Line

_JOINT = "\n\n"
_BEFORE_CREDIT = " ("


class Page(NamedTuple):
    """A page as *text*, the source in which its words are cited, offsets in code points.

    First stand the claims, "where: value" a line, then a blank line before each of the visible *lines*.
    *blocks* are those lines with their places in *text*, one for one; *places* tells where each claim's value begins.
    *base* is what relative addresses are relative to; empty where it is not known.
    """

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    said: PageMetadata
    places: dict[MetadataValue, int]
    base: str = ""

    def place(self, claim: MetadataValue, words: str) -> tuple[int, int]:
        """Where in the text *words* of a claim stand; the whole claim when they do not stand in it so."""
        start = self.places[claim]
        within = claim.value.find(words)
        if within < 0:
            return start, start + len(claim.value)
        return start + within, start + within + len(words)

    def place_of_credit(self, claim: MetadataValue) -> tuple[int, int]:
        """Where in the text the credit of a caption stands."""
        start = self.places[claim] + len(claim.value) + len(_BEFORE_CREDIT)
        return start, start + len(claim.credit)


def page_of(said: PageMetadata, lines: Sequence[Line], base: str = "") -> Page:
    """The page that makes these claims and shows these *lines*; InputError when it has more lines than an article."""
    head, places = "", dict[MetadataValue, int]()
    for claim in said.claims:
        places[claim] = len(head) + len(claim.where) + 2
        credit = f"{_BEFORE_CREDIT}{claim.credit})" if claim.credit else ""
        head += f"{claim.where}: {claim.value}{credit}\n"
    head += "\n"
    body = _JOINT.join(line.text for line in lines)
    blocks = (block._replace(start=block.start + len(head), end=block.end + len(head)) for block in split(body))
    return Page(head + body, tuple(lines), tuple(blocks), said, places, base)
