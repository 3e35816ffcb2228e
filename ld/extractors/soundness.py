"""Which facts of another extractor are supported by the words that they cite."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ld.article import Article, Citation, Evidence, Stated
from ld.extract.dates.find import find_dates
from ld.facts import IDENTIFIED, Entity, Event, Facts, Membership, Post, Quotation, Utterance
from ld.read.facts_check import faults
from ld.text.quotation_marks import quotes_in
from ld.text.reading import Reading

Fact = Post | Membership | Utterance | Event


def sound(facts: Facts) -> tuple[Facts, list[str]]:
    """*facts* without the faulty ones, and the faults; a fact that loses an entity is dropped with it.

    Faults of the article itself are ignored: no extractor stated it, and no fact can be dropped for it.
    """
    dropped: list[str] = []
    while wrong := _wrong(facts):
        dropped += [fault.removeprefix("$.") for fault in dict.fromkeys(reversed(wrong.values()))]
        groups = {
            group: tuple(fact for index, fact in enumerate(getattr(facts, group)) if (group, str(index)) not in wrong)
            for group in IDENTIFIED
        }
        facts = msgspec.structs.replace(facts, **groups)
    return facts, dropped


def _wrong(facts: Facts) -> dict[tuple[str, ...], str]:
    """The faulty facts, by group and index, and the first fault."""
    found = [*faults(facts), *_unfounded(facts)]
    return {match.groups(): fault for fault in reversed(found) if (match := _PATH.match(fault))}


_PATH = re.compile(rf"\$\.({'|'.join(IDENTIFIED)})\[(\d+)\]")


def _unfounded(facts: Facts) -> Iterator[str]:
    """The faults of facts from an extractor that a person might still state, worded as by ``faults``."""
    entities = {entity.id: entity for entity in facts.entities}
    for index, entity in enumerate(facts.entities):
        if not any(folded(entity.name) == folded(mention.exact) for mention in entity.mentions):
            yield f"$.entities[{index}].name: {entity.name!r} is none of its mentions"
    for group in IDENTIFIED[1:]:
        for index, fact in enumerate(getattr(facts, group)):
            yield from (f"$.{group}[{index}]{fault}" for fault in _faults_of(fact, entities, facts.article))


def _faults_of(fact: Fact, entities: Mapping[str, Entity], article: Article) -> Iterator[str]:
    """The parts of *fact* without support: the rest of a JSON path, and a reason."""
    if not all(isinstance(proof, Citation) for proof in _proofs(fact)):
        yield ".evidence: cites something else than the article's words"
    for id_, evidence in parts(fact):
        if id_ in entities and not _is_named(entities[id_], evidence):
            yield f": {entities[id_].name!r} does not stand in the words cited for its part"
    for name in ("start", "end"):
        date = getattr(fact, name, None)
        if isinstance(date, Stated) and not _is_dated(date, article):
            yield f".{name}: our rules do not read {date.value!r} in its words"
    if isinstance(fact, Quotation) and not _is_quoted(fact, article):
        yield ".text: does not stand between quotation marks"


def folded(text: str) -> str:
    """*text* for comparison: without differences in white space and case."""
    return " ".join(text.split()).casefold()


def _proofs(value: Any) -> Iterator[Evidence]:
    """All evidence in *value*."""
    if isinstance(value, tuple):
        for item in value:
            yield from _proofs(item)
    elif isinstance(value, Evidence):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _proofs(getattr(value, name))


def parts(fact: Fact) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The ids of the participants of *fact*, each with the words that name them."""
    match fact:
        case Post():
            concerned = (fact.holder, fact.body, fact.country, fact.place)
            yield from ((id_, fact.evidence) for id_ in concerned if id_ is not None)
        case Membership():
            yield from ((id_, fact.evidence) for id_ in (fact.organization, fact.member))
        case Utterance():
            yield from ((speaker.entity, speaker.evidence) for speaker in fact.speakers)
        case Event():
            for reference in (*fact.places, *fact.organizers, *fact.attendees, *fact.participants):
                yield reference.entity, reference.evidence


def _is_named(entity: Entity, evidence: Iterable[Evidence]) -> bool:
    return any(
        proof.start <= mention.start and mention.end <= proof.end
        for proof in evidence
        if isinstance(proof, Citation)
        for mention in entity.mentions
    )


def _is_dated(start: Stated, article: Article) -> bool:
    text = Reading.of(article)
    return any(
        date.value == start.value
        for proof in start.evidence
        if isinstance(proof, Citation)
        for published in (article.published_at(proof.start),)
        for date in find_dates(text, proof.start, proof.end, published.value if published else None)
    )


def _is_quoted(quotation: Utterance, article: Article) -> bool:
    """Whether the words that it cites are in quotation marks."""
    return any(
        quote.outer_start <= words.start and words.end <= quote.outer_end
        for words in quotation.evidence
        if isinstance(words, Citation) and (part := article.part_at(words.start))
        for quote in quotes_in(article.text, part)
    )
