"""What the knowledge bases hold of an entity that is linked already."""

from collections.abc import Sequence

from ld.facts import Entity
from ld.kb import Item, Lookup, UnavailableError


def known_item(entity: Entity, bases: Sequence[Lookup]) -> tuple[Item | None, str]:
    """The item of *entity* in the first of *bases* that has it, and how that is cited.

    One that does not answer is passed over: what an item says besides is no reason to do without the article.
    """
    for base in bases if entity.item else ():
        try:
            if item := base.item(entity.item or ""):
                return item, base.source_of(item.identifier)
        except UnavailableError:
            continue
    return None, ""
