"""Keeps facts consistent with their entities: what rests on an entity goes when the entity does."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from ld.facts import Facts
from ld.read.facts_references import reference_faults

_FAULT = re.compile(
    r"""\$\.(?P<group>\w+)
    (?:\[(?P<index>\d+)\])?                     # of one fact among several
    (?:\.(?!entity\b)(?P<field>\w+))?           # which part of it
    (?:\[(?P<part>\d+)\])?                      # of several that play this part
    (?:\.entity)?:
    """,
    re.VERBOSE,
)
_ESSENTIAL = frozenset(("holder", "organization", "member"))
"""The parts without which there is no fact. A post remains one without the organization that it is held for."""


def supported(facts: Facts) -> Facts:
    """*facts* without references to entities that are missing or of a kind that cannot play the part.

    A post goes with its holder, a membership with either side, a claim with its last speaker. A quotation is left
    without a speaker, and an event with the remaining participants.
    """
    lost: dict[str, dict[int | None, set[tuple[str, int | None]]]] = defaultdict(lambda: defaultdict(set))
    for fault in reference_faults(facts):
        found = _FAULT.match(fault)
        if found and found["group"] != "entities":
            part = (found["field"] or "", _number(found["part"]))
            lost[found["group"]][_number(found["index"])].add(part)
    if not lost:
        return facts
    kept: dict[str, Any] = {
        group: tuple(_rest(getattr(facts, group), parts)) if None not in parts else None
        for group, parts in lost.items()
    }
    if "claims" in kept:
        spoken = {claim.id for claim in facts.claims if claim.speakers}
        kept["claims"] = tuple(each for each in kept["claims"] if each.speakers or each.id not in spoken)
    return msgspec.structs.replace(facts, **kept)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _rest(group: tuple[Any, ...], lost: dict[int | None, set[tuple[str, int | None]]]) -> Iterator[Any]:
    """The facts of a *group* without their *lost* parts, which are given by the index of the fact."""
    for index, fact in enumerate(group):
        fields = {field for field, _ in lost.get(index, ())}
        if not fields & {"", *_ESSENTIAL}:
            yield msgspec.structs.replace(fact, **{field: _without(fact, field, lost[index]) for field in fields})


def _without(fact: Any, field: str, lost: set[tuple[str, int | None]]) -> tuple[Any, ...] | None:
    """A *field* without what is lost: a shorter list, or None."""
    value = getattr(fact, field)
    if not isinstance(value, tuple):
        return None
    return tuple(part for number, part in enumerate(value) if (field, number) not in lost)
