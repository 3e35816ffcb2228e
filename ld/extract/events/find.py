"""The events that carry the news, beginning with the one that headline and lead report."""

from collections.abc import Sequence

import msgspec

from ld.article import Article, Citation
from ld.extract.dates.mentions import DateMention
from ld.extract.events.figures import with_figures
from ld.extract.events.gatherings import find_gatherings
from ld.extract.events.happening import published_with
from ld.extract.events.happenings import happenings_in
from ld.extract.events.news_value import newsworthy
from ld.extract.events.stories import told_events
from ld.facts import Event
from ld.identifiers import identified
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def find_events(text: Reading, names: MentionIndex, dates: Sequence[DateMention]) -> tuple[Event, ...]:
    """The events that carry the news of *text*, at most eight; the one of headline and lead comes first.

    Meetings and visits with their attendees have rules of their own; the tables of verbs and nouns find all the others.
    """
    told = told_events(happenings_in(text, names, dates), text.article)
    gathered = find_gatherings(text, names, dates)
    events = [_ahead(event, text.article) for event in _merged(told, gathered)]
    kept = newsworthy(events, text.article)
    return identified(with_figures(kept, text))


def _ahead(event: Event, article: Article) -> Event:
    """*event*, marked as planned if its day is after the article's: "holds an election on Friday"."""
    published = published_with(event.evidence, article)
    if event.status or event.start is None or published is None:
        return event
    is_ahead = event.start.value > published.value[: len(event.start.value)]
    return msgspec.structs.replace(event, status="planned") if is_ahead else event


def _merged(told: Sequence[Event], gathered: Sequence[Event]) -> list[Event]:
    """The events of both sets of rules; of a meeting that both found, the account with its attendees."""
    others = [event for event in told if event.kind not in _GATHERINGS]
    gathered = [event for event in gathered if not any(_overlap(event, other) for other in others)]
    meetings = [event for event in told if event.kind in _GATHERINGS]
    return [
        *others,
        *(_completed(event, [each for each in meetings if _overlap(event, each)]) for event in gathered),
        *(event for event in meetings if not any(_overlap(event, other) for other in gathered)),
    ]


def _completed(event: Event, others: Sequence[Event]) -> Event:
    """*event* with the day, the place and the status that the *others*, accounts of the same event, have for it."""
    for other in others:
        event = msgspec.structs.replace(
            event,
            start=event.start or other.start,
            places=event.places or other.places,
            status=event.status or other.status,
        )
    return event


_GATHERINGS = ("meeting", "visit", "conference", "hearing", "rally", "ceremony")


def _overlap(one: Event, other: Event) -> bool:
    return any(
        first.start < second.end and second.start < first.end
        for first in one.evidence
        for second in other.evidence
        if isinstance(first, Citation) and isinstance(second, Citation)
    )
