"""What the index keeps of an article, read from its graph."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA

NAMED = "named"
ALSO = "also"
SAID = "said"
CLAIMED = "claimed"
QUOTED_ON = "quoted on"
CLAIMED_ON = "claimed on"
HOLDS = "holds"
HELD_BY = "held by"
BELONGS = "belongs"
HAS_MEMBER = "has member"
EVENT = "event"
"""The kinds of facts."""
_OF_THE_DAY = frozenset((NAMED, ALSO, SAID, CLAIMED, QUOTED_ON, CLAIMED_ON))
"""Kinds of facts dated by their article; all others have dates of their own, or none."""

_GENERAL = frozenset(
    (SCHEMA.Person, SCHEMA.Organization, SCHEMA.Country, SCHEMA.Place, SCHEMA.CreativeWork, SCHEMA.Thing)
)
_PARTS = {
    SCHEMA.attendee: "attended",
    SCHEMA.organizer: "held",
    SCHEMA.location: "was the place",
    SCHEMA.competitor: "competed",
    SCHEMA.about: "was concerned",
}


class Fact(NamedTuple):
    """What an article says about *thing*, an IRI; empty for quotations whose speaker has none.

    *text* is the name, the words, the title of the post, or the event; *detail* is who else is credited, or the part of
    the thing in the event; *mode* is the stance of a claim, the state of a post or the status of an event, without
    which the fact may be untrue. *other* is the IRI of the organization, the member or the speaker.
    *day* and *until* are ISO 8601: for what is said or named, the day of publication, else the time of the fact itself.
    *node* is the IRI of the node that states it.
    """

    kind: str
    thing: str
    text: str
    day: str = ""
    until: str = ""
    detail: str = ""
    mode: str = ""
    other: str = ""
    node: str = ""


class ThingEntry(NamedTuple):
    """A node that has a name: its most particular class, and its coordinates as "latitude,longitude" where given."""

    iri: str
    class_: str
    point: str


class ArticleEntry(NamedTuple):
    """An article as the index keeps it. *terms* are the properties and classes that its graph uses."""

    name: str
    headline: str
    day: str
    facts: tuple[Fact, ...]
    things: tuple[ThingEntry, ...]
    terms: frozenset[str]


_Values = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The objects of each subject's properties, literals by their lexical forms."""


def entry_of(graph: ArticleGraph) -> ArticleEntry:
    """The entry of the article *graph*, of which only the facts are read."""
    values = _values(graph.facts)
    article = next(_of_class(values, SCHEMA.NewsArticle), f"{graph.name}#article")
    day = _first(values, article, SCHEMA.datePublished)
    things = tuple(_things(values, article))
    known = frozenset(thing.iri for thing in things)
    facts = [fact._replace(day=day) if fact.kind in _OF_THE_DAY else fact for fact in _facts(values, known)]
    classes = (triple.object for triple in graph.facts if triple.predicate == RDF.type)
    return ArticleEntry(
        graph.name,
        _first(values, article, SCHEMA.headline),
        day,
        tuple(dict.fromkeys(facts)),
        things,
        frozenset((*(triple.predicate for triple in graph.facts), *(str(one) for one in classes))),
    )


def _values(triples: Iterable[Triple]) -> _Values:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        found[subject][predicate].append(value.lexical if isinstance(value, Literal) else str(value))
    return {node: {term: tuple(all_) for term, all_ in said.items()} for node, said in found.items()}


def _of_class(values: _Values, class_: Iri) -> Iterator[str]:
    return (node for node, said in values.items() if class_ in said.get(RDF.type, ()))


def _all(values: _Values, node: str, term: Iri) -> tuple[str, ...]:
    return values.get(node, {}).get(term, ())


def _first(values: _Values, node: str, term: Iri) -> str:
    return next(iter(_all(values, node, term)), "")


def _things(values: _Values, article: str) -> Iterator[ThingEntry]:
    """All nodes with a name apart from events and posts, which are facts about things."""
    for node in values:
        classes = _all(values, node, RDF.type)
        if node == article or not _all(values, node, SCHEMA.name):
            continue
        if {SCHEMA.Event, SCHEMA.OrganizationRole} & set(classes):
            continue
        particular = [class_ for class_ in classes if class_ not in _GENERAL] or list(classes)
        yield ThingEntry(node, particular[0] if particular else "", _point(values, node))


def _point(values: _Values, node: str) -> str:
    for place in (node, *_all(values, node, SCHEMA.geo)):
        latitude, longitude = (_first(values, place, term) for term in (SCHEMA.latitude, SCHEMA.longitude))
        if _DEGREES.fullmatch(latitude) and _DEGREES.fullmatch(longitude):
            return f"{latitude},{longitude}"
    return ""


_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?")


def _facts(values: _Values, things: frozenset[str]) -> Iterator[Fact]:
    names = {
        thing: (*_all(values, thing, SCHEMA.name), *_all(values, thing, SCHEMA.alternateName))
        for thing in sorted(things)
    }
    for thing, (first, *others) in names.items():
        yield Fact(NAMED, thing, first)
        yield from (Fact(ALSO, thing, other) for other in others)
        yield from _posts(values, thing)
        yield from _memberships(values, thing)
    yield from _utterances(values, names)
    yield from _events(values, things)


def _posts(values: _Values, holder: str) -> Iterator[Fact]:
    for node in _all(values, holder, SCHEMA.hasOccupation):
        title, state = _first(values, node, SCHEMA.roleName), _first(values, node, SCHEMA.description)
        day, until = (_first(values, node, term) for term in (SCHEMA.startDate, SCHEMA.endDate))
        where = (*_all(values, node, SCHEMA.affiliation), *_all(values, node, SCHEMA.occupationLocation))
        post = Fact(HOLDS, holder, title, day, until, mode=state, other=next(iter(where), ""), node=node)
        yield post
        yield from (post._replace(kind=HELD_BY, thing=body, other=holder) for body in where)


def _memberships(values: _Values, organization: str) -> Iterator[Fact]:
    for node in _all(values, organization, SCHEMA.member):
        for member in _all(values, node, SCHEMA.member):
            day = _first(values, node, SCHEMA.startDate)
            yield Fact(HAS_MEMBER, organization, "", day, other=member, node=node)
            yield Fact(BELONGS, member, "", day, other=organization, node=node)


def _utterances(values: _Values, names: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
    """What was said, under who said it, and under what its own words name in full."""
    kinds = (
        (SAID, QUOTED_ON, SCHEMA.Quotation, SCHEMA.spokenByCharacter),
        (CLAIMED, CLAIMED_ON, SCHEMA.Claim, SCHEMA.author),
    )
    for kind, kind_on, class_, speaking in kinds:
        for node in _of_class(values, class_):
            words, speakers = _first(values, node, SCHEMA.text), _all(values, node, speaking)
            credit, stance = (_first(values, node, term) for term in (SCHEMA.creditText, SCHEMA.genre))
            said = Fact(kind, "", words, detail=credit, mode=stance, node=node)
            yield from (said._replace(thing=speaker) for speaker in speakers or ("",))
            for thing, names_of_it in names.items():
                if thing not in speakers and any(_is_in(name, words) for name in names_of_it):
                    yield said._replace(kind=kind_on, thing=thing, other=next(iter(speakers), ""))


def _is_in(name: str, words: str) -> bool:
    """Whether *words* have *name*, as whole words."""
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _events(values: _Values, things: frozenset[str]) -> Iterator[Fact]:
    for node in _of_class(values, SCHEMA.Event):
        name, day = _first(values, node, SCHEMA.name), _first(values, node, SCHEMA.startDate)
        status = _first(values, node, SCHEMA.eventStatus).rpartition("Event")[2].lower()
        parts = [
            (thing, part) for term, part in _PARTS.items() for thing in _all(values, node, term) if thing in things
        ]
        for thing, part in parts or [("", "")]:
            yield Fact(EVENT, thing, name, day, detail=part, mode=status, node=node)
