"""The statements of the graph of facts, in schema.org's terms, each with its evidence."""

import re
from collections.abc import Iterable, Iterator

from ld.article import Citation, Evidence, Given, Known, Stated
from ld.errors import InputError
from ld.facts import Entity, EntityKind, Event, Facts, Link, Membership, Office, Post, Reference, Type, Utterance
from ld.link.countries import countries_source, country_items
from ld.mapping.date_literals import date_literal
from ld.mapping.described import described
from ld.mapping.event_classes import can_compete, event_classes, event_status
from ld.mapping.live_blogs import live_blog
from ld.mapping.nodes import Nodes
from ld.mapping.observations import observation
from ld.mapping.pictures import pictures
from ld.mapping.proved import ProvedTriple
from ld.mapping.topics import terms, topics
from ld.terms import Iri, Literal, Triple
from ld.urls import is_absolute_url
from ld.vocab import RDF, SCHEMA, WD, XSD_NS

_CLASSES: dict[EntityKind, Iri] = {
    "person": SCHEMA.Person,
    "country": SCHEMA.Country,
    "organization": SCHEMA.Organization,
    "group": SCHEMA.Organization,
    "place": SCHEMA.Place,
    "work": SCHEMA.CreativeWork,
}
_ITEM = re.compile(r"Q[1-9][0-9]*")
_CLASS = re.compile(r"[A-Z][A-Za-z]*")


def claims_of(facts: Facts, nodes: Nodes) -> dict[Triple, tuple[Evidence, ...]]:
    """Every triple of the graph of facts, with all that states it."""
    claims: dict[Triple, tuple[Evidence, ...]] = {}
    for said in (_claims(facts, nodes), described(facts, nodes, claims)):  # the second begins when the first is over
        for triple, evidence in said:
            known = claims.get(triple, ())
            claims[triple] = tuple(dict.fromkeys((*known, *evidence))) if known or len(evidence) > 1 else evidence
    return claims


def _claims(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    yield from _article(facts, nodes)
    for work in facts.article.citations:
        yield _claim(nodes.article, SCHEMA.citation, Iri(work.value), work.evidence)
    yield from pictures(facts, nodes)
    yield from live_blog(facts, nodes)
    yield from _entities(facts, nodes)
    for post in facts.posts:
        yield from _post(post, nodes)
    for membership in facts.memberships:
        yield from _membership(membership, nodes)
    for quotation in facts.quotations:
        yield from _utterance(quotation, SCHEMA.Quotation, SCHEMA.spokenByCharacter, nodes)
    for claim in facts.claims:
        yield from _utterance(claim, SCHEMA.Claim, SCHEMA.author, nodes)
        if claim.stance:
            yield _claim(nodes.fact(claim.id), SCHEMA.genre, Literal(claim.stance), claim.speaker_evidence)
    teams = frozenset(entity.id for entity in facts.entities if can_compete(entity))
    for event in facts.events:
        yield from _event(event, nodes, teams)


def _article(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    node, article = nodes.article, facts.article
    yield _claim(node, RDF.type, SCHEMA.NewsArticle)
    yield _stated(node, SCHEMA.headline, article.headline)
    yield _stated(node, SCHEMA.inLanguage, article.language)
    if article.url:
        yield _claim(node, SCHEMA.url, nodes.name, article.url.evidence)
    if article.date_published:
        yield _dated(node, SCHEMA.datePublished, article.date_published)
    if article.date_modified:
        yield _dated(node, SCHEMA.dateModified, article.date_modified)
    for section in article.sections:
        yield _stated(node, SCHEMA.articleSection, section)
    for keyword in article.keywords:
        yield _stated(node, SCHEMA.keywords, keyword)
    free = article.accessible_for_free
    if free:
        yield _claim(node, SCHEMA.isAccessibleForFree, Literal(free.value, XSD_NS.boolean), free.evidence)
    yield from _references(node, SCHEMA.author, facts.authors, nodes)
    yield from _author_pages(facts, nodes)
    if facts.publisher:
        yield from _references(node, SCHEMA.publisher, (facts.publisher,), nodes)
    yield from _dateline(facts, nodes)
    about, mentions = topics(facts, nodes)
    for topic, evidence in about.items():
        yield _claim(node, SCHEMA.about, topic, evidence)
    yield from terms(facts, nodes)
    for topic in mentions:
        yield _claim(node, SCHEMA.mentions, topic)


def _dateline(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    if facts.dateline is None:
        return
    yield from _references(nodes.article, SCHEMA.locationCreated, (facts.dateline,), nodes)
    for words in facts.dateline.evidence:
        if isinstance(words, Citation):
            yield _claim(nodes.article, SCHEMA.dateline, Literal(" ".join(words.exact.split())), (words,))


def _author_pages(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    pages = {author.evidence: author.url for author in facts.article.authors if author.url}
    for author in facts.authors:
        page = pages.get(author.evidence)
        if page:
            yield _claim(nodes.entity(author.entity), SCHEMA.url, Iri(page.value), page.evidence)


def _entities(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    named: dict[Iri, str] = {}
    for entity in facts.entities:
        node = nodes.entities[entity.id]
        name = _name(entity)
        yield _claim(node, RDF.type, _CLASSES[entity.kind])
        if entity.type:
            yield from _type(entity, entity.type, node)
        if named.setdefault(node, name) == name:
            yield _claim(node, SCHEMA.name, Literal(name), _origins(entity))
        for other in _other_names(entity, name):
            if other != named[node]:
                yield _claim(node, SCHEMA.alternateName, Literal(other))
        if entity.kind == "country" and entity.country_code:
            yield _claim(node, SCHEMA.identifier, Literal(entity.country_code), _known(entity))
    yield from _surroundings(facts, nodes)


def _type(entity: Entity, type_: Type, node: Iri) -> Iterator[ProvedTriple]:
    """The class below that of the kind; one from another vocabulary is an additional type."""
    if _CLASS.fullmatch(type_.value):
        yield _claim(node, RDF.type, Iri(SCHEMA + type_.value), type_.evidence)
    elif is_absolute_url(type_.value):
        yield _claim(node, SCHEMA.additionalType, Iri(type_.value), type_.evidence)
    else:
        raise InputError(
            f"entity {entity.id!r}: {type_.value!r} is no type", "write the name of a class of schema.org's, or an IRI"
        )


def _surroundings(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    """The countries in which places lie; one that the article does not name comes from a knowledge base only."""
    states = {entity.country_code: entity for entity in reversed(facts.of_kind("country"))}
    for place in facts.of_kind("place"):
        around = place.lies_in.evidence if place.lies_in else ()
        if not place.state:
            continue
        if state := states.get(place.state):
            proof = around or _known(place) or _known(state)
            yield _claim(nodes.entities[place.id], SCHEMA.containedInPlace, nodes.entities[state.id], proof)
        elif around and (country := country_items().get(place.state)):
            node, known = Iri(WD + country.qid), (Known(source=countries_source()),)
            yield _claim(nodes.entities[place.id], SCHEMA.containedInPlace, node, around)
            yield _claim(node, RDF.type, SCHEMA.Country)
            yield _claim(node, SCHEMA.name, Literal(country.label), known)
            yield _claim(node, SCHEMA.identifier, Literal(country.iso2), known)


def _name(entity: Entity) -> str:
    """A country goes by the name that its knowledge base gives, all else by that of the article."""
    return entity.link.label if entity.kind == "country" and isinstance(entity.link, Link) else entity.name


def _other_names(entity: Entity, name: str) -> Iterator[str]:
    yield name
    if entity.kind == "organization":
        yield from (mention.exact for mention in entity.mentions if mention.kind == "short")
    elif entity.kind in {"person", "place"} and entity.item:
        full = (" ".join(mention.exact.split()) for mention in entity.mentions if mention.kind == "name")
        yield from (other for other in full if other.casefold() != name.casefold())


def _origins(entity: Entity) -> tuple[Evidence, ...]:
    """What gives the name of *entity*, unless its own words do."""
    if entity.kind == "country" and isinstance(entity.link, Link):
        return _known(entity)
    return tuple(evidence for evidence in entity.evidence if isinstance(evidence, (Given, Known)))


def _known(entity: Entity) -> tuple[Evidence, ...]:
    return (Known(source=entity.link.source),) if isinstance(entity.link, Link) else ()


def _post(post: Post, nodes: Nodes) -> Iterator[ProvedTriple]:
    node, holder, title = nodes.fact(post.id), nodes.entity(post.holder), Literal(post.title)
    if post.is_held:
        yield _claim(holder, SCHEMA.jobTitle, title, post.evidence)
    yield _claim(holder, SCHEMA.hasOccupation, node)
    yield _claim(node, RDF.type, SCHEMA.OrganizationRole)
    yield _claim(node, RDF.type, SCHEMA.Occupation)
    yield _claim(node, SCHEMA.name, title)
    yield _claim(node, SCHEMA.roleName, title)
    if post.state != "current":
        yield _claim(node, SCHEMA.description, Literal(post.state))
    for term, date in ((SCHEMA.startDate, post.start), (SCHEMA.endDate, post.end)):
        if date:
            yield _dated(node, term, date)
    if post.office:
        yield from _office(post, post.office, node)
    for where in (post.country, post.place):
        if where is not None:
            yield _claim(node, SCHEMA.occupationLocation, nodes.entity(where))
    if post.body is not None:
        yield _claim(holder, SCHEMA.affiliation, node)
        yield _claim(node, SCHEMA.affiliation, nodes.entity(post.body))


def _office(post: Post, office: Office, node: Iri) -> Iterator[ProvedTriple]:
    """The item of the post, and the dates of the knowledge base where the article has none."""
    known = (Known(source=office.source),)
    if not _ITEM.fullmatch(office.qid):
        raise InputError(f"post {post.id!r}: {office.qid!r} is not a Wikidata item", "write Q and a number")
    yield _claim(node, SCHEMA.sameAs, Iri(WD + office.qid), known)
    dates = ((SCHEMA.startDate, post.start, office.start), (SCHEMA.endDate, post.end, office.end))
    for term, told, date in dates:
        if date and not told:
            yield _claim(node, term, date_literal(date), known)


def _membership(membership: Membership, nodes: Nodes) -> Iterator[ProvedTriple]:
    node = nodes.fact(membership.id)
    yield _claim(nodes.entity(membership.organization), SCHEMA.member, node)
    yield _claim(node, RDF.type, SCHEMA.OrganizationRole)
    yield _claim(node, SCHEMA.member, nodes.entity(membership.member))
    if membership.start:
        yield _dated(node, SCHEMA.startDate, membership.start)


def _utterance(utterance: Utterance, kind: Iri, speaker: Iri, nodes: Nodes) -> Iterator[ProvedTriple]:
    node = nodes.fact(utterance.id)
    yield _claim(nodes.article, SCHEMA.hasPart, node)
    yield _claim(node, RDF.type, kind)
    yield _claim(node, SCHEMA.text, Literal(utterance.text))
    yield from _references(node, speaker, utterance.speakers, nodes)
    if utterance.credit:
        yield _stated(node, SCHEMA.creditText, utterance.credit)


def _event(event: Event, nodes: Nodes, competitors: frozenset[str]) -> Iterator[ProvedTriple]:
    node = nodes.fact(event.id)
    classes, status = event_classes(event), event_status(event)
    yield _claim(node, RDF.type, SCHEMA.Event)
    if classes.type:
        yield _claim(node, RDF.type, classes.type)
    if classes.item:
        yield _claim(node, SCHEMA.additionalType, classes.item)
    if event.kind:
        yield _claim(node, SCHEMA.keywords, Literal(event.kind))
    yield _claim(node, SCHEMA.name, Literal(event.name))
    if status:
        yield _claim(node, SCHEMA.eventStatus, status)
    if event.start:
        yield _dated(node, SCHEMA.startDate, event.start)
    yield from _references(node, SCHEMA.location, event.places, nodes)
    yield from _references(node, SCHEMA.organizer, event.organizers, nodes)
    yield from _references(node, SCHEMA.attendee, event.attendees, nodes)
    for part in event.participants:
        competes = classes.type == SCHEMA.SportsEvent and part.entity in competitors
        yield from _references(node, SCHEMA.competitor if competes else SCHEMA.about, (part,), nodes)
    for figure in event.figures:
        yield from observation(figure, node)


def _claim(subject: Iri, predicate: Iri, value: Iri | Literal, evidence: tuple[Evidence, ...] = ()) -> ProvedTriple:
    return Triple(subject, predicate, value), evidence


def _stated(subject: Iri, predicate: Iri, stated: Stated) -> ProvedTriple:
    return _claim(subject, predicate, Literal(stated.value), stated.evidence)


def _dated(subject: Iri, predicate: Iri, stated: Stated) -> ProvedTriple:
    return _claim(subject, predicate, date_literal(stated.value), stated.evidence)


def _references(subject: Iri, predicate: Iri, references: Iterable[Reference], nodes: Nodes) -> Iterator[ProvedTriple]:
    for reference in references:
        yield _claim(subject, predicate, nodes.entity(reference.entity), reference.evidence)
