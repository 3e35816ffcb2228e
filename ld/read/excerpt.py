"""The article's text cut from its source, and values that cite words of either."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation, Part, SourceCitation, Stated
from ld.read.layout import Piece

_JOINT = "\n\n"


class Excerpt(NamedTuple):
    """The source, and the article's text with its parts made from it."""

    source: str
    text: str
    parts: tuple[Part, ...]

    def cited(self, start: int, end: int, rule: str) -> Citation | SourceCitation:
        """The citation of ``source[start:end]``: from the text if it contains the words, else from the source."""
        index = bisect_right(self.parts, start, key=lambda part: part.source_start) - 1
        if index >= 0:
            part = self.parts[index]
            shift = part.start - part.source_start
            if end + shift <= part.end:
                return Citation.of(self.text, start + shift, end + shift, rule=rule)
        return SourceCitation.of(self.source, start, end, rule=rule)

    def stated(self, value: str, start: int, end: int, rule: str) -> Stated:
        """*value*, stated by ``source[start:end]``."""
        return Stated(value=value, evidence=(self.cited(start, end, rule),))

    def words(self, start: int, end: int, rule: str) -> Stated:
        """The words ``source[start:end]`` as a stated value, with white space collapsed."""
        return self.stated(" ".join(self.source[start:end].split()), start, end, rule)


def excerpt_of(source: str, pieces: Sequence[Piece]) -> Excerpt:
    """The *pieces* of *source* as the article's text, with a blank line between two."""
    return Excerpt(source, _JOINT.join(source[piece.start : piece.end] for piece in pieces), tuple(_parts(pieces)))


def _parts(pieces: Sequence[Piece]) -> Iterator[Part]:
    start = 0
    for piece in pieces:
        end = start + piece.end - piece.start
        yield Part(kind=piece.kind, start=start, end=end, source_start=piece.start)
        start = end + len(_JOINT)
