"""The order in which an article's names are found, and which of two overlapping names wins."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from ld.extract.entities.countries.find import CountryMention, find_countries
from ld.extract.entities.countries.foreign import find_foreign_countries, is_known
from ld.extract.entities.countries.table import countries as country_table
from ld.extract.entities.groups import find_groups
from ld.extract.entities.known.find import KnownName, known_names
from ld.extract.entities.known.signs import is_where
from ld.extract.entities.organizations.find import find_organizations
from ld.extract.entities.organizations.founders import founders_companies
from ld.extract.entities.organizations.parties import find_parties
from ld.extract.entities.people.candidates import names_no_person
from ld.extract.entities.people.find import find_people
from ld.extract.entities.people.full_names import called_by_one_name, full_names
from ld.extract.entities.places.dateline import dateline_agencies
from ld.extract.entities.places.find import find_places
from ld.extract.entities.places.represented import find_represented
from ld.extract.entities.places.towns import towns_of_states
from ld.extract.entities.refusals import is_doubted, is_none, is_of_treaty, is_refused
from ld.extract.entities.sides import with_sides
from ld.extract.entities.typer.typed_names import TypedName, typed_names
from ld.extract.entities.works import find_works, initials_of
from ld.facts import Entity, EntityKind, Mention
from ld.kb import How, Lookup
from ld.mentions import MentionIndex, identifier
from ld.text.reading import Reading
from ld.text.spans import Spans


def find_names(text: Reading, outlets: Iterable[Entity], kb: Lookup | None = None) -> MentionIndex:
    """Everybody and everything that *text* names, *outlets* included, according to the rules, the weights and *kb*."""
    language = text.article.language.value
    countries = find_foreign_countries(text, language) if is_known(language) else find_countries(text)
    names = MentionIndex(outlets)
    states = Spans((each.mention.start, each.mention.end) for each in countries)
    agencies = dateline_agencies(text)
    taken = [*((named.start, named.end) for named in names.within(0, len(text))), *agencies]
    apart = Spans(taken)
    hits = known_names(text, kb, taken) if kb else []
    hits = [hit for hit in hits if not is_none(text, hit, states)]
    works = list(_apart(find_works(text), names))
    laws = initials_of(works)
    meant = {text[hit.start : hit.end] for hit in hits}
    typed = [
        name
        for name in typed_names(text, kb)
        if not apart.overlapping(name.start, name.end)
        and not is_refused(text, name, states)
        and text[name.start : name.end] not in laws
        and not (kb and is_doubted(text, name, kb, meant))
    ]
    spans = [(each.start, each.end) for each in typed if each.kind == "organization"]
    bodies = list(_without(_apart(find_organizations(text, countries, spans), names), Spans(agencies)))
    former = [body for body in bodies if kb and _is_former_state(body.name, kb)]
    organizations = [body for body in bodies if body not in former]
    organizations += _longest(founders_companies(text), organizations)
    found = _Found(names, works, organizations, former, countries, typed)
    everybody = _with_known(text, found, hits)
    called = Spans((mention.start, mention.end) for body in organizations for mention in body.mentions)
    kept = [
        hit for hit in hits if called.overlapping(hit.start, hit.end) or not _is_somebody(text, hit, hits, everybody)
    ]
    everybody = everybody if kept == hits else _with_known(text, found, kept)
    everybody = everybody.add(*find_parties(text, everybody), *find_represented(text, everybody))
    return _with_reasons(with_sides(text, everybody), typed)


class _Found(NamedTuple):
    """What is found in an article before any lookup."""

    names: MentionIndex
    works: Sequence[Entity]
    organizations: Sequence[Entity]
    former: Sequence[Entity]
    countries: Sequence[CountryMention]
    typed: Sequence[TypedName]


def _with_known(text: Reading, found: _Found, hits: Sequence[KnownName]) -> MentionIndex:
    """All names: those *found*, those at the *hits*, and the people, countries, places and groups beside them.

    Names found by the rules win over names that only the weights find.
    """
    names, works, organizations, former, countries, typed = found
    known = _known(text, [hit for hit in hits if hit.item.kind != "person"])
    known_bodies = [entity for entity in known if entity.kind == "organization"]
    organizations = [*_longest(organizations, known, ties=True), *_longest(known_bodies, organizations)]
    names = names.add(*_longest(organizations, works), *_longest(works, organizations))
    names = names.add(*_apart(_typed_places(text, [name for name in typed if name.cue]), names))
    states = Spans((each.mention.start, each.mention.end) for each in countries)
    names = names.add(*_apart(_there(text, known, states), names))
    people = _people(text, hits, typed)
    names = names.add(*find_people(text, names.add(*_countries(text, countries, names)), people.full, people.single))
    names = names.add(*_countries(text, countries, names))
    names = names.add(*_places(text, names))
    names = names.add(*_apart((entity for entity in known if entity.kind == "place"), names))
    names = names.add(*_apart((_as_place(state) for state in former), names))
    names = names.add(*_apart(_typed_places(text, typed), names))
    names = names.add(*_apart(towns_of_states(text), names))
    return names.add(*find_groups(text, names))


class _People(NamedTuple):
    """The spans of people's names: *full* names, and *single* words."""

    full: Sequence[tuple[int, int]]
    single: Sequence[tuple[int, int]]


def _people(text: Reading, hits: Iterable[KnownName], typed: Iterable[TypedName]) -> _People:
    """The people in *text* according to the knowledge base and the weights; where spans differ, the base wins.

    Names in an unusual form win over both.
    """
    written = full_names(text)
    taken = Spans(written)
    bases = [(hit.start, hit.end) for hit in hits if hit.item.kind == "person"]
    known = [*written, *(span for span in bases if not taken.overlapping(*span))]
    taken = Spans(known)
    spans = [
        each
        for each in typed
        if each.kind == "person"
        and not taken.overlapping(each.start, each.end)
        and not names_no_person(text, each.start, text[each.start : each.end])
    ]
    full = [(each.start, each.end) for each in spans if each.words > 1]
    taken = Spans(full)
    called = [span for span in called_by_one_name(text) if not taken.overlapping(*span)]
    single = {(each.start, each.end) for each in spans if each.words == 1}
    return _People(sorted((*known, *full)), sorted(single.union(called)))


def _there(text: str, known: Iterable[Entity], states: Spans) -> Iterator[Entity]:
    """The *known* places of several words, with the mentions that follow a preposition of place: "in Alice Springs".

    Some of them look like names of people. *states* are the spans of country names.
    """
    for entity in known:
        mentions = tuple(
            each
            for each in entity.mentions
            if " " in text[each.start : each.end]
            and is_where(text, each.start)
            and not states.overlapping(each.start, each.end)
        )
        if entity.kind == "place" and mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


def _is_former_state(name: str, kb: Lookup) -> bool:
    """Whether *kb* knows nothing but a former state by *name*: "Soviet Union" looks like the name of a body."""
    found = [each.item for each in kb.candidates(name) if each.how <= How.ALIAS]
    return bool(found) and all(item.type == "historical state" for item in found)


def _as_place(body: Entity) -> Entity:
    return msgspec.structs.replace(body, id=identifier("place", body.name), kind="place")


def _is_somebody(text: str, hit: KnownName, hits: Sequence[KnownName], names: MentionIndex) -> bool:
    """Whether the single word at *hit*, known as a body, is rather part of the full name of a person in the text.

    False if the text also gives the body's name in more words.
    """
    word = text[hit.start : hit.end]
    if hit.item.kind != "organization" or " " in word:
        return False
    full = (entity.name.split() for entity in names.entities if entity.kind == "person" and " " in entity.name)
    if not any(word in (parts[0], parts[-1]) for parts in full):
        return False
    return not any(other.item == hit.item and " " in text[other.start : other.end] for other in hits)


def _known(text: str, hits: Iterable[KnownName]) -> list[Entity]:
    """The organizations and places at *hits*, one entity per item."""
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


def _typed_places(text: str, typed: Iterable[TypedName]) -> Iterator[Entity]:
    """The places among the *typed* names, one entity per name."""
    by_name: dict[str, list[Mention]] = {}
    for each in typed:
        if each.kind == "place":
            name = " ".join(text[each.start : each.end].split())
            by_name.setdefault(name, []).append(Mention.of(text, each.start, each.end))
    for name, mentions in by_name.items():
        yield Entity(id=identifier("place", name), kind="place", name=name, mentions=tuple(mentions))


def _apart(entities: Iterable[Entity], names: MentionIndex) -> Iterator[Entity]:
    """*entities* without the mentions that overlap any of *names*."""
    for entity in entities:
        mentions = tuple(mention for mention in entity.mentions if not names.covers(mention.start, mention.end))
        if mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


def _without(entities: Iterable[Entity], spans: Spans) -> Iterator[Entity]:
    """*entities* without the mentions that overlap *spans*."""
    for entity in entities:
        mentions = tuple(each for each in entity.mentions if not spans.overlapping(each.start, each.end))
        if mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


def _longest(entities: Iterable[Entity], others: Iterable[Entity], *, ties: bool = False) -> Iterator[Entity]:
    """*entities* without the mentions that overlap a longer one of *others*, or with *ties* one of equal length."""
    rivals = MentionIndex(others)
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


def _countries(text: str, found: Sequence[CountryMention], names: MentionIndex) -> Iterator[Entity]:
    """The countries, except for words inside another name.

    Inside the name of a state organ the country counts too, unless its own name opens it: "U.S. Labor Department", but
    "Norway’s army".
    """
    mentions: dict[str, list[Mention]] = {}
    for country in found:
        around = names.overlapping(country.mention.start, country.mention.end)
        owners = [each for each in around if each.entity.country_code == country.code]
        is_name = country.mention.kind != "demonym" and not text.startswith(("’s", "'s"), country.mention.end)
        opens = is_name and any(each.start == country.mention.start for each in owners)
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


def _places(text: Reading, names: MentionIndex) -> Iterator[Entity]:
    taken = [(named.start, named.end) for named in names.within(0, len(text))]
    by_name: dict[tuple[str, str], list[Mention]] = {}
    for place in find_places(text, taken):
        if is_of_treaty(text, place.mention.start, place.mention.end):
            continue
        by_name.setdefault((place.name, place.code), []).append(place.mention)
    for (name, code), mentions in by_name.items():
        yield Entity(id=identifier("place", name), kind="place", name=name, mentions=tuple(mentions), country_code=code)


def _with_reasons(names: MentionIndex, typed: Iterable[TypedName]) -> MentionIndex:
    """*names*, each entity with the reasons of the weights if they give one of its mentions the same kind."""
    alike: dict[tuple[int, int, EntityKind], TypedName] = {(name.start, name.end, name.kind): name for name in typed}
    entities = []
    for entity in names.entities:
        spans = ((mention.start, mention.end, entity.kind) for mention in entity.mentions)
        name = next((alike[span] for span in spans if span in alike), None)
        entities.append(msgspec.structs.replace(entity, because=name.because) if name else entity)
    return MentionIndex(entities)
