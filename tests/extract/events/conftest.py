"""Events found in paragraphs that are published on a Wednesday."""

import pytest
from told_events import Told

from ld.extract import extract


@pytest.fixture
def told(make_article):
    def of(*paragraphs: str, **fields: str) -> list[Told]:
        facts = extract(make_article(*paragraphs, date="2024-09-11", **fields))  # a Wednesday
        name = {entity.id: entity.name for entity in facts.entities}
        return [
            Told(
                kind=event.kind,
                name=event.name,
                date=event.start.value if event.start else None,
                place=name[event.places[0].entity] if event.places else None,
                participants=tuple(name[part.entity] for part in event.participants),
                status=event.status,
            )
            for event in facts.events
        ]

    return of
