"""NIF 2.0, the NLP Interchange Format: reading texts and writing texts with links, for tools that score linkers."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph

from ld.article import Article, Citation, Given, Part, Stated
from ld.errors import InputError
from ld.facts import Entity, Facts, Link, Mention
from ld.ntriples import term
from ld.terms import XSD, Iri, Literal

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"

_PREFIXES = f"""\
@prefix itsrdf: <{ITSRDF}> .
@prefix nif: <{NIF}> .
@prefix xsd: <{XSD}> .
"""


class Context(NamedTuple):
    """A text and its IRI, a ``nif:Context``. Offsets in it are code points, as everywhere here and in NIF.

    *phrases* are the spans that the document marks, half-open, in order; empty if it marks none.
    """

    iri: str
    text: str
    phrases: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, base: str, text: str) -> "Context":
        """The context of *text* in the document *base*: ``BASE#char=0,LENGTH`` (RFC 5147)."""
        return cls(f"{base}#char=0,{len(text)}", text)


def read_nif(document: str) -> tuple[Context, ...]:
    """The contexts of *document*, Turtle or N-Triples, in their order, with its phrases; its links are ignored.

    Raises InputError for input that is not Turtle, if no context has a text, and for a phrase outside its text.
    """
    try:
        quads = list(pyoxigraph.parse(document, format=pyoxigraph.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise InputError(f"is no Turtle: {error}", "give NIF 2.0 as Turtle") from error
    except MemoryError as error:  # the parser's own bound
        raise InputError("holds a text of more than 16 MB", "give one article at a time") from error
    texts = {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate.value == f"{NIF}isString"
        and isinstance(quad.subject, pyoxigraph.NamedNode)
        and isinstance(quad.object, pyoxigraph.Literal)
    }
    if not any(text.strip() for text in texts.values()):
        raise InputError("has no text: no nif:Context with a nif:isString", "give NIF 2.0 as Turtle")
    marked = _phrases(quads)
    return tuple(Context(iri, text, _inside(iri, text, marked.get(iri, ()))) for iri, text in texts.items())


def _phrases(quads: Iterable[pyoxigraph.Quad]) -> dict[str, set[tuple[int, int]]]:
    """By context, the begin and end of the spans that refer to it (NIF 2.0 Core, ``referenceContext``)."""
    stated: dict[str, dict[str, str]] = {}
    for quad in quads:
        if (
            quad.predicate.value in _PHRASE
            and isinstance(quad.subject, pyoxigraph.NamedNode)
            and isinstance(quad.object, (pyoxigraph.NamedNode, pyoxigraph.Literal))
        ):
            stated.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    phrases: dict[str, set[tuple[int, int]]] = {}
    for iri, values in stated.items():
        context, begin, end = (values.get(term) for term in _PHRASE)
        if context and context != iri and begin and end and begin.isdecimal() and end.isdecimal():
            phrases.setdefault(context, set()).add((int(begin), int(end)))
    return phrases


_PHRASE = (f"{NIF}referenceContext", f"{NIF}beginIndex", f"{NIF}endIndex")


def _inside(iri: str, text: str, phrases: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    for begin, end in phrases:
        if not 0 <= begin < end <= len(text):
            raise InputError(
                f"{iri}: has a phrase at {begin} to {end}, but {len(text)} code points",
                "count offsets in code points, half-open",
            )
    return tuple(sorted(phrases))


def article_of(context: Context, date: str | None = None, lang: str = "en") -> Article:
    """The text of *context* as an article, verbatim, with a paragraph for each line.

    *date* is ISO 8601, *lang* BCP 47. Raises InputError if there is no text.
    """
    lines = list(re.finditer(r"\S.*", context.text))
    if not lines:
        raise InputError(f"{context.iri}: has no text", "leave it out")
    first = Citation.of(context.text, *lines[0].span(), rule="first line")
    return Article(
        text=context.text,
        parts=tuple(
            Part(kind="paragraph", start=line.start(), end=line.end(), source_start=line.start()) for line in lines
        ),
        headline=Stated(value=first.exact, evidence=(first,)),
        language=Stated(value=lang, evidence=(Given(option="--lang", value=lang),)),
        date_published=Stated(value=date, evidence=(Given(option="--date", value=date),)) if date else None,
    )


def write_nif(documents: Iterable[tuple[Context, Facts]]) -> str:
    """The contexts with their mentions, as Turtle, without nominal mentions ("the minister"), which are no names.

    A linked mention has ``itsrdf:taIdentRef``, Wikidata's IRI or the user's own, and ``itsrdf:taConfidence``; an
    unlinked one has neither.
    The facts are of exactly the text of their context.
    """
    blocks = (block for context, facts in documents for block in _blocks(context, facts))
    return "\n".join((_PREFIXES, *blocks))


def _blocks(context: Context, facts: Facts) -> Iterator[str]:
    yield _block(context.iri, "nif:Context", 0, len(context.text), (f"nif:isString {term(Literal(context.text))}",))
    for mention, entity in named_mentions(facts):
        iri = f"{context.iri.partition('#')[0]}#char={mention.start},{mention.end}"
        stated = (
            f"nif:anchorOf {term(Literal(mention.exact))}",
            f"nif:referenceContext {term(Iri(context.iri))}",
            *_identified(entity),
        )
        yield _block(iri, "nif:Phrase", mention.start, mention.end, stated)


def named_mentions(facts: Facts) -> list[tuple[Mention, Entity]]:
    """The mentions that are names, in order; of two of the same words, that of the linked entity."""
    by_span = {
        (mention.start, mention.end): (mention, entity)
        for entity in sorted(facts.entities, key=lambda entity: (entity.item is not None, entity.id))
        for mention in entity.mentions
        if mention.kind != "nominal"
    }
    return [by_span[span] for span in sorted(by_span)]


def _identified(entity: Entity) -> tuple[str, ...]:
    if not isinstance(entity.link, Link) or entity.iri is None:
        return ()
    return (
        f"itsrdf:taIdentRef {term(Iri(entity.iri))}",
        f'itsrdf:taConfidence "{entity.link.score}"^^xsd:double',
    )


def _block(iri: str, kind: str, start: int, end: int, stated: Iterable[str]) -> str:
    lines = (
        f"{term(Iri(iri))} a nif:String, nif:RFC5147String, {kind}",
        f'nif:beginIndex "{start}"^^xsd:nonNegativeInteger',
        f'nif:endIndex "{end}"^^xsd:nonNegativeInteger',
        *stated,
    )
    return " ;\n    ".join(lines) + " .\n"
