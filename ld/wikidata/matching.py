"""Which items found by a search bear the name, judged as in a knowledge base file."""

from collections.abc import Collection, Iterable

from ld.kb import Candidate, How, Item
from ld.kb.names import agrees, keys_of, without_initials, words


def matching(name: str, items: Iterable[Item]) -> tuple[Candidate, ...]:
    """The *items* that *name* may mean, the best known first of those that match equally well: see ``Kb.candidates``.

    A search also finds items with the words in a description, with a longer name, or with the ID; those are dropped.
    """
    parts, items = words(name), tuple(items)
    found = _named({"".join(parts)}, items, How.SHORT)
    if found or len(parts) < _FIRST_AND_LAST:
        return found
    bare = without_initials(parts)
    if bare != parts and (found := _named({"".join(bare)}, items, How.SHORT)):
        return tuple(Candidate(item, How.INITIALS) for item, _ in found if agrees(parts, item))
    turned = {"".join((*bare[1:], bare[0])), "".join((bare[-1], *bare[:-1]))}
    return tuple(Candidate(item, How.ORDER) for item, _ in _named(turned, items, How.ALIAS))


_FIRST_AND_LAST = 2


def _named(keys: Collection[str], items: Iterable[Item], worst: How) -> tuple[Candidate, ...]:
    found = []
    for item in items:
        agreeing = [how for key, how in keys_of(item).items() if key in keys and how <= worst]
        if agreeing:
            found.append(Candidate(item, How(min(agreeing))))
    return tuple(sorted(found, key=lambda each: (each.how, -each.item.sitelinks, each.item.number)))
