"""Spans of the article's text, or of its source: one node each, named by its position, with its words."""

import re
from collections.abc import Iterable, Iterator

from ld.article import SourceCitation, Span
from ld.mapping.nodes import Nodes
from ld.terms import Literal, Row
from ld.vocab import OA

_NAMED = re.compile(r"#(?:source-)?char=([0-9]{1,15}),([0-9]{1,15})")


def span_fragment(words: Span) -> str:
    """The fragment that names a span of text after RFC 5147, section 2.1.1: ``char=10,20``, half-open."""
    place = "source-char" if isinstance(words, SourceCitation) else "char"
    return f"{place}={words.start},{words.end}"


def position_of(name: str) -> tuple[int, int] | None:
    """The start and end of the span of text that has the IRI *name*; None if that is no such name."""
    match = _NAMED.fullmatch(name, max(name.find("#"), 0))
    return (int(match[1]), int(match[2])) if match else None


def span_triples(cited: Iterable[object], nodes: Nodes) -> Iterator[Row]:
    """The text and the words of each span in *cited*, once."""
    of_text, of_source = nodes.own("text"), nodes.own("source")
    for name, words in {span_fragment(words): words for words in cited if isinstance(words, Span)}.items():
        node = nodes.own(name)
        yield (node, OA.hasSource, of_source if isinstance(words, SourceCitation) else of_text)
        yield (node, OA.exact, Literal(words.exact))
