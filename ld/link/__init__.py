"""From facts to linked facts: each entity gets its Wikidata item, or an honest reason for having none.

A link is made only where a name *and* what the article says beside it agree with the knowledge base:

* a country by its ISO code;
* a person by the full name together with the posts that the article states, which must not contradict;
* a body by a name of its own, or by what it does together with its state ("Defense Ministry" of Canada);
* a place by its name and the country in which it lies.

Whom the bundled knowledge base does not know may be a person of one of one's own.
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
from ld.link.namesakes import UNANSWERED, link_people
from ld.link.people import link_person
from ld.link.places import link_place


def link(facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = ()) -> Facts:
    """*facts* with a Link or a Nil on every entity. One that has either already keeps it: somebody has decided.

    Only *corrections* overrule that: names before anything else, IDs wherever they come out.
    With *kb*, people whom the bundled knowledge base does not link are looked up there;
    those whom it knows by their full name become entities of their own if they can be linked.
    """
    facts = correct_names(facts, corrections, kb)
    verdicts = {entity.id: _verdict(entity, facts) for entity in facts.entities if not entity.link}
    linked = _with(facts, verdicts)
    if kb is not None:
        linked = _with_kb(linked, kb, verdicts)
    return correct_links(linked, corrections, kb)


def _with_kb(facts: Facts, kb: Lookup, verdicts: Mapping[str, Link | Nil]) -> Facts:
    """*facts* with the links that *kb* adds; *verdicts*, those of the bundled one, stay where they say more."""
    unlinked = [person for person in facts.of_kind("person") if isinstance(verdicts.get(person.id), Nil)]
    further = list(known_people(facts, kb))
    known = link_people(facts, (*unlinked, *further), kb)
    found = [msgspec.structs.replace(person, link=known[person.id]) for person in further]
    told = {person.id for person in unlinked if verdicts[person.id] != UNKNOWN and _found_nobody(known[person.id])}
    linked = _with(facts, {person.id: known[person.id] for person in unlinked if person.id not in told})
    entities = (*linked.entities, *(person for person in found if person.qid))
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
