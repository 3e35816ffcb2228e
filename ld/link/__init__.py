"""From facts to linked facts: each entity gets its Wikidata item, or an honest reason for having none.

There is one path for all kinds, and one form of knowledge: corrections by the newsroom overrule everything;
what the page says of its author, its publisher and its topics goes before any guess; a country is linked by its ISO
code; a person, an organization or a place by its name *and* what the article says beside it, among the candidates that
the knowledge base gives, one's own before the bundled.
A likely guess is no link: the entity stays unlinked, and says why.
At the end, entities that are one become one, organizations, places and works get their types, and posts the items of
their offices.
"""

from collections.abc import Mapping, Sequence

import msgspec

from ld.facts import Entity, Facts, Link, Nil
from ld.kb import Lookup, offline
from ld.link.corrections import Correction, correct_links, correct_names
from ld.link.countries import link_country
from ld.link.merging import merge_same
from ld.link.namesakes import link_entities
from ld.link.offices import with_offices
from ld.link.page_items import link_by_page, with_proofs
from ld.link.types import with_types
from ld.link.weights import THRESHOLD


def link(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> Facts:
    """*facts* with a Link or a Nil on every entity. One that has either already keeps it: somebody has decided.

    Only *corrections* overrule that: names before anything else, IDs wherever they come out.
    Below the score *threshold* nothing is linked.
    """
    given = facts.entities
    facts = link_by_page(correct_names(facts, corrections, kb), _in_turn(kb))
    undecided = [entity for entity in facts.entities if not entity.link]
    known = [entity for entity in undecided if entity.kind in _KNOWN and kb is not None]
    verdicts = {entity.id: _verdict(entity) for entity in undecided}
    for base in _in_turn(kb):
        asked = [e for e in known if not (base.is_live and (e.kind != "person" or isinstance(verdicts[e.id], Link)))]
        verdicts |= link_entities(facts, asked, base, threshold)
    linked = merge_same(with_proofs(correct_links(_with(facts, verdicts), corrections, kb)))
    return with_offices(with_types(linked, _in_turn(offline(kb)), given), _in_turn(kb), given)


def _in_turn(kb: Lookup | None) -> tuple[Lookup, ...]:
    """*kb*; of one that asks over the network too, the files alone first: only whom these do not know is asked for."""
    files = offline(kb)
    return tuple(each for each in (files, kb if kb and kb.is_live else None) if each)


_KNOWN = frozenset(("person", "organization", "place"))


def _with(facts: Facts, verdicts: Mapping[str, Link | Nil]) -> Facts:
    """*facts* with these *verdicts*, by the entities' ids."""
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            msgspec.structs.replace(entity, link=verdicts[entity.id]) if entity.id in verdicts else entity
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
            return Nil(because="no knowledge base is used")
