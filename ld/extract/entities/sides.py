"""National sides, which share the names of their countries: "England striker NAME"."""

import functools
import re
from collections.abc import Collection, Iterable, Iterator

import msgspec

from ld.extract.entities.countries.table import countries
from ld.extract.entities.sport import is_of_sport
from ld.facts import Entity, Mention
from ld.mentions import MentionIndex, identifier
from ld.text.before import search_before
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.word_index import first_words, in_any_case, matches_at


def with_sides(text: Reading, names: MentionIndex) -> MentionIndex:
    """*names* with a side wherever the name of a country precedes a position and a player.

    An adjective only gives a player's nationality, not a side; so does a country's name used as an adjective.
    """
    found = dict[str, list[Mention]]()
    for mention in _sides(text, names):
        found.setdefault(mention.exact, []).append(mention)
    if not found:
        return names
    taken = [entity.id for entity in names.entities]
    spans = {(each.start, each.end) for mentions in found.values() for each in mentions}
    sides = [
        Entity(id=identifier("organization", name, taken), kind="organization", name=name, mentions=tuple(mentions))
        for name, mentions in found.items()
    ]
    return MentionIndex((*_without(names.entities, spans), *sides))


def _sides(text: Reading, names: MentionIndex) -> Iterator[Mention]:
    for position in matches_at(_position(), text, text.words.offsets(_first_words())):
        side = search_before(_nation(), text, position.start(), _REACH)
        if side is None or names.starting_at(position.end() + 1, position.end() + 1, "person") is None:
            continue
        others = [
            each for each in names.overlapping(*side.span("name")) if each.entity.kind not in {"country", "place"}
        ]
        if not others and (position[0].lower() in _PLAYERS or is_of_sport(text)):
            yield Mention.of(text, *side.span("name"))


def _without(entities: Iterable[Entity], spans: Collection[tuple[int, int]]) -> Iterator[Entity]:
    """*entities* without the mentions at *spans*, and without entities that have no mention left."""
    for entity in entities:
        mentions = tuple(each for each in entity.mentions if (each.start, each.end) not in spans)
        if len(mentions) == len(entity.mentions):
            yield entity
        elif mentions:
            yield msgspec.structs.replace(entity, mentions=mentions)


_REACH = 40
_OWN_SIDES = ("England", "Scotland", "Wales", "Northern Ireland")
"""Parts of a state that have their own sides."""
_ADJECTIVES = frozenset(("United States", "United Kingdom", "United Arab Emirates", "New Zealand"))
"""Countries whose names precede an occupation where others use their adjective."""
_PLAYERS = frozenset(("footballer", "cricketer", "striker", "midfielder", "goalkeeper", "batsman", "bowler", "captain"))
"""Words that always mean players after a country, so that the text need not be a report on sport."""
_OFFICERS = ("captain", "coach", "head coach", "manager", "skipper")


@functools.cache
def _nation() -> re.Pattern[str]:
    """The name of a country with a side, not the end of a longer word."""
    names = [country.name for country in countries().values() if country.name not in _ADJECTIVES]
    return re.compile(rf"(?<![\w-]) (?P<name> {any_of(*names, *_OWN_SIDES)} ) \s \Z", re.VERBOSE)


@functools.cache
def _first_words() -> frozenset[str]:
    return in_any_case(first_words((*words("roles/positions"), *_OFFICERS)))


@functools.cache
def _position() -> re.Pattern[str]:
    return re.compile(rf"(?i: {any_of(*words('roles/positions'), *_OFFICERS)} ) (?![\w-])", re.VERBOSE)
