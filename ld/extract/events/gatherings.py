"""Meetings and visits: what, when, where, who hosted, who attended."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation, Stated
from ld.extract.dates.mentions import DateMention
from ld.extract.events.clauses import EventContext, people_at
from ld.extract.events.kinds import nouns
from ld.extract.events.phrases import event_phrase
from ld.facts import Event, Reference
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.sentences import Sentence
from ld.text.word_index import between, first_words, in_any_case, matches_at


def find_gatherings(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> tuple[Event, ...]:
    """The meetings and visits of *text* for which a clause gives a date, a place, a host or a participant.

    The circumstances of an event are read only from the clause or the caption that names it.
    Mentions refer to one event unless their ordinals, dates or places disagree; one that fits several belongs to the
    one that the article mentions most.
    """
    nouns = text.words.offsets(_first_words())
    scenes = [
        scene
        for sentence in text.sentences
        if sentence.part.kind != "headline" and (inside := between(nouns, sentence.start, sentence.end))
        for scene in _scenes(text, names, sentence, dates, inside)
    ]
    events: list[_Story] = []
    for scene in scenes:
        candidates = [event for event in events[-_MOST_EVENTS:] if event.agrees_with(scene)]
        if scene.is_new:
            candidates = [event for event in candidates if event.is_where_and_when(scene)]
        if candidates:
            max(candidates, key=lambda event: len(event.scenes)).add(scene)
        elif scene.has_details:
            events.append(_Story(scene))
    return identified(_event(event.scenes) for event in events)


_MOST_EVENTS = 100
"""The number of most recently mentioned events to which a new mention may belong."""


class _Scene(NamedTuple):
    """One mention of an event, with the circumstances in its clause."""

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


class _Story:
    """The mentions of one event, and what they agree on; a value that none of them states is empty."""

    def __init__(self, first: _Scene) -> None:
        self.scenes = [first]
        self._kind, self._ordinal, self._date, self._place = _circumstances(first)
        self._visitors = _visitors(first)

    def agrees_with(self, scene: _Scene) -> bool:
        """Whether *scene* can be part of this event; a month agrees with its days."""
        kind, ordinal, date, place = _circumstances(scene)
        return (
            kind == self._kind
            and ordinal in {"", self._ordinal or ordinal}
            and place in {"", self._place or place}
            and (date.startswith(self._date) or self._date.startswith(date))
            and not (kind == "visit" and self._visitors and _visitors(scene).isdisjoint(self._visitors))
        )

    def is_where_and_when(self, scene: _Scene) -> bool:
        """Whether *scene* is of the same day and place, so that "a meeting" is one told before."""
        _, _, date, place = _circumstances(scene)
        return bool(place) and place == self._place and date == self._date and len(date) == len("2024-09-11")

    def add(self, scene: _Scene) -> None:
        """Add a mention that agrees with this event."""
        self.scenes.append(scene)
        _, ordinal, date, place = _circumstances(scene)
        self._ordinal = self._ordinal or ordinal
        self._date = max(self._date, date, key=len)
        self._place = self._place or place
        self._visitors = self._visitors | _visitors(scene)


def _visitors(scene: _Scene) -> frozenset[str]:
    return frozenset(attendee.entity for attendee in scene.attendees)


def _circumstances(scene: _Scene) -> tuple[str, str, str, str]:
    """Kind, ordinal, date and place."""
    date = scene.dates[0].value if scene.dates else ""
    place = scene.places[0].entity if scene.places else ""
    return scene.kind, scene.ordinal or "", date, place


def _scenes(
    text: Reading, names: MentionIndex, sentence: Sentence, dates: Sequence[DateMention], nouns: Sequence[int]
) -> Iterator[_Scene]:
    """The events that *sentence* names; *nouns* are the offsets of the nouns for them."""
    heads = list(matches_at(_head(), text, nouns, sentence.end))
    people = people_at(text, names, sentence) if heads else ()
    for head in heads:
        phrase = event_phrase(text, head.start(), sentence.start)
        if _is_other_than_a_meeting(text, names, head):
            continue
        if phrase is None or _part_of_another().match(text, head.end(), sentence.end):
            continue
        end = _end_of_name(text, head)
        around = sentence._replace(
            start=max(sentence.start, phrase.start - _REACH), end=min(sentence.end, end + _REACH)
        )
        context = EventContext(
            text, names, around, phrase.start, end, _between(dates, phrase.start, around.end), people
        )
        kind = _kinds()[head.group().lower()]
        yield _Scene(
            name=Citation.of(text, phrase.name_start, end, rule="noun for an event"),
            kind=kind,
            ordinal=phrase.ordinal,
            is_new=phrase.indefinite,
            dates=context.dates(),
            places=context.places(),
            organizers=context.organizers(),
            attendees=context.visitors() if kind == "visit" else context.attendees(),
        )


def _is_other_than_a_meeting(text: str, names: MentionIndex, head: re.Match[str]) -> bool:
    """Whether it is something else: a mountain's summit, a caption's "talks to reporters", a body named Forum."""
    if head.group() == "summit":
        return _OF_A_MOUNTAIN.match(text, head.end()) is not None
    if head.group() == "Forum" and (_SAID_BY.search(text, 0, head.start()) or _SAYS.match(text, head.end())):
        return True
    return head.group() == "talks" and names.ending_at(head.start() - 1, "person") is not None


_SAID_BY = re.compile(r"\b(?:[Aa]ccording\sto|said|says)\s(?:the\s)?(?:(?:[A-Z][\w’'-]*|and|of|the|for)\s){0,8}\Z")
_SAYS = re.compile(r"\s(?:said|says|told|added)\b")
_OF_A_MOUNTAIN = re.compile(r"\sof\s(?:[A-Z]|the\s(?:mountain|peak|volcano))")


_REACH = 1000
"""How much of a sentence around an event is searched for its circumstances."""


def _between(dates: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    first, last = (bisect.bisect_left(dates, offset, key=lambda date: date.start) for offset in (start, end))
    return dates[first:last]


@functools.cache
def _kinds() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in words("events/gathering_nouns"))


@functools.cache
def _first_words() -> frozenset[str]:
    return in_any_case(first_words(_kinds()))


@functools.cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]) (?i:{any_of(*_kinds())}) (?![\w-])", re.VERBOSE)


def _end_of_name(text: str, head: re.Match[str]) -> int:
    """The end of the name: after the year that belongs to it, as in "Harbor Summit 2023"."""
    year = _YEAR_BEHIND.match(text, head.end()) if head.group()[0].isupper() else None
    return year.end() if year else head.end()


_YEAR_BEHIND = re.compile(r"[ \xa0](?:19|20)[0-9]{2}\b(?!-\d)")


@functools.cache
def _part_of_another() -> re.Pattern[str]:
    """After "ministerial" comes its head, "meeting"; "the opening ceremony of the summit" is part of the summit."""
    noun = any_of(*_kinds())
    return re.compile(
        rf"""
        \s++ (?:
            call\b                                                                  # conference call
          | {noun}\b                                                                # ministerial meeting
          | (?:of|at|for)\s++(?:the|its|this)\s++ (?:[\w-]++\s++){{0,8}}?{noun}\b   # ceremony of the harbour summit
        )
        """,
        re.VERBOSE,
    )


def _event(scenes: Sequence[_Scene]) -> Event:
    name = max((scene.name for scene in scenes), key=lambda name: (_specificity(name.exact), -name.start))
    dates = [date for scene in scenes for date in scene.dates]
    start = max(dates, key=lambda date: len(date.value)) if dates else None
    return Event(
        id=UNNAMED,
        name=" ".join(name.exact.split()),
        evidence=(name, *(scene.name for scene in scenes if scene.name != name)),
        start=start
        and Stated(value=start.value, evidence=tuple(e for d in dates if d.value == start.value for e in d.evidence)),
        kind=_kind_of(name.exact),
        places=_unified(reference for scene in scenes for reference in scene.places)[:1],
        organizers=_unified(reference for scene in scenes for reference in scene.organizers),
        attendees=_unified(reference for scene in scenes for reference in scene.attendees),
    )


def _kind_of(name: str) -> str:
    """The kind according to the last word of *name* that is a noun for a meeting or a visit."""
    heads = [word for word in name.lower().split() if word in _kinds()]
    if not heads:
        return ""
    found = nouns().get(heads[-1])
    return found[0].kind if found else _kinds()[heads[-1]]


def _specificity(name: str) -> tuple[int, int]:
    return (sum(word[0].isupper() for word in name.split()), len(name))


def _unified(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """One reference per entity, with all its evidence."""
    merged: dict[str, dict[Citation, None]] = {}
    for reference in references:
        merged.setdefault(reference.entity, {}).update(dict.fromkeys(reference.evidence))  # type: ignore[arg-type]
    return tuple(Reference(entity=entity, evidence=tuple(evidence)) for entity, evidence in merged.items())
