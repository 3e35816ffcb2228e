"""Reopens names that an earlier look-up did not find, as another knowledge base may know them."""

import msgspec

from ld.facts import Entity, Facts, Nil
from ld.link.namesakes import UNANSWERED

NO_BASE = "no knowledge base is used"
"""The reason given for a name that was not looked up."""

FOUND_NOBODY = (
    *(NO_BASE, UNANSWERED, "no candidate: ", "two candidates within margin: ", "named like "),
    *("a single name, ", "a surname alone, ", "not in office on "),
)
"""How the reasons of failed look-ups begin. Any other reason is a decision, such as the newsroom's or the page's."""


def reopened(facts: Facts) -> Facts:
    """*facts* without the reasons of failed look-ups. Links and decisions stay."""
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            msgspec.structs.replace(entity, link=None) if _is_open(entity) else entity for entity in facts.entities
        ),
    )


def _is_open(entity: Entity) -> bool:
    return isinstance(entity.link, Nil) and entity.link.because.startswith(FOUND_NOBODY)
