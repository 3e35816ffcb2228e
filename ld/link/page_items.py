"""Links stated by the page itself: the Wikidata items that it gives for its author, publisher and topics."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from ld.article import Identity
from ld.facts import Entity, EntityKind, Facts, Link, Nil
from ld.kb import Lookup, UnavailableError
from ld.kb.item import Item
from ld.link.folding import fold

SOURCE = "the article's page"
"""The source that such a link names."""


def link_by_page(facts: Facts, bases: Sequence[Lookup]) -> Facts:
    """*facts* with the links that the page gives to people, organizations and places that have none yet.

    The page's item goes to the author or publisher of the same name, or to the only entity with that name.
    Nothing is linked, and the reason is given, where one name has several items, where an address is not an item's,
    where one of *bases* knows the item as something of another kind, or where the page gives one item to two names that
    no base knows for it. Bases that ask over the network are not asked.
    """
    given = _given(facts)
    if not given:
        return facts
    known = tuple(base for base in bases if not base.is_live)
    verdicts = {entity.id: _verdict(entity, given[entity.id], known) for entity in facts.entities if entity.id in given}
    times = Counter(verdict.qid for verdict in verdicts.values() if isinstance(verdict, Link))
    for entity in facts.entities:
        verdict = verdicts.get(entity.id)
        if isinstance(verdict, Link) and times[verdict.qid] > 1 and not _is_called(entity, verdict.item, known):
            verdicts[entity.id] = Nil(because=f"the page gives {verdict.qid} to {times[verdict.qid]} names")
    return msgspec.structs.replace(
        facts,
        entities=tuple(
            msgspec.structs.replace(entity, link=verdicts[entity.id]) if entity.id in verdicts else entity
            for entity in facts.entities
        ),
    )


def with_proofs(facts: Facts) -> Facts:
    """*facts* in which entities linked by the page have as evidence the words of the page that link them."""
    if not any(isinstance(entity.link, Link) and entity.link.source == SOURCE for entity in facts.entities):
        return facts
    return msgspec.structs.replace(facts, entities=tuple(_proved(entity, facts) for entity in facts.entities))


def _proved(entity: Entity, facts: Facts) -> Entity:
    if not isinstance(entity.link, Link) or entity.link.source != SOURCE:
        return entity
    said = (each for each in facts.article.identities if _is_of(each, entity, facts) and item_of(each.value))
    proofs = (proof for each in said for proof in each.evidence)
    return msgspec.structs.replace(entity, evidence=tuple(dict.fromkeys((*entity.evidence, *proofs))))


def item_of(address: str) -> str | None:
    """The ID of the Wikidata item that *address* names, by its IRI, page or data; None if it names none."""
    found = _ITEM.fullmatch(address)
    return found["qid"].upper() if found else None


_ITEM = re.compile(
    r"""
    (?:https?://(?:www\.|m\.)?wikidata\.org/
      (?:entity/                                                # the IRI
        | wiki/(?:Item:|Special:(?:EntityPage|EntityData)/)?    # the page, the data
      )
    )?
    (?P<qid>Q[1-9][0-9]{0,18})
    (?:\.\w+)? /? (?:[?\#].*)?                                # Q42.json, Q42#sitelinks
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _given(facts: Facts) -> dict[str, list[Identity]]:
    """What the page gives for each entity without a link, by the ids of the entities; nothing where it is ambiguous."""
    given: dict[str, list[Identity]] = {}
    for identity in facts.article.identities:
        meant = [entity for entity in facts.entities if entity.kind in _KINDS and _is_of(identity, entity, facts)]
        if len(meant) == 1 and meant[0].link is None:
            given.setdefault(meant[0].id, []).append(identity)
    return given


def _is_of(identity: Identity, entity: Entity, facts: Facts) -> bool:
    """Whether the page can mean *entity* where it gives the item of *identity*."""
    name = _without_article(identity.name)
    if identity.role == "author":
        names = {author.evidence: author.value for author in facts.article.authors}
        signed = (author for author in facts.authors if author.entity == entity.id)
        return any(
            name in {_without_article(entity.name), _without_article(names.get(author.evidence, ""))}
            for author in signed
        )
    if identity.role == "publisher":
        is_publisher = facts.publisher is not None and facts.publisher.entity == entity.id
        return is_publisher and name == _without_article(entity.name)
    kind = _kind(identity.type)
    return kind in {None, entity.kind} and name in set(_names(entity))


def _names(entity: Entity) -> Iterator[str]:
    """The full names of *entity*, and the short forms if it is an organization."""
    yield _without_article(entity.name)
    whole = {"name", "short"} if entity.kind == "organization" else {"name"}
    yield from (_without_article(mention.exact) for mention in entity.mentions if mention.kind in whole)


def _without_article(name: str) -> str:
    return fold(name).removeprefix("the ")


def _kind(name: str) -> EntityKind | None:
    """The kind of things with schema.org's type *name*; None where that leaves it open."""
    plain = name.rpartition("/")[2]
    return "organization" if plain.endswith(("Organization", "Team")) else _TYPES.get(plain)


_KINDS = frozenset(("person", "organization", "place"))
_TYPES: dict[str, EntityKind] = {
    "Person": "person",
    "Corporation": "organization",
    "NGO": "organization",
    "Airline": "organization",
    "PoliticalParty": "organization",
    "CollegeOrUniversity": "organization",
    "Place": "place",
    "City": "place",
    "State": "place",
    "AdministrativeArea": "place",
    "Country": "country",
    "CreativeWork": "work",
    "Event": "work",
}
"""The last three are listed so that they are not taken for a person, an organization or a place of the same name."""


def _verdict(entity: Entity, given: Sequence[Identity], bases: Sequence[Lookup]) -> Link | Nil:
    items = dict.fromkeys(qid for each in given if (qid := item_of(each.value)))
    if not items:
        return Nil(because=f"the page's address is none of a Wikidata item: {given[0].value}")
    known = {qid: _item(qid, bases) for qid in items}
    told = {item.qid if item else qid: item for qid, item in known.items()}
    if len(told) > 1:
        return Nil(because=f"the page gives several items: {', '.join(sorted(told))}")
    ((qid, item),) = told.items()
    if item and item.kind != entity.kind:
        return Nil(because=f"the page gives {item.named()}, which is of the kind {item.kind}")
    return Link(
        qid=qid, label=item.label if item else entity.name, score=1.0, because="the page says so", source=SOURCE
    )


def _item(qid: str, bases: Sequence[Lookup]) -> Item | None:
    for base in bases:
        try:
            if item := base.item(qid):
                return item
        except UnavailableError:  # the page's word is enough
            continue
    return None


def _is_called(entity: Entity, identifier: str, bases: Sequence[Lookup]) -> bool:
    """Whether one of *bases* knows the item by the name of *entity*."""
    return any(each.item.identifier == identifier for base in bases for each in base.candidates(entity.name))
