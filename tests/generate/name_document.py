"""A document to learn names from, and its assembly."""

from collections.abc import Sequence
from typing import NamedTuple


class Gold(NamedTuple):
    """A name in a document: its offsets in code points, half-open, and its type."""

    start: int
    end: int
    type: str


class Document(NamedTuple):
    """A text with its names; *weight* is how much it counts, *is_whole* whether all its names are marked."""

    id: str
    source: str
    text: str
    spans: tuple[Gold, ...]
    weight: float
    is_whole: bool = True


class Made(NamedTuple):
    text: str
    spans: tuple[Gold, ...]


def put_together(pieces: Sequence[tuple[str, str]]) -> Made:
    text, spans = "", []
    for words, kind in pieces:
        if kind and words:
            spans.append(Gold(len(text), len(text) + len(words), kind))
        text += words
    return Made(text, tuple(spans))
