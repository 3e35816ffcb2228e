"""From mentions to events: the mentions of one event are joined, and what they agree on is the event."""

from collections.abc import Iterable, Sequence
from itertools import islice

from ld.article import Article, Citation
from ld.extract.events.happening import Happening
from ld.extract.events.kinds import natures
from ld.facts import Event, EventStatus, Reference

_DAY = len("2024-09-11")
_OFTEN = 2
_LEAD = 3
"""A story that headline and lead tell is told in so many paragraphs at the head of the article."""


class Story:
    """The mentions of one event, in the order of the text.

    It *opens* the article if its first stands above *lead_end*.
    """

    def __init__(self, first: Happening, lead_end: int) -> None:
        self.happenings = [first]
        self._lead_end = lead_end
        self._names = _names(first)
        self._date = _date(first)
        self.opens = first.name.start < lead_end

    def agrees_with(self, other: Happening) -> bool:
        """Whether *other* can be of this event: of its kind, at its time, of the same people and places.

        One that says nothing of these is of it where it only points back ("the attack"), or beside it in the lead.
        """
        if other.kind != self.happenings[0].kind or not _agree(self._date, _date(other)):
            return False
        theirs = _names(other)
        shared = self._names & theirs
        if self._names and theirs:
            return len(shared) > 1 or (bool(shared) and (shared in {self._names, theirs} or _is_of_one(other)))
        if len(self._date) == _DAY and self._date == _date(other):
            return True
        return (other.points_back and not theirs and not other.dates) or self._is_beside(other)

    def _is_beside(self, other: Happening) -> bool:
        """Whether the headline tells of one of the two, and the lead of the other."""
        titles = all(happening.in_title for happening in self.happenings)
        alike = other.root in {happening.root for happening in self.happenings}
        return self.opens and other.name.start < self._lead_end and (titles or other.in_title or alike)

    @property
    def _is_weak(self) -> bool:
        return natures()[self.happenings[0].kind] == "weak"

    def add(self, other: Happening) -> None:
        """Add a mention that agrees."""
        self.happenings.append(other)
        self._names |= _names(other)
        self._date = max(self._date, _date(other), key=len)

    @property
    def is_told(self) -> bool:
        """Whether any mention says enough to tell the event from others of its kind, or the article turns on it."""
        return any(happening.founds for happening in self.happenings) or self._turns_on_it

    @property
    def _turns_on_it(self) -> bool:
        is_often_told = len(self.happenings) > _OFTEN
        return self.opens and not self._is_weak and self.happenings[0].points_back and is_often_told


def _is_of_one(happening: Happening) -> bool:
    return len(happening.participants) <= 1


def _names(happening: Happening) -> frozenset[tuple[str, str]]:
    """Who took part and where it was: a country may be either, and is not the same then."""
    taking_part = frozenset(("part", reference.entity) for reference in happening.participants)
    return taking_part | {("place", reference.entity) for reference in happening.places}


def _date(happening: Happening) -> str:
    return happening.dates[0].value if happening.dates else ""


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def told_events(happenings: Iterable[Happening], article: Article) -> list[Event]:
    """The events of which *happenings*, in the order of the text, tell; their ids are still empty."""
    lead_end = max((part.end for part in islice(article.of_kind("paragraph"), _LEAD)), default=0)
    stories: list[Story] = []
    for happening in happenings:
        agreeing = [story for story in stories if story.agrees_with(happening)]
        if agreeing:
            max(agreeing, key=lambda story: len(story.happenings)).add(happening)
        else:
            stories.append(Story(happening, lead_end))
    return [_event(story.happenings) for story in stories if story.is_told]


def _event(happenings: Sequence[Happening]) -> Event:
    name = _best_name(happenings)
    dates = [happening.dates[0] for happening in happenings if happening.dates]
    return Event(
        id="",
        name=" ".join(name.exact.split()),
        evidence=(name, *(happening.name for happening in happenings if happening.name != name)),
        kind=happenings[0].kind,
        status=_status(happenings),
        start=max(dates, key=lambda date: len(date.value)) if dates else None,
        places=unified(reference for happening in happenings for reference in happening.places)[:1],
        participants=unified(reference for happening in happenings for reference in happening.participants),
    )


def _status(happenings: Sequence[Happening]) -> EventStatus | None:
    """What the first mention says that says something, unless another tells the event as past."""
    if any(happening.is_past for happening in happenings):
        return None
    return next((happening.status for happening in happenings if happening.status), None)


def _best_name(happenings: Sequence[Happening]) -> Citation:
    """The name in the first sentence of the body that has one of several words, else the first name."""
    body = [happening.name for happening in happenings if happening.in_body]
    return next((name for name in body if " " in name.exact), happenings[0].name)


def unified(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """One reference an entity, with all its evidence."""
    merged: dict[str, dict[Citation, None]] = {}
    for reference in references:
        merged.setdefault(reference.entity, {}).update(dict.fromkeys(reference.evidence))  # type: ignore[arg-type]
    return tuple(Reference(entity=entity, evidence=tuple(evidence)) for entity, evidence in merged.items())
