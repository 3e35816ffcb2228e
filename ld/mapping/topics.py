"""What an article is about, and what it only mentions."""

from collections.abc import Iterator

from ld.article import Article, Citation, Evidence
from ld.facts import Entity, Event, Facts
from ld.mapping.nodes import Nodes
from ld.terms import Iri


def topics(facts: Facts, nodes: Nodes) -> tuple[frozenset[Iri], frozenset[Iri]]:
    """The nodes that the article is about, and those that its text mentions besides: never one in both.

    It is about what its headline names, and about its first event if headline or lead paragraph tell of it.
    The text does not mention those who only sign it or are only credited for a picture.
    """
    article, credited = facts.article, _credited(facts)
    headline = {nodes.entities[entity.id] for entity in facts.entities if _is_in_headline(entity, article)}
    lead = {nodes.fact(event.id) for event in facts.events[:1] if _opens(event, article)}
    named = {nodes.entities[entity.id] for entity in facts.entities if _is_mentioned(entity, article, credited)}
    events = {nodes.fact(event.id) for event in facts.events}
    about = headline | lead
    return frozenset(about), frozenset((named | events) - about)


def _is_in_headline(entity: Entity, article: Article) -> bool:
    return any(
        part.start <= mention.start and mention.end <= part.end
        for part in article.of_kind("headline")
        for mention in entity.mentions
    )


def _opens(event: Event, article: Article) -> bool:
    """Whether the headline or the first paragraph tells of *event*."""
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
