"""Linking, next to the obvious baseline: the best known of all items with the name."""

from ld.facts import Entity, Facts, Link
from ld.kb import with_bundled
from ld.link import link
from ld.link.candidates import candidates_for
from speed.stages import Sample, extracted
from speed.timing import Timing, side_by_side

_KB = with_bundled(None)
_KINDS = frozenset(("person", "organization", "place"))
Items = dict[str, str]
"""The Wikidata items linked to entities, by entity."""


def best_known(facts: Facts) -> Items:
    """For each person, organization and place the best known item of that name: the prior alone."""
    named = ((entity.id, _best(entity)) for entity in facts.entities if entity.kind in _KINDS)
    return {entity: item for entity, item in named if item}


def _best(entity: Entity) -> str | None:
    best = max(candidates_for(entity, _KB), key=lambda candidate: candidate.item.known_by, default=None)
    return best.item.identifier if best else None


def linking(sample: Sample, rounds: int) -> tuple[dict[str, Timing], str]:
    """The time of ours and of the baseline per article, and how often they agree, in words."""
    facts = [extracted(article) for article in sample.articles]
    rows = {"article-ld": (lambda each: link(each, _KB), facts), "best known item": (best_known, facts)}
    return side_by_side(rows, rounds), _told(facts)


def _told(facts: list[Facts]) -> str:
    ours = [_linked(link(each, _KB)) for each in facts]
    first = [best_known(each) for each in facts]
    both = [
        (mine[entity], theirs[entity])
        for mine, theirs in zip(ours, first, strict=True)
        for entity in mine.keys() & theirs
    ]
    names = sum(entity.kind in _KINDS for each in facts for entity in each.entities)
    same = sum(one == other for one, other in both)
    return (
        "Both ask the bundled knowledge base, which has looked up these names before.\n"
        "The baseline takes of the items of a name the best known, and reads nothing of the article.\n"
        f"Of {names:,} people, organizations and places ours links {sum(map(len, ours)):,}, "
        f"the baseline {sum(map(len, first)):,}; {same:,} to the same item, {len(both) - same:,} to two.\n"
        "How often links are right is measured on news with gold answers, by `make eval`."
    )


def _linked(facts: Facts) -> Items:
    linked = ((entity.id, entity.link) for entity in facts.entities if entity.kind in _KINDS)
    return {entity: found.qid for entity, found in linked if isinstance(found, Link) and found.qid}
