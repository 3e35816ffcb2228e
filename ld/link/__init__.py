"""From facts to linked facts: each entity gets its Wikidata item, or an honest reason for having none.

A link is made only where a name *and* what the article says beside it agree with the knowledge base:

* a country by its ISO code;
* a person by the full name together with the posts that the article states, which must not contradict;
* a body by a name of its own, or by what it does together with its state ("Defense Ministry" of Canada);
* a place by its name and the country in which it lies.

A likely guess is no link: the entity stays unlinked, and says why.
"""

import msgspec

from ld.facts import Entity, Facts, Link, Nil
from ld.link.bodies import link_organization
from ld.link.countries import link_country
from ld.link.people import link_person
from ld.link.places import link_place


def link(facts: Facts) -> Facts:
    """*facts* with a Link or a Nil on every entity. One that has either already keeps it: somebody has decided."""
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            entity if entity.link else msgspec.structs.replace(entity, link=_verdict(entity, facts))
            for entity in facts.entities
        ),
    )


def _verdict(entity: Entity, facts: Facts) -> Link | Nil:
    match entity.kind:
        case "country":
            return link_country(entity)
        case "person":
            return link_person(entity, facts)
        case "organization":
            return link_organization(entity)
        case "place":
            return link_place(entity)
        case "group":
            return Nil(because="a group of people has no entry of its own in the knowledge base")
        case "work":
            return Nil(because="the knowledge base holds no documents")
