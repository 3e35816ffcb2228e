"""Spans of the article's text, or of its source, as targets of Web Annotations, with their selectors."""

import bisect
from collections.abc import Iterable

from ld.article import Article, SourceCitation, Span
from ld.mapping.nodes import Nodes
from ld.terms import Iri, Literal, Row
from ld.vocab import OA, RDF, XSD_NS

_AROUND = 32  # code points of prefix and suffix


def stretch_name(words: Span) -> str:
    """The fragment that names a stretch of text, after RFC 5147."""
    place = "source-char" if isinstance(words, SourceCitation) else "char"
    return f"{place}={words.start},{words.end}"


def stretches(cited: Iterable[object], article: Article, nodes: Nodes) -> list[Row]:
    """Position, quotation and source of all words in *cited*, each stretch once, and what stands around it."""
    distinct = {stretch_name(words): words for words in cited if isinstance(words, Span)}
    of_text, of_source = nodes.own("text"), nodes.own("source")
    starts = [part.start for part in article.parts]
    triples: list[Row] = []
    for name, words in distinct.items():
        node = nodes.own(name)
        position, quote = Iri(f"{node}-position"), Iri(f"{node}-quote")
        is_text = not isinstance(words, SourceCitation)
        triples += (
            (node, RDF.type, OA.SpecificResource),
            (node, OA.hasSource, of_text if is_text else of_source),
            (node, OA.hasSelector, position),
            (node, OA.hasSelector, quote),
            (position, RDF.type, OA.TextPositionSelector),
            (position, OA.start, Literal(str(words.start), XSD_NS.integer)),
            (position, OA.end, Literal(str(words.end), XSD_NS.integer)),
            (quote, RDF.type, OA.TextQuoteSelector),
            (quote, OA.exact, Literal(words.exact)),
        )
        if is_text and starts:
            part = article.parts[bisect.bisect_right(starts, words.start) - 1]
            if part.start <= words.start < part.end:
                prefix = article.text[max(part.start, words.start - _AROUND) : words.start]
                suffix = article.text[words.end : min(part.end, words.end + _AROUND)]
                triples += [
                    (quote, term, Literal(said)) for term, said in ((OA.prefix, prefix), (OA.suffix, suffix)) if said
                ]
    return triples
