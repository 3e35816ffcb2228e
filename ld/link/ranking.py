"""What the entities of an article may be: the linker's candidates in order, and what it decides by them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from ld.facts import Entity, Facts, Link, Nil
from ld.kb import Lookup, offline
from ld.link.corrections import Correction, correct_links, correct_names
from ld.link.countries import link_country
from ld.link.editing import edited
from ld.link.namesakes import Judged, Ranking, rank_entities
from ld.link.page_items import link_by_page
from ld.link.reopening import NO_BASE, reopened
from ld.link.verdicts import judged
from ld.link.weights import THRESHOLD

KINDS = frozenset(("person", "organization", "place"))
"""The kinds of which knowledge bases are asked."""


class Ranked(NamedTuple):
    """*facts* with a Link or a Nil on every entity, and by entity the candidates that were compared, the best first.

    Entities that are linked to the same item are not one yet. Whom something else decides has no candidates here.
    """

    facts: Facts
    candidates: Mapping[str, tuple[Judged, ...]]


def rank(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> Ranked:
    """The candidates of the entities in *facts*, and the verdicts that rest on them: what ``link`` links by.

    What goes before candidates, and what overrules them, is as ``ld.link.link`` tells.
    """
    facts = edited(judged(facts, corrections), corrections)
    decided_before = frozenset(entity.id for entity in facts.entities if isinstance(entity.link, Link))
    facts = reopened(facts) if kb else facts
    facts = link_by_page(correct_names(facts, corrections, kb), in_turn(kb))
    undecided = [entity for entity in facts.entities if not entity.link]
    known = [entity for entity in undecided if entity.kind in KINDS and kb is not None]
    rankings = {entity.id: Ranking((), _verdict(entity)) for entity in undecided}
    for base in in_turn(kb):
        asked = [e for e in known if not (base.is_live and (e.kind != "person" or _is_linked(rankings[e.id])))]
        company = [] if base.is_live else [e for e in facts.entities if e.id in decided_before and e.kind in KINDS]
        found = rank_entities(facts, [*asked, *company], base, threshold)
        rankings |= {entity.id: found[entity.id] for entity in asked}
    decided = correct_links(_with(facts, rankings), corrections, kb)
    return Ranked(decided, {entity.id: rankings[entity.id].candidates for entity in known})


def in_turn(kb: Lookup | None) -> tuple[Lookup, ...]:
    """*kb*; of one that asks over the network too, the files alone first: only whom these do not know is asked for."""
    files = offline(kb)
    return tuple(each for each in (files, kb if kb and kb.is_live else None) if each)


def _is_linked(ranking: Ranking) -> bool:
    return isinstance(ranking.verdict, Link)


def _with(facts: Facts, rankings: Mapping[str, Ranking]) -> Facts:
    """*facts* with the verdicts of these *rankings*, by the entities' ids."""
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            msgspec.structs.replace(entity, link=rankings[entity.id].verdict) if entity.id in rankings else entity
            for entity in facts.entities
        ),
    )


def _verdict(entity: Entity) -> Link | Nil:
    """The verdict where no knowledge base is asked."""
    match entity.kind:
        case "country":
            return link_country(entity)
        case "group":
            return Nil(because="a group of people has no entry of its own in the knowledge base")
        case "work":
            return Nil(because="the knowledge base holds no documents")
        case _:
            return Nil(because=NO_BASE)
