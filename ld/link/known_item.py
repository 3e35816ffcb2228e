"""What the knowledge bases know about an entity that is already linked."""

from collections.abc import Sequence

from ld.facts import Entity
from ld.kb import Item, Lookup, UnavailableError


def known_item(entity: Entity, bases: Sequence[Lookup]) -> tuple[Item | None, str]:
    """The item of *entity* in the first of *bases* that has it, and how to cite it.

    A base that does not answer is skipped: what an item adds is no reason to lose the article.
    """
    for base in bases if entity.item else ():
        try:
            if item := base.item(entity.item or ""):
                return item, base.source_of(item.identifier)
        except UnavailableError:
            continue
    return None, ""
