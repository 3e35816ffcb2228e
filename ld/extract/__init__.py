"""From an article to the facts that it states, each with the words that state it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from ld.article import Article, Citation, Stated
from ld.extract.claims import find_claims
from ld.extract.countries import CountryMention, find_countries
from ld.extract.country_names import countries as country_table
from ld.extract.dateline import find_dateline
from ld.extract.dates import find_dates
from ld.extract.events import find_events
from ld.extract.foreign_countries import find_foreign_countries, is_known
from ld.extract.groups import find_groups
from ld.extract.known_names import KnownName, known_names
from ld.extract.memberships import find_memberships
from ld.extract.names import Names, identifier
from ld.extract.organizations import find_organizations
from ld.extract.outlets import find_outlets
from ld.extract.people import find_people
from ld.extract.places import find_places
from ld.extract.posts import find_posts
from ld.extract.quotations import find_quotations
from ld.extract.quoted import quotes_in
from ld.extract.sentences import split_sentences
from ld.extract.title_case import title_lines
from ld.extract.works import find_works
from ld.facts import Entity, Facts, Mention, Reference
from ld.kb import How, Lookup, offline


def extract(article: Article, kb: Lookup | None = None) -> Facts:
    """The facts that *article* states. Its entities carry no link yet.

    Whom and what *kb* knows by name is found, too, where the words beside the name agree.
    """
    text, kb = article.text, offline(kb)
    published = article.date_published.value if article.date_published else None
    outlets = find_outlets(article)
    names = find_names(article, outlets.entities, kb)
    sentences = split_sentences(article)
    dates = [
        date
        for part in article.parts
        for date in find_dates(text, part.start, part.end, published)
        if date.is_calendar_date
    ]
    quotes = {part: tuple(quotes_in(text, part)) for part in article.of_kind("paragraph")}
    quotations = find_quotations(text, quotes, names, sentences)
    claims = find_claims(text, quotes, names, sentences, quotations)
    events = find_events(article, names, sentences, dates)
    named = {speaker.entity for utterance in (*quotations, *claims) for speaker in utterance.speakers}
    named |= {host.entity for event in events for host in event.organizers}
    return Facts(
        version=1,
        article=article,
        entities=tuple(
            entity
            for entity in sorted(names.entities, key=_first_mention)
            if entity.id in named or _stands_alone(entity, names)
        ),
        authors=tuple(_author(stated, names) for stated in article.authors),
        publisher=outlets.publisher,
        dateline=find_dateline(article, names),
        credits=outlets.credits,
        posts=find_posts(text, names, sentences, dates),
        memberships=find_memberships(text, names, dates),
        quotations=quotations,
        claims=claims,
        events=events,
    )


def find_names(article: Article, outlets: Iterable[Entity], kb: Lookup | None = None) -> Names:
    """Everybody and everything that *article* names, *outlets* included, as far as rules and *kb* say."""
    text = article.text
    language = article.language.value
    countries = find_foreign_countries(text, language) if is_known(language) else find_countries(text)
    names = Names(outlets)
    titles = title_lines(article)
    works = list(_apart(find_works(text, titles), names))
    bodies = list(_apart(find_organizations(text, countries, titles), names))
    former = [body for body in bodies if kb and _is_former_state(body.name, kb)]
    organizations = [body for body in bodies if body not in former]
    hits = known_names(text, kb, [(n.start, n.end) for n in names.within(0, len(text))], titles) if kb else []
    found = _Found(names, works, organizations, former, countries)
    everybody = _with_known(article, found, hits)
    kept = [hit for hit in hits if not _is_somebody(text, hit, hits, everybody)]
    return everybody if kept == hits else _with_known(article, found, kept)


class _Found(NamedTuple):
    """What rules find in an article before anything is looked up."""

    names: Names
    works: Sequence[Entity]
    organizations: Sequence[Entity]
    former: Sequence[Entity]
    countries: Sequence[CountryMention]


def _with_known(article: Article, found: _Found, hits: Sequence[KnownName]) -> Names:
    """All names: those *found*, what stands at the *hits*, and people, countries, places and groups beside them."""
    text, (names, works, organizations, former, countries) = article.text, found
    known = _known(text, [hit for hit in hits if hit.item.kind != "person"])
    known_bodies = [entity for entity in known if entity.kind == "organization"]
    organizations = [*_longest(organizations, known, ties=True), *_longest(known_bodies, organizations)]
    names = names.add(*_longest(organizations, works), *_longest(works, organizations))
    people = [(hit.start, hit.end) for hit in hits if hit.item.kind == "person"]
    names = names.add(*find_people(article, names.add(*_countries(countries, names)), people))
    names = names.add(*_countries(countries, names))
    names = names.add(*_places(text, names))
    names = names.add(*_apart((entity for entity in known if entity.kind == "place"), names))
    names = names.add(*_apart((_as_place(state) for state in former), names))
    return names.add(*find_groups(text, names))


def _is_former_state(name: str, kb: Lookup) -> bool:
    """Whether *kb* knows nothing else by this *name*: the Soviet Union is called like a body."""
    found = [each.item for each in kb.candidates(name) if each.how <= How.ALIAS]
    return bool(found) and all(item.type == "historical state" for item in found)


def _as_place(body: Entity) -> Entity:
    return msgspec.structs.replace(body, id=identifier("place", body.name), kind="place")


def _is_somebody(text: str, hit: KnownName, hits: Sequence[KnownName], names: Names) -> bool:
    """Whether the one word at *hit*, that of a body, is rather the name of somebody whom the text names in full.

    Not so where the text gives the body's name in more words, too.
    """
    word = text[hit.start : hit.end]
    if hit.item.kind != "organization" or " " in word:
        return False
    full = (entity.name.split() for entity in names.entities if entity.kind == "person" and " " in entity.name)
    if not any(word in (parts[0], parts[-1]) for parts in full):
        return False
    return not any(other.item == hit.item and " " in text[other.start : other.end] for other in hits)


def _apart(entities: Iterable[Entity], names: Names) -> Iterator[Entity]:
    """*entities* without the mentions that overlap one of *names*."""
    for entity in entities:
        mentions = tuple(mention for mention in entity.mentions if not names.covers(mention.start, mention.end))
        if mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


def _known(text: str, hits: Iterable[KnownName]) -> list[Entity]:
    """The organizations and places at these *hits*, an entity for each item."""
    by_item: dict[str, list[KnownName]] = {}
    for hit in hits:
        by_item.setdefault(hit.item.identifier, []).append(hit)
    entities: dict[str, Entity] = {}
    for alike in by_item.values():
        kind = alike[0].item.kind
        name = max((" ".join(text[hit.start : hit.end].split()) for hit in alike), key=len)
        id_ = identifier(kind, name, entities)
        mentions = tuple(Mention.of(text, hit.start, hit.end) for hit in alike)
        entities[id_] = Entity(id=id_, kind=kind, name=name, mentions=mentions)
    return list(entities.values())


def _longest(entities: Iterable[Entity], others: Iterable[Entity], *, ties: bool = False) -> Iterator[Entity]:
    """*entities* without the mentions that overlap a longer one of *others*, or with *ties* one as long."""
    rivals = Names(others)
    for entity in entities:
        mentions = tuple(
            mention
            for mention in entity.mentions
            if all(
                mention.end - mention.start + ties > rival.end - rival.start
                for rival in rivals.overlapping(mention.start, mention.end)
            )
        )
        if mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


def _countries(found: Sequence[CountryMention], names: Names) -> Iterator[Entity]:
    """The countries, but for words inside a name of something else.

    In that of an organ of the state the country is meant too, unless its own name opens it: "U.S. Labor Department".
    """
    mentions: dict[str, list[Mention]] = {}
    for country in found:
        around = names.overlapping(country.mention.start, country.mention.end)
        owners = [each for each in around if each.entity.country_code == country.code]
        opens = country.mention.kind != "demonym" and any(each.start == country.mention.start for each in owners)
        if not around or (owners and not opens):
            mentions.setdefault(country.code, []).append(country.mention)
    for code, spans in mentions.items():
        yield Entity(
            id=f"country-{code.lower()}",
            kind="country",
            name=country_table()[code].name,
            mentions=tuple(spans),
            country_code=code,
        )


def _places(text: str, names: Names) -> Iterator[Entity]:
    taken = [(named.start, named.end) for named in names.within(0, len(text))]
    by_name: dict[tuple[str, str], list[Mention]] = {}
    for place in find_places(text, taken):
        by_name.setdefault((place.name, place.code), []).append(place.mention)
    for (name, code), mentions in by_name.items():
        yield Entity(id=identifier("place", name), kind="place", name=name, mentions=tuple(mentions), country_code=code)


def _author(stated: Stated, names: Names) -> Reference:
    """The person whose mention is the author's name in the byline, or whom the same evidence names elsewhere."""
    spans = [proof for proof in stated.evidence if isinstance(proof, Citation)]
    in_byline = (named.entity for span in spans for named in names.within(span.start, span.end, "person"))
    outside = (entity for entity in names.entities if entity.kind == "person" and entity.evidence == stated.evidence)
    person = next(in_byline, None) or next(entity for entity in outside if entity.name == stated.value)
    return Reference(entity=person.id, evidence=stated.evidence)


def _stands_alone(entity: Entity, names: Names) -> bool:
    """Whether *entity* is named for itself: of groups only the members of an organization that the article names."""
    return entity.kind != "group" or any(
        "member" in mention.exact and names.within(mention.start, mention.end, "organization")
        for mention in entity.mentions
    )


def _first_mention(entity: Entity) -> tuple[int, str]:
    return (entity.mentions[0].start if entity.mentions else sys.maxsize, entity.id)
