"""The words that describe an event to people; an event in the future is never said to have taken place."""

from typing import NamedTuple

from ld.article import Stated
from ld.facts import Event
from ld.figures import Bound, Figure, Measure


class EventWords(NamedTuple):
    """The words between an event's name and its parts: day, place, organizer, attendees, participants."""

    itself: str
    day: str
    place: str
    organizer: str
    attendee: str
    participant: str


_PAST = EventWords("took place", "was on", "was in", "was held by", "was attended by", "concerned")
_TO_COME = EventWords(
    "is to take place", "is to be on", "is to be in", "is to be held by", "is to be attended by", "is to concern"
)
_CALLED_OFF = EventWords(
    "was called off", "was to be on", "was to be in", "was to be held by", "was to be attended by", "was to concern"
)
_OPEN = EventWords("is an event", "is on", "is in", "is held by", "is attended by", "concerns")


def event_words(event: Event, published: Stated | None) -> EventWords:
    """The words for *event* in an article that was *published* on a day.

    They leave open whether it took place where either day is unknown, and where neither is before the other: on the
    day itself, and in the month or year that is all that the text tells.
    """
    if event.status:
        return _CALLED_OFF if event.status == "cancelled" else _TO_COME
    if event.start is None or published is None:
        return _OPEN
    start, day = event.start.value[:10], published.value[:10]
    precision = min(len(start), len(day))
    if start[:precision] == day[:precision]:
        return _OPEN
    return _PAST if start[:precision] < day[:precision] else _TO_COME


def figure_words(figure: Figure) -> str:
    """*figure* in words: "at least 12 people died"."""
    bound = _BOUNDS[figure.bound] if figure.bound else ""
    return _FIGURES[figure.measure].format(f"{bound}{figure.value}{f' {figure.unit}' if figure.unit else ''}")


_BOUNDS: dict[Bound, str] = {"least": "at least ", "most": "at most "}
_FIGURES: dict[Measure, str] = {
    "deaths": "{} died",
    "injuries": "{} were hurt",
    "votes for": "{} for it",
    "votes against": "{} against it",
    "score": "the score was {}",
    "price": "the price was {}",
}
