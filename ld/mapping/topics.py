"""What an article is about, and what it merely mentions."""

from collections.abc import Iterable, Iterator

from ld.article import Article, Citation, Evidence, Known
from ld.facts import Entity, Event, Facts, Topic
from ld.mapping.nodes import Nodes
from ld.terms import Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA

_MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
_CODES = "medtop:"
_SOURCE = Known(source="IPTC Media Topics 2023-10-24")


def topics(facts: Facts, nodes: Nodes) -> tuple[dict[Iri, tuple[Evidence, ...]], frozenset[Iri]]:
    """The nodes that the article is about, each with its evidence, and those that it merely mentions.

    It is about its subjects, and about its first event if headline or lead paragraph report it. Without subjects, it is
    about what the headline names. Those who only sign it or are only credited for a picture are not mentioned by its
    text.
    For an event, the event's own words are the evidence.
    """
    article, credited = facts.article, _credited(facts)
    about = {nodes.entity(subject.entity): subject.evidence for subject in facts.about}
    if not about:
        about = {nodes.entities[entity.id]: () for entity in facts.entities if _is_in_headline(entity, article)}
    about |= {nodes.fact(event.id): () for event in facts.events[:1] if _opens(event, article)}
    named = {nodes.entities[entity.id] for entity in facts.entities if _is_mentioned(entity, article, credited)}
    events = {nodes.fact(event.id) for event in facts.events}
    return about, frozenset((named | events) - about.keys())


def terms(facts: Facts, nodes: Nodes) -> Iterator[tuple[Triple, tuple[Evidence, ...]]]:
    """The article's topics as terms of the vocabulary, each with its evidence."""
    for topic in _each(facts.topics):
        term = Iri(_MEDIA_TOPICS + topic.code.removeprefix(_CODES))
        yield Triple(nodes.article, SCHEMA.about, term), topic.evidence
        yield Triple(term, RDF.type, SCHEMA.DefinedTerm), ()
        yield Triple(term, SCHEMA.name, Literal(topic.label)), (_SOURCE,)
        yield Triple(term, SCHEMA.inDefinedTermSet, Iri(_MEDIA_TOPICS)), (_SOURCE,)


def _each(found: Iterable[Topic]) -> Iterator[Topic]:
    for topic in found:
        yield topic
        yield from _each(topic.narrower)


def _is_in_headline(entity: Entity, article: Article) -> bool:
    return any(
        part.start <= mention.start and mention.end <= part.end
        for part in article.of_kind("headline")
        for mention in entity.mentions
    )


def _opens(event: Event, article: Article) -> bool:
    """Whether the headline or the first paragraph reports *event*."""
    openings = (*article.of_kind("headline"), *[*article.of_kind("paragraph")][:1])
    return any(
        part.start <= words.start and words.end <= part.end for part in openings for words in _words(event.evidence)
    )


def _words(evidence: tuple[Evidence, ...]) -> Iterator[Citation]:
    return (words for words in evidence if isinstance(words, Citation))


def _credited(facts: Facts) -> frozenset[tuple[int, int]]:
    """Where the text credits somebody for a picture."""
    evidence = [image.credit.evidence for image in facts.article.images if image.credit]
    evidence += [credit.evidence for credit in facts.credits]
    return frozenset((words.start, words.end) for credit in evidence for words in _words(credit))


def _is_mentioned(entity: Entity, article: Article, credited: frozenset[tuple[int, int]]) -> bool:
    """Whether the text names *entity* outside bylines and credits."""
    return any(
        (part := article.part_at(mention.start)) is not None
        and part.kind != "byline"
        and not any(start <= mention.start and mention.end <= end for start, end in credited)
        for mention in entity.mentions
    )
