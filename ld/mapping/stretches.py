"""Stretches of the article's text, or of its source, as targets of Web Annotations."""

from collections.abc import Iterable, Iterator

from ld.article import Article, Citation, SourceCitation
from ld.facts import Mention
from ld.mapping.nodes import Nodes
from ld.terms import Iri, Literal, Triple
from ld.vocab import OA, RDF, XSD_NS

Words = Citation | SourceCitation | Mention

_AROUND = 32  # code points of prefix and suffix


def stretch_name(words: Words) -> str:
    """The fragment that names a stretch of text, after RFC 5147."""
    place = "source-char" if isinstance(words, SourceCitation) else "char"
    return f"{place}={words.start},{words.end}"


def stretches(cited: Iterable[object], article: Article, nodes: Nodes) -> Iterator[Triple]:
    """Position, quotation and source of all words in *cited*, each stretch once."""
    distinct = {stretch_name(words): words for words in cited if isinstance(words, Words)}
    for name, words in distinct.items():
        node, position, quote = nodes.own(name), nodes.own(f"{name}-position"), nodes.own(f"{name}-quote")
        is_text = not isinstance(words, SourceCitation)
        yield Triple(node, RDF.type, OA.SpecificResource)
        yield Triple(node, OA.hasSource, nodes.own("text" if is_text else "source"))
        yield Triple(node, OA.hasSelector, position)
        yield Triple(node, OA.hasSelector, quote)
        yield Triple(position, RDF.type, OA.TextPositionSelector)
        yield Triple(position, OA.start, Literal(str(words.start), XSD_NS.integer))
        yield Triple(position, OA.end, Literal(str(words.end), XSD_NS.integer))
        yield Triple(quote, RDF.type, OA.TextQuoteSelector)
        yield Triple(quote, OA.exact, Literal(words.exact))
        if is_text:
            yield from _surroundings(quote, words, article)


def _surroundings(quote: Iri, words: Words, article: Article) -> Iterator[Triple]:
    """What stands before and after the *words* in the same part of the text."""
    part = article.part_at(words.start)
    if part is None:
        return
    prefix = article.text[max(part.start, words.start - _AROUND) : words.start]
    suffix = article.text[words.end : min(part.end, words.end + _AROUND)]
    if prefix:
        yield Triple(quote, OA.prefix, Literal(prefix))
    if suffix:
        yield Triple(quote, OA.suffix, Literal(suffix))
