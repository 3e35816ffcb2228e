"""Countries named in a text: by name, by a short form ("DPRK", "the North"), by a demonym ("Canadian")."""

import functools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ld.extract.entities.countries.context import (
    begins_full_name,
    follows_given_name,
    follows_name,
    is_name_with_noun,
    stands_alone,
)
from ld.extract.entities.countries.senses import is_ancient, is_language
from ld.extract.entities.countries.table import Surface, listed, surfaces
from ld.extract.entities.countries.teams import is_team
from ld.facts import Mention
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, table, word_set
from ld.text.phrase_index import named_in
from ld.text.reading import Reading, once
from ld.text.word_index import first_words, in_any_case, matches_at


class CountryMention(NamedTuple):
    """A mention of a country, and its ISO 3166-1 alpha-2 code."""

    mention: Mention
    code: str


@once
def find_countries(text: Reading) -> tuple[CountryMention, ...]:
    """The mentions of countries in *text*, in order, without overlaps.

    Names are case-sensitive; where several begin at the same word, the longest wins.
    Words that may mean two countries mean the one that the text also names otherwise.
    Cached, since other rules ask for those of the same text again.
    """
    read = text.plain
    hits = [_Hit(*found) for found in named_in(text, surfaces()) if found[2].codes]
    surnames = {hit.surface.words for hit in hits if _is_person(read, hit)}
    people = surnames | _given_names(read, hits)
    rivals = {words for words in {hit.surface.words for hit in hits} if _is_rival(text, words)}
    others = {words.title() for words in people | rivals}
    kept = [hit for hit in hits if hit.surface.words.title() not in others and _is_country(read, hit)]
    ancient = _ancient(read, hits, kept)
    kept = [hit for hit in kept if hit.surface.kind != "demonym" or hit.surface.codes not in ancient]
    named = {hit.surface.codes[0] for hit in kept if len(hit.surface.codes) == 1}
    found = [_mention(text, hit, code) for hit in kept if (code := _resolve(hit.surface, named))]
    halves = _halves_of_korea(text, read, found)
    return tuple(sorted([*found, *halves], key=lambda country: country.mention.start))


def _ancient(text: str, hits: Sequence["_Hit"], kept: Sequence["_Hit"]) -> set[tuple[str, ...]]:
    """The countries that a text mentions only by demonym, and as ancient: "ancient Greek"."""
    ancient = {hit.surface.codes for hit in hits if hit.surface.kind == "demonym" and is_ancient(text, hit.start)}
    return ancient - {hit.surface.codes for hit in kept if hit.surface.kind != "demonym"}


class _Hit(NamedTuple):
    start: int
    end: int
    surface: Surface


def _is_person(text: Reading, hit: _Hit) -> bool:
    """Whether the words follow a person's given name: then they mean that person elsewhere in the text too."""
    if hit.surface.kind != "name" and hit.surface.words not in word_set("countries/person_names"):
        return False
    follows = follows_name if hit.surface.words in word_set("countries/person_names") else follows_given_name
    return follows(text, hit.start) and not text.is_headline(hit.start, hit.end)


def _given_names(text: Reading, hits: Sequence[_Hit]) -> set[str]:
    """The words that are a person's given name in this text, which has no other words for their country."""
    given = {
        hit.surface.words
        for hit in hits
        if hit.surface.kind == "name"
        and hit.surface.words in word_set("countries/given_names")
        and begins_full_name(text, hit.start, hit.end)
    }
    return {
        words
        for words in given
        if len({hit.surface.words for hit in hits if hit.surface.codes == _codes(hits, words)}) == 1
    }


def _codes(hits: Sequence[_Hit], words: str) -> tuple[str, ...]:
    return next(hit.surface.codes for hit in hits if hit.surface.words == words)


def _is_country(text: Reading, hit: _Hit) -> bool:
    start, end, surface = hit
    if surface.kind == "demonym" and is_name_with_noun(text, start, end):
        return False
    if surface.kind == "demonym" and is_language(text, start, end):
        return False
    if surface.kind == "name" and is_team(text, start, end):
        return False
    return stands_alone(text, start, end, surface.kind)


def _is_rival(text: Reading, surface: str) -> bool:
    """Whether the text's other words suggest the namesake in ``data/rivals.csv``: Georgia in the U.S.

    So does a town there, unless it is one of the country's words: "in Rome, Georgia".
    """
    if surface.title() not in _rivals():
        return False
    against, supporting = (
        len({match[0].casefold() for match in matches_at(pattern, text, text.words.offsets(openers))})
        for openers, pattern in _rivals()[surface.title()]
    )
    own = _rivals()[surface.title()][1][1]
    towns = {found["town"] for found in _TOWN.finditer(text) if found["state"] == surface}
    return against + sum(not own.search(town) and town not in surfaces() for town in towns) > supporting


_TOWN = re.compile(
    r"\b(?:in|at|near|from|to|of) (?P<town>(?:[A-Z][\w'.-]+ ){0,2}[A-Z][\w'-]+), (?P<state>[A-Z]\w+)(?=[,.])"
)


_Words = tuple[frozenset[str], re.Pattern[str]]
"""The first words of the matches of a pattern, and the pattern: any of many words in any case."""


@functools.cache
def _rivals() -> dict[str, tuple[_Words, _Words]]:
    """The words of the namesake of each country's words, and those of the country."""
    return {
        row["surface"]: (_any_word(row["rival_words"]), _any_word(row["country_words"]))
        for row in table("countries/rivals")
    }


def _any_word(cell: str) -> _Words:
    pattern = re.compile(rf"(?<!\w){any_of(*listed(cell))}(?!\w)", re.IGNORECASE)
    return in_any_case(first_words(listed(cell))), pattern


def _resolve(surface: Surface, named: AbstractSet[str]) -> str | None:
    """The country that *surface* means: its only one, else the only one *named* in the text, else the default."""
    if len(surface.codes) == 1:
        return surface.codes[0]
    candidates = [code for code in surface.codes if code in named]
    if not candidates:
        return surface.default
    return candidates[0] if len(candidates) == 1 else None


def _mention(text: str, hit: _Hit, code: str) -> CountryMention:
    return CountryMention(Mention.of(text, hit.start, hit.end, kind=hit.surface.kind), code)


def _halves_of_korea(text: str, read: str, found: Sequence[CountryMention]) -> Iterator[CountryMention]:
    """Mentions of Korea's halves: "the North" and "the South", or "North" and "South" before a hyphen.

    Only in a text that names North or South Korea in full.
    """
    if not any(country.code in _HALVES.values() and country.mention.kind != "demonym" for country in found):
        return
    starts = {country.mention.start for country in found}
    for half in _HALF.finditer(read):
        inside = not starts.isdisjoint(range(*half.span()))
        if not inside and (half["joined"] is None or half.end() + 1 in starts):
            word = half["alone"] or half["joined"] or half["paired"]
            yield CountryMention(Mention.of(text, *half.span(), kind="short"), _HALVES[word])


_HALVES = {"North": "KP", "South": "KR"}
_HALF = re.compile(
    rf"""(?<![\w-]) (?:
        [Tt]he[ ] (?P<alone>North|South) (?![\w-] | [ ](?!{WEEKDAY})[A-Z])    # "the North said"
      | (?P<joined>North|South) (?=-[A-Z])                                   # "North-South talks"
      | (?P<paired>North|South) (?=[ ](?:and|or)[ ](?:North|South)[ ]Korea)  # "North and South Korea"
    )""",
    re.VERBOSE,
)
