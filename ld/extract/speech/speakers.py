"""The subject of a verb of saying: before it, after it, or shared with another verb."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.speech.actors import actors_in
from ld.extract.speech.clauses import CuedSentence, first_verb
from ld.extract.speech.coordination import acts, is_coordinated
from ld.extract.speech.cues import Cue, may_be_of_another, owner_end
from ld.extract.speech.subjects import (
    MARKS,
    coordinated_with,
    ends_phrase,
    is_adjacent,
    is_adjacent_subject,
    is_apposed,
    is_independent_subject,
    is_only_modifiers,
)
from ld.facts import Reference
from ld.mentions import Named
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote


class Speech(NamedTuple):
    """Who speaks: known *speakers*, or the words that *credit* somebody else; neither if a pronoun is uncertain."""

    speakers: tuple[Reference, ...] = ()
    credit: Stated | None = None


class Subject(NamedTuple):
    """The subject of a verb: those *named*, or a *pronoun*; neither if it is in other words, or not found."""

    named: tuple[Named, ...] = ()
    pronoun: re.Match[str] | None = None


def subject_of(sentence: CuedSentence, cue: Cue, quote: Quote | None = None) -> Subject:
    """The subject of *cue*; if the verb follows its *quote*, it is between the two or after the verb."""
    owner = owner_end(sentence.text, cue, sentence.start)
    if owner is not None:
        named = sentence.names.ending_at(owner, "person", "group", "organization", "country")
        return Subject((named,) if named and not sentence.is_quoted(named.start) else ())
    if cue.inverts:
        return Subject(_subject_after(sentence, cue))
    if quote and quote.outer_end <= cue.start:
        return _subject_between(sentence, quote, cue)
    return _subject_before(sentence, cue)


def speaker(sentence: CuedSentence, named: Named, cue: Cue) -> Reference:
    """*named* as a speaker, proved by the words up to the verb if they are few and in the same sentence."""
    start, end = min(named.start, cue.start), max(named.end, cue.end)
    if start < sentence.start or end - start > _LONGEST_PROOF:
        start, end = named.start, named.end
    citation = Citation.of(sentence.text, start, end, rule="subject of a verb of saying")
    return Reference(entity=named.entity.id, evidence=(citation,))


_LONGEST_PROOF = 240


def _subject_after(sentence: CuedSentence, cue: Cue) -> tuple[Named, ...]:
    """The subject right after its verb; in "said BODY director NAME", the name that ends the phrase."""
    start = cue.end
    for actor in actors_in(sentence, cue.end, min(sentence.end, cue.end + _NEAR)):
        if actor.entity.kind == "person" and start == cue.end and is_apposed(sentence.text, actor):
            return (actor,) if cue.word != "according to" or _CLOSED.match(sentence.text, actor.end) else ()
        if "," in sentence.text[start : actor.start] or not is_only_modifiers(sentence.text, start, actor):
            return ()
        if ends_phrase(sentence.text, actor):
            return (actor,)
        start = actor.end
    return ()


def _subject_between(sentence: CuedSentence, quote: Quote, cue: Cue) -> Subject:
    """The subject of a verb that follows its quotation: between the two, or right after the verb."""
    text = sentence.text
    pronoun = _PRONOUN.search(text, quote.outer_end, cue.start)
    if pronoun and is_adjacent(text, pronoun.end(), cue.start):
        return Subject(pronoun=pronoun)
    if text[quote.outer_end : cue.start].strip(MARKS):
        return Subject(_subjects_filling(sentence, quote.outer_end, cue))
    if cue.word in word_set("speech/listener_verbs"):
        return Subject()
    following = _PRONOUN.match(text, cue.end + 1)
    return Subject(pronoun=following) if following else Subject(_subject_after(sentence, cue))


def _subjects_filling(sentence: CuedSentence, start: int, cue: Cue) -> tuple[Named, ...]:
    """Those whose names, joined by "and", fill the words from *start* to the verb."""
    text, actors = sentence.text, actors_in(sentence, start, cue.start)
    for first in range(len(actors)):
        subjects = coordinated_with(text, actors[first:])
        if not is_only_modifiers(text, start, subjects[0]) and not is_apposed(text, subjects[0]):
            return ()
        for last in range(len(subjects), 0, -1):
            if is_adjacent_subject(text, subjects[last - 1], cue.start):
                return tuple(subjects[:last])
    return ()


def _subject_before(sentence: CuedSentence, cue: Cue) -> Subject:
    """The subject of a verb that precedes what it reports."""
    text, start = sentence.text, sentence.main_clause_start(cue.start)
    actors = actors_in(sentence, start, cue.start)
    relative = _WHO.search(text, start, cue.start)
    if relative and relative.end() == cue.start:
        return Subject(_before_relative([actor for actor in actors if _ends_at(text, actor, relative.start())]))
    pronoun = _last_pronoun(sentence, start, cue.start)
    if pronoun and is_adjacent(text, pronoun.end(), cue.start):
        shared = _shared_subject(sentence, cue) if pronoun[0].lower() == "they" else Subject()
        return shared if shared.named else Subject(pronoun=pronoun)
    is_said = cue.is_participle and cue.word != "thinking"
    auxiliary = _IS_SAYING.search(text, start, cue.start) if is_said else None
    of_person = auxiliary.start() if auxiliary else cue.start
    adjacent = [
        index
        for index, actor in enumerate(actors)
        if is_adjacent_subject(text, actor, of_person if actor.entity.kind == "person" else cue.start)
    ]
    for index in reversed(adjacent):
        subjects = _coordinated_at_end(sentence, actors[: index + 1])
        if is_independent_subject(text, sentence.start, subjects[0]):
            return Subject(subjects)
    if adjacent:
        return Subject()
    return _shared_subject(sentence, cue) if is_coordinated(sentence, cue) else Subject()


def _before_relative(actors: Sequence[Named]) -> tuple[Named, ...]:
    """The last that ends before ", who", or the one before it if that is a country: "BODY in COUNTRY, which"."""
    is_place = len(actors) > 1 and actors[-1].entity.kind == "country"
    return tuple(actors[-2:-1] if is_place else actors[-1:])


def _ends_at(text: str, actor: Named, offset: int) -> bool:
    """Whether the phrase of *actor* ends at *offset*, perhaps with an apposition: "NAME, a friend of the board"."""
    return actor.end == offset or _APPOSITION.fullmatch(text, actor.end, offset) is not None


def _last_pronoun(sentence: CuedSentence, start: int, end: int) -> re.Match[str] | None:
    pronouns = _PRONOUN.finditer(sentence.text, start, end)
    return next((match for match in reversed(list(pronouns)) if not sentence.is_quoted(match.start())), None)


def _coordinated_at_end(sentence: CuedSentence, actors: Sequence[Named]) -> tuple[Named, ...]:
    """The last of *actors*, with those before it that are joined to it by "and"."""
    tails = (actors[first:] for first in range(len(actors)))
    return tuple(next(tail for tail in tails if len(coordinated_with(sentence.text, tail)) == len(tail)))


def _shared_subject(sentence: CuedSentence, cue: Cue) -> Subject:
    """The subject that *cue* shares with the verb before it in the sentence: "she noted …, adding".

    A finite verb shares none with one in an introductory clause: "As NAME recalls, a guest came and asked".
    """
    start = sentence.start if cue.is_participle else sentence.main_clause_start(cue.start)
    own = [first_verb(quote) for quote in sentence.quotes if sentence.start <= quote.start < cue.start]
    earlier = [*(other for other in sentence.cues if start <= other.start < cue.start), *filter(None, own)]
    finite = sorted(other for other in earlier if not other.is_participle)
    if finite and may_be_of_another(cue, finite[-1]):
        return Subject()
    return _subject_before(sentence, finite[-1]) if finite else _acting_subject(sentence, cue)


def _acting_subject(sentence: CuedSentence, cue: Cue) -> Subject:
    """The one who opens the clause and does something else before the verb of saying: "she opened the port, saying"."""
    text, start = sentence.text, sentence.main_clause_start(cue.start)
    pronoun = _PRONOUN.match(text, start, cue.start)
    if pronoun:
        return Subject(pronoun=pronoun) if acts(text, pronoun.end(), cue.start) else Subject()
    subjects = coordinated_with(text, actors_in(sentence, start, cue.start))
    if not subjects or not is_only_modifiers(text, start, subjects[0]):
        return Subject()
    apposed = _APPOSED.match(text, subjects[-1].end, cue.start)
    acting = acts(text, apposed.end() if apposed else subjects[-1].end, cue.start)
    return Subject(tuple(subjects)) if acting else Subject()


_NEAR = 70
_IS_SAYING = re.compile(r"\b(?:is|was)\s(?:also\s|now\s|[a-z]+ly\s)?\Z")
_CLOSED = re.compile(r"[,;.)”\"]|\s*\n")
"""What ends an apposition: "according to the master, NAME."; not "according to the master, NAME has left"."""

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b(?![’'])")
_APPOSITION = re.compile(
    r",(?!\s+(?:according|where|when|and|but|as|while|after|before)\b)[^,\0“”]{1,120}|\s(?:in|of|at|from)\s[^,\0“”]{2,40}"
)
_APPOSED = re.compile(r",\s(?:an?|the|who)\s[^“”\";:,]{1,120},")
_WHO = re.compile(r",?\s+(?:who|which)\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
