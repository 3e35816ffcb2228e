"""Spans of the article's text, or of its source: one node each, named by its position, with its words."""

from collections.abc import Iterable, Iterator

from ld.article import SourceCitation, Span
from ld.fragments import span_fragment
from ld.mapping.nodes import Nodes
from ld.terms import Literal, Row
from ld.vocab import OA


def span_triples(cited: Iterable[object], nodes: Nodes) -> Iterator[Row]:
    """The text and the words of each span in *cited*, once."""
    of_text, of_source = nodes.own("text"), nodes.own("source")
    for name, words in {span_fragment(words): words for words in cited if isinstance(words, Span)}.items():
        node = nodes.own(name)
        yield (node, OA.hasSource, of_source if isinstance(words, SourceCitation) else of_text)
        yield (node, OA.exact, Literal(words.exact))
