"""Meetings and visits: what it was, when, where, who held it, who was there."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Article, Citation, Stated
from ld.extract.dates import MONTHS, WEEKDAYS, DateMention
from ld.extract.event_clauses import Clause
from ld.extract.names import Names
from ld.extract.sentences import Sentence
from ld.extract.words import any_of, word_set, words
from ld.facts import Event, Reference


def find_events(
    article: Article, names: Names, sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> tuple[Event, ...]:
    """The events of *article* for which a clause gives a date, a place, a host or a participant.

    Everything said of an event stands in the clause that names it, or in the caption that does.
    Mentions are of one event unless their ordinals, dates or places disagree;
    one that fits several is of that which the article speaks of most.
    """
    scenes = [
        scene
        for sentence in sentences
        if sentence.part.kind != "headline"
        for scene in _scenes(article, names, sentence, dates)
    ]
    events: list[list[_Scene]] = []
    for scene in scenes:
        candidates = [event for event in events if all(scene.agrees_with(other) for other in event)]
        if candidates and not scene.is_new:
            max(candidates, key=len).append(scene)
        elif scene.has_details:
            events.append([scene])
    return tuple(_event(number, event) for number, event in enumerate(events, 1))


class _Scene(NamedTuple):
    """One mention of an event, and what its clause says of it."""

    name: Citation
    kind: str
    ordinal: str | None
    is_new: bool
    dates: tuple[Stated, ...]
    places: tuple[Reference, ...]
    organizers: tuple[Reference, ...]
    attendees: tuple[Reference, ...]

    @property
    def has_details(self) -> bool:
        return bool(self.dates or self.places or self.organizers)

    def agrees_with(self, other: "_Scene") -> bool:
        """Whether both can be of one event."""
        return (
            self.kind == other.kind
            and (self.ordinal == other.ordinal or None in {self.ordinal, other.ordinal})
            and _agree((d.value for d in self.dates), (d.value for d in other.dates))
            and _agree((p.entity for p in self.places), (p.entity for p in other.places))
        )


def _agree(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two sets of values hold one in common, or one of them is empty; a month agrees with its days."""
    mine, others = list(ours), list(theirs)
    return not mine or not others or any(a.startswith(b) or b.startswith(a) for a in mine for b in others)


def _scenes(article: Article, names: Names, sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[_Scene]:
    text = article.text
    for head in _head().finditer(text, sentence.start, sentence.end):
        phrase = _phrase(text, head.start(), sentence.start)
        if phrase is None or _part_of_another().match(text, head.end(), sentence.end):
            continue
        end = _end_of_name(text, head)
        clause = Clause(text, names, sentence, phrase.start, end, tuple(dates))
        kind = _kinds()[head.group().lower()]
        yield _Scene(
            name=Citation.of(text, phrase.name_start, end, rule="noun for an event"),
            kind=kind,
            ordinal=phrase.ordinal,
            is_new=phrase.indefinite,
            dates=clause.dates(),
            places=clause.places(),
            organizers=clause.organizers(),
            attendees=clause.visitors() if kind == "visit" else clause.attendees(),
        )


@functools.cache
def _kinds() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in words("event_nouns"))


@functools.cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{any_of(*_kinds())})(?![\w-])")


def _end_of_name(text: str, head: re.Match[str]) -> int:
    """Where the name ends: behind the year that belongs to it, as in "Harbor Summit 2023"."""
    year = _YEAR_BEHIND.match(text, head.end()) if head.group()[0].isupper() else None
    return year.end() if year else head.end()


_YEAR_BEHIND = re.compile(r"[ \xa0](?:19|20)\d\d\b(?!-\d)")


@functools.cache
def _part_of_another() -> re.Pattern[str]:
    """After "ministerial" comes its head, "meeting"; "the opening ceremony of the summit" is part of the summit."""
    noun = any_of(*_kinds())
    return re.compile(rf"\s+(?:{noun}\b|(?:of|at|for)\s+(?:the|its|this)\s+(?:[\w-]+\s+){{0,8}}?{noun}\b)")


class _Phrase(NamedTuple):
    """The words of a noun phrase before its head: where it starts, where the name in it starts."""

    start: int
    name_start: int
    ordinal: str | None
    indefinite: bool


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"(?:{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))", re.IGNORECASE)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "his", "her", "another", "such"))
_INDEFINITE = frozenset(("a", "an", "another"))
_MOST_WORDS = 9


def _phrase(text: str, head: int, floor: int) -> _Phrase | None:
    """The noun phrase that ends in the head at *head*; None for one with no determiner, possessor or capital."""
    tokens = list(re.finditer(r"\S+", text[floor:head]))[-_MOST_WORDS:]
    name_start, start, ordinal, anchored, indefinite = head, head, None, False, False
    for token in reversed(tokens):
        word = token.group()
        if word.lower() in _DETERMINERS:
            start, anchored, indefinite = floor + token.start(), True, word.lower() in _INDEFINITE
            break
        if re.search(r"[’']s?$", word) or word in _CALENDAR:
            owner = tokens[tokens.index(token) - 1 : tokens.index(token)]
            first = owner[0] if owner and owner[0].group().lower() in _DETERMINERS else token
            start, anchored = floor + first.start(), True
            break
        if re.search(r"[,.;:!?)”\"]$", word) or word.lower() in _FUNCTION:
            break
        start = name_start = floor + token.start()
        ordinal = ordinal or (word.lower() if _ORDINAL.fullmatch(word) else None)
        anchored = anchored or word[0].isupper()
    if not anchored or (start == head):
        return None
    participles = _PARTICIPLES.match(text, name_start, head)
    return _Phrase(start, participles.end() if participles else name_start, ordinal, indefinite)


_PARTICIPLES = re.compile(r"(?:(?:[a-z]+ly[\s-]+)?(?!red\b|united\b|combined\b)[a-z]+ed\s+)+")
"""Words that tell what became of an event and belong to no name: "previously planned summit"."""


_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_FUNCTION = word_set("phrase_breaks")


def _event(number: int, scenes: Sequence[_Scene]) -> Event:
    name = max((scene.name for scene in scenes), key=lambda name: (_specificity(name.exact), -name.start))
    dates = [date for scene in scenes for date in scene.dates]
    start = max(dates, key=lambda date: len(date.value)) if dates else None
    return Event(
        id=f"event-{number}",
        name=re.sub(r"\s+", " ", name.exact),
        evidence=(name, *(scene.name for scene in scenes if scene.name != name)),
        start=start
        and Stated(value=start.value, evidence=tuple(e for d in dates if d.value == start.value for e in d.evidence)),
        places=_unified(reference for scene in scenes for reference in scene.places)[:1],
        organizers=_unified(reference for scene in scenes for reference in scene.organizers),
        attendees=_unified(reference for scene in scenes for reference in scene.attendees),
    )


def _specificity(name: str) -> tuple[int, int]:
    return (sum(word[0].isupper() for word in name.split()), len(name))


def _unified(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """One reference an entity, with all its evidence."""
    merged: dict[str, dict[Citation, None]] = {}
    for reference in references:
        merged.setdefault(reference.entity, {}).update(dict.fromkeys(reference.evidence))  # type: ignore[arg-type]
    return tuple(Reference(entity=entity, evidence=tuple(evidence)) for entity, evidence in merged.items())
