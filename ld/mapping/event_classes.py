"""The classes of an event, for its kind; schema.org's word for its status, and who can compete."""

import csv
import functools
from importlib.resources import files
from typing import NamedTuple

from ld.facts import Entity, Event
from ld.terms import Iri
from ld.vocab import SCHEMA


class EventClasses(NamedTuple):
    """The class of schema.org's below Event, and Wikidata's, as far as there are any for a kind."""

    type: Iri | None = None
    item: Iri | None = None


def event_classes(event: Event) -> EventClasses:
    """The classes of the kind of *event*."""
    return _table().get(event.kind, EventClasses())


def event_status(event: Event) -> Iri | None:
    """schema.org's status of *event*: scheduled, postponed or cancelled; None for one that took place."""
    return _STATUSES[event.status] if event.status else None


def can_compete(entity: Entity) -> bool:
    """Whether schema.org lets *entity* compete: people and teams do, and other organizations and countries do not."""
    return entity.kind == "person" or (entity.type is not None and entity.type.value == "SportsTeam")


_STATUSES = {
    "planned": SCHEMA.EventScheduled,
    "postponed": SCHEMA.EventPostponed,
    "cancelled": SCHEMA.EventCancelled,
}


@functools.cache
def _table() -> dict[str, EventClasses]:
    text = files("ld.mapping").joinpath("data", "event_classes.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        row["kind"]: EventClasses(
            type=Iri(SCHEMA + row["type"]) if row["type"] else None,
            item=Iri(row["class"]) if row["class"] else None,
        )
        for row in csv.DictReader(lines)
    }
