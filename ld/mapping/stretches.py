"""Stretches of the article's text, or of its source, as targets of Web Annotations."""

from collections.abc import Iterable

from ld.article import Article, Citation, SourceCitation
from ld.facts import Mention
from ld.mapping.nodes import Nodes
from ld.terms import Iri, Literal, Triple
from ld.vocab import OA, RDF, XSD_NS

Words = Citation | SourceCitation | Mention
WORDS = (Citation, SourceCitation, Mention)
_AROUND = 32  # code points of prefix and suffix


def stretch_name(words: Words) -> str:
    """The fragment that names a stretch of text, after RFC 5147."""
    place = "source-char" if isinstance(words, SourceCitation) else "char"
    return f"{place}={words.start},{words.end}"


def stretches(cited: Iterable[object], article: Article, nodes: Nodes) -> list[Triple]:
    """Position, quotation and source of all words in *cited*, each stretch once."""
    distinct = {stretch_name(words): words for words in cited if isinstance(words, WORDS)}
    of_text, of_source = nodes.own("text"), nodes.own("source")
    triples: list[Triple] = []
    for name, words in distinct.items():
        node, position, quote = nodes.own(name), nodes.own(f"{name}-position"), nodes.own(f"{name}-quote")
        is_text = not isinstance(words, SourceCitation)
        triples += (
            Triple(node, RDF.type, OA.SpecificResource),
            Triple(node, OA.hasSource, of_text if is_text else of_source),
            Triple(node, OA.hasSelector, position),
            Triple(node, OA.hasSelector, quote),
            Triple(position, RDF.type, OA.TextPositionSelector),
            Triple(position, OA.start, Literal(str(words.start), XSD_NS.integer)),
            Triple(position, OA.end, Literal(str(words.end), XSD_NS.integer)),
            Triple(quote, RDF.type, OA.TextQuoteSelector),
            Triple(quote, OA.exact, Literal(words.exact)),
        )
        if is_text:
            triples += _surroundings(quote, words, article)
    return triples


def _surroundings(quote: Iri, words: Words, article: Article) -> list[Triple]:
    """What stands before and after the *words* in the same part of the text."""
    part = article.part_at(words.start)
    if part is None:
        return []
    prefix = article.text[max(part.start, words.start - _AROUND) : words.start]
    suffix = article.text[words.end : min(part.end, words.end + _AROUND)]
    around = ((OA.prefix, prefix), (OA.suffix, suffix))
    return [Triple(quote, term, Literal(said)) for term, said in around if said]
