"""Facts in words, each with the sentence that proves it."""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ld.article import Article, Evidence, Given, Known, SourceCitation, Span
from ld.article_words import article_words
from ld.event_words import event_words, figure_words
from ld.facts import Claim, Facts
from ld.text.reading import Reading
from ld.text.sentences import Sentence


class Proof(NamedTuple):
    """What a fact rests on: *words* of the article or its source, or what was *given* or is *known*.

    *start* and *end* are offsets in the article's text in code points, half-open, and None for words that are not part
    of it; *before* and *after* are the rest of the sentence.
    """

    words: str = ""
    start: int | None = None
    end: int | None = None
    before: str = ""
    after: str = ""
    given: str = ""
    known: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """The same as a dictionary, without empty fields."""
        return {name: value for name, value in self._asdict().items() if value not in ("", None)}


class Explanation(NamedTuple):
    """A fact in words, and its proofs."""

    says: str
    proofs: tuple[Proof, ...]


def explained(facts: Facts) -> Iterator[Explanation]:
    """Every fact with its proofs, in the order of the format."""
    sentences = Reading.of(facts.article).sentences
    for statement, evidence in _statements(facts):
        yield Explanation(statement, tuple(_proofs(facts.article.text, sentences, evidence)))


def explanations(facts: Facts) -> Iterator[str]:
    """For each fact a line that says it, and a line for each of its proofs."""
    return map(in_words, explained(facts))


def in_words(explanation: Explanation) -> str:
    """A line that says the fact, and a line for each of its proofs."""
    return "\n".join((explanation.says, *(f"    {_line(proof)}" for proof in explanation.proofs)))


def _line(proof: Proof) -> str:
    if proof.given:
        return f"given: {proof.given}"
    if proof.known:
        return f"known: {proof.known}"
    if proof.start is None:
        return f"beside the article: »{proof.words}«"
    return f"{proof.start}–{proof.end}  {' '.join(f'{proof.before}»{proof.words}«{proof.after}'.split())}"


def _statements(facts: Facts) -> Iterator[tuple[str, Iterable[Evidence | Span]]]:
    yield from _of_the_article(facts.article)
    yield from _of_entities(facts)
    name = {entity.id: entity.name for entity in facts.entities}
    yield from _of_subjects(facts, name)
    yield from _of_posts(facts, name)
    for membership in facts.memberships:
        since = f" since {membership.start.value}" if membership.start else ""
        yield f"{name[membership.member]} is a member of {name[membership.organization]}{since}", membership.evidence
    for utterance in (*facts.quotations, *facts.claims):
        said = utterance.verb if isinstance(utterance, Claim) else "said:"
        names = [name[speaker.entity] for speaker in utterance.speakers]
        who = " and ".join(names) or (utterance.credit.value if utterance.credit else "Somebody")
        yield f"{who} {said} {utterance.text}", (*utterance.evidence, *utterance.speaker_evidence)
    for event in facts.events:
        words = event_words(event, facts.article.date_published)
        yield f"{event.name} {words.itself}", event.evidence
        if event.start:
            yield f"{event.name} {words.day} {event.start.value}", event.start.evidence
        for figure in event.figures:
            yield f"{event.name}: {figure_words(figure)}", figure.evidence
        for role, references in (
            (words.place, event.places),
            (words.organizer, event.organizers),
            (words.attendee, event.attendees),
            (words.participant, event.participants),
        ):
            for reference in references:
                yield f"{event.name} {role} {name[reference.entity]}", reference.evidence


def _of_subjects(facts: Facts, name: Mapping[str, str]) -> Iterator[tuple[str, Iterable[Evidence]]]:
    for subject in facts.about:
        yield f"The article is about {name[subject.entity]}", subject.evidence
    for topic in facts.topics:
        for each in (topic, *topic.narrower):
            yield f"Its topic is {each.label}", each.evidence


def _of_the_article(article: Article) -> Iterator[tuple[str, Iterable[Evidence]]]:
    for words, stated in article_words(article):
        yield f"{words} {stated.value}", stated.evidence


def _of_posts(facts: Facts, name: Mapping[str, str]) -> Iterator[tuple[str, Iterable[Evidence]]]:
    for post in facts.posts:
        held_for = "".join(f", {name[id_]}" for id_ in (post.body, post.place, post.country) if id_)
        held = f"{name[post.holder]} {'was' if post.is_over else 'is'} {post.title}{held_for}"
        yield held, post.evidence
        for word, date in (("since", post.start), ("until", post.end)):
            if date:
                yield f"{held} {word} {date.value}", date.evidence


def _of_entities(facts: Facts) -> Iterator[tuple[str, Iterable[Span]]]:
    for entity in facts.entities:
        if entity.mentions:
            because = f", taken for {entity.because}" if entity.because else ""
            yield f"{entity.name} ({entity.kind}) is named{because}", entity.mentions


def _proofs(text: str, sentences: Sequence[Sentence], evidence: Iterable[Evidence | Span]) -> Iterator[Proof]:
    for proof in evidence:
        match proof:
            case Given(option=option, value=value):
                yield Proof(given=f"{option} {value}")
            case Known(source=source):
                yield Proof(known=source)
            case SourceCitation(exact=exact):
                yield Proof(words=exact)
            case Span():
                yield _in_sentence(text, sentences, proof)


def _in_sentence(text: str, sentences: Sequence[Sentence], span: Span) -> Proof:
    """The words of *span*, with the sentence around them."""
    index = bisect.bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    start = max(0, min(span.start, sentences[index].start)) if index >= 0 else span.start
    end = max(span.end, sentences[index].end)
    return Proof(span.exact, span.start, span.end, text[start : span.start], text[span.end : end])
