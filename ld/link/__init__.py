"""From facts to linked facts: each entity gets its Wikidata item, or an honest reason for having none.

A link is made only where a name *and* what the article says beside it agree with the knowledge base:

* a country by its ISO code;
* a person by the full name together with the posts that the article states, which must not contradict;
* a body by a name of its own, or by what it does together with its state ("Defense Ministry" of Canada);
* a place by its name and the country in which it lies.

What the bundled knowledge base does not know may be a person, a body or a place of one of one's own.
A likely guess is no link: the entity stays unlinked, and says why.
"""

from collections.abc import Mapping, Sequence

import msgspec

from ld.facts import Entity, Facts, Link, Nil
from ld.kb import Lookup
from ld.link.bodies import link_organization
from ld.link.corrections import Correction, correct_links, correct_names
from ld.link.countries import link_country
from ld.link.knowledge import UNKNOWN
from ld.link.known_people import known_people
from ld.link.known_things import known_places, link_things
from ld.link.namesakes import UNANSWERED, link_people
from ld.link.people import link_person
from ld.link.places import link_place


def link(facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = ()) -> Facts:
    """*facts* with a Link or a Nil on every entity. One that has either already keeps it: somebody has decided.

    Only *corrections* overrule that: names before anything else, IDs wherever they come out.
    With *kb*, people, bodies and places that the bundled knowledge base does not link are looked up there;
    people whom it knows by their full name, and places, become entities of their own if they can be linked.
    """
    facts = correct_names(facts, corrections, kb)
    verdicts = {entity.id: _verdict(entity, facts) for entity in facts.entities if not entity.link}
    linked = _with(facts, verdicts)
    if kb is not None:
        linked = _with_kb(linked, kb, verdicts)
    return correct_links(linked, corrections, kb)


def _with_kb(facts: Facts, kb: Lookup, verdicts: Mapping[str, Link | Nil]) -> Facts:
    """*facts* with the links that *kb* adds; *verdicts*, those of the bundled one, stay where they say more."""
    people = list(known_people(facts, kb))
    places = list(known_places(facts, kb)) if kb.holds("place") else []
    unlinked = [entity for entity in facts.entities if isinstance(verdicts.get(entity.id), Nil)]
    things = [entity for entity in unlinked if entity.kind in {"organization", "place"} and kb.holds(entity.kind)]
    known = link_people(facts, (*(entity for entity in unlinked if entity.kind == "person"), *people), kb)
    known |= link_things(facts, (*things, *places), kb)
    found = [msgspec.structs.replace(entity, link=known[entity.id]) for entity in (*people, *places)]
    told = {
        id_ for id_, verdict in verdicts.items() if verdict != UNKNOWN and id_ in known and _found_nobody(known[id_])
    }
    linked = _with(facts, {entity.id: known[entity.id] for entity in unlinked if entity.id in known.keys() - told})
    entities = (*linked.entities, *(entity for entity in found if entity.qid))
    return msgspec.structs.replace(linked, entities=tuple(sorted(entities, key=_first_mention)) if found else entities)


def _found_nobody(verdict: Link | Nil) -> bool:
    """Whether the look-up was answered, and nobody is linked."""
    return isinstance(verdict, Nil) and not verdict.because.startswith(UNANSWERED)


def _first_mention(entity: Entity) -> tuple[bool, int]:
    return (not entity.mentions, entity.mentions[0].start if entity.mentions else 0)


def _with(facts: Facts, verdicts: Mapping[str, Link | Nil]) -> Facts:
    """*facts* with these *verdicts*, by the entities' ids."""
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            msgspec.structs.replace(entity, link=verdicts[entity.id]) if entity.id in verdicts else entity
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
