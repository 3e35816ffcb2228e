"""Who speaks by a verb of saying: its subject, before it, behind it, or shared with another verb."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.speech.actors import actors_in
from ld.extract.speech.clauses import CuedSentence, first_verb
from ld.extract.speech.coordination import acts, is_coordinated
from ld.extract.speech.credits import credit_of
from ld.extract.speech.cues import Cue
from ld.extract.speech.pronouns import antecedent
from ld.extract.speech.subjects import (
    MARKS,
    coordinated_with,
    ends_phrase,
    is_adjacent,
    is_adjacent_subject,
    is_independent_subject,
    is_only_modifiers,
)
from ld.facts import Reference
from ld.mentions import Named
from ld.text.quotation_marks import Quote


class Speech(NamedTuple):
    """Who speaks: known *speakers*, or the words that *credit* somebody else; neither where a pronoun is not sure."""

    speakers: tuple[Reference, ...] = ()
    credit: Stated | None = None


def speech_of(sentence: CuedSentence, cue: Cue, quote: Quote | None = None) -> Speech:
    """Who speaks by *cue*: its subject. If it stands behind its *quote* the subject is between them or follows."""
    quote_before = quote if quote and quote.outer_end <= cue.start else None
    subjects = _subjects(sentence, cue, quote_before)
    if subjects:
        return Speech(tuple(_speaker(sentence, named, cue) for named in subjects))
    return Speech(credit=credit_of(sentence, cue, quote_before))


def _speaker(sentence: CuedSentence, named: Named, cue: Cue) -> Reference:
    """*named* as a speaker, proved by the words up to the verb where they are few and in the same sentence."""
    start, end = min(named.start, cue.start), max(named.end, cue.end)
    if start < sentence.start or end - start > _LONGEST_PROOF:
        start, end = named.start, named.end
    citation = Citation.of(sentence.text, start, end, rule="subject of a verb of saying")
    return Reference(entity=named.entity.id, evidence=(citation,))


_LONGEST_PROOF = 240


def _subjects(sentence: CuedSentence, cue: Cue, quote_before: Quote | None) -> Sequence[Named]:
    if cue.inverts:
        return _subject_after(sentence, cue)
    return _subjects_between(sentence, quote_before, cue) if quote_before else _subjects_before(sentence, cue)


def _subject_after(sentence: CuedSentence, cue: Cue) -> Sequence[Named]:
    """The subject right behind its verb; of "said BODY director NAME" the name that ends the phrase."""
    start = cue.end
    for actor in actors_in(sentence, cue.end, min(sentence.end, cue.end + _NEAR)):
        if not is_only_modifiers(sentence.text, start, actor):
            return ()
        if ends_phrase(sentence.text, actor):
            return (actor,)
        start = actor.end
    return ()


def _subjects_between(sentence: CuedSentence, quote: Quote, cue: Cue) -> Sequence[Named]:
    """The subject of a verb that follows its quotation: between the two, or right after the verb."""
    text = sentence.text
    pronoun = _PRONOUN.search(text, quote.outer_end, cue.start)
    if pronoun and is_adjacent(text, pronoun.end(), cue.start):
        return antecedent(sentence, pronoun)
    if text[quote.outer_end : cue.start].strip(MARKS):
        return _subjects_filling(sentence, quote.outer_end, cue)
    following = _PRONOUN.match(text, cue.end + 1)
    return antecedent(sentence, following) if following else _subject_after(sentence, cue)


def _subjects_filling(sentence: CuedSentence, start: int, cue: Cue) -> Sequence[Named]:
    """Those whose names, joined by "and", fill what lies between *start* and the verb."""
    text, actors = sentence.text, actors_in(sentence, start, cue.start)
    for first in range(len(actors)):
        subjects = coordinated_with(text, actors[first:])
        if not is_only_modifiers(text, start, subjects[0]):
            return ()
        for last in range(len(subjects), 0, -1):
            if is_adjacent_subject(text, subjects[last - 1], cue.start):
                return subjects[:last]
    return ()


def _subjects_before(sentence: CuedSentence, cue: Cue) -> Sequence[Named]:
    """The subject of a verb that stands before what it reports."""
    text, start = sentence.text, sentence.main_clause_start(cue.start)
    actors = actors_in(sentence, start, cue.start)
    relative = _WHO.search(text, start, cue.start)
    if relative and relative.end() == cue.start:
        return [actor for actor in actors if _ends_at(text, actor, relative.start())][-1:]
    pronoun = _last_pronoun(sentence, start, cue.start)
    if pronoun and is_adjacent(text, pronoun.end(), cue.start):
        shared = _shared_subjects(sentence, cue) if pronoun[0].lower() == "they" else ()
        return shared or antecedent(sentence, pronoun)
    adjacent = [index for index, actor in enumerate(actors) if is_adjacent_subject(text, actor, cue.start)]
    if adjacent:
        subjects = _coordinated_at_end(sentence, actors[: adjacent[-1] + 1])
        return subjects if is_independent_subject(text, sentence.start, subjects[0]) else ()
    return _shared_subjects(sentence, cue) if is_coordinated(sentence, cue) else ()


def _ends_at(text: str, actor: Named, offset: int) -> bool:
    """Whether the phrase of *actor* ends at *offset*, perhaps with an apposition: "NAME, a friend of the board"."""
    return actor.end == offset or _APPOSITION.fullmatch(text, actor.end, offset) is not None


def _last_pronoun(sentence: CuedSentence, start: int, end: int) -> re.Match[str] | None:
    pronouns = _PRONOUN.finditer(sentence.text, start, end)
    return next((match for match in reversed(list(pronouns)) if not sentence.is_quoted(match.start())), None)


def _coordinated_at_end(sentence: CuedSentence, actors: Sequence[Named]) -> Sequence[Named]:
    """The last of *actors*, with those before that are joined to it by "and"."""
    tails = (actors[first:] for first in range(len(actors)))
    return next(tail for tail in tails if len(coordinated_with(sentence.text, tail)) == len(tail))


def _shared_subjects(sentence: CuedSentence, cue: Cue) -> Sequence[Named]:
    """The subject of the verb before *cue* in the sentence that has the same subject: "she noted …, adding"."""
    own = [first_verb(quote) for quote in sentence.quotes if sentence.start <= quote.start < cue.start]
    earlier = [*(other for other in sentence.cues if other.end <= cue.start), *filter(None, own)]
    finite = sorted(other for other in earlier if not other.is_participle)
    return _subjects_before(sentence, finite[-1]) if finite else _subjects_acting(sentence, cue)


def _subjects_acting(sentence: CuedSentence, cue: Cue) -> Sequence[Named]:
    """Who opens the clause and does something else before the verb of saying: "she opened the port, saying"."""
    text, start = sentence.text, sentence.main_clause_start(cue.start)
    subjects = coordinated_with(text, actors_in(sentence, start, cue.start))
    opens = subjects and is_only_modifiers(text, start, subjects[0])
    return subjects if opens and acts(text, subjects[-1].end, cue.start) else ()


_NEAR = 70
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?![’'])")
_APPOSITION = re.compile(r",[^,\0“”]{1,120}")
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
