"""Countries named in a text: by name, by a short form ("DPRK", "the North"), by a demonym ("Canadian")."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ld.extract.country_context import follows_name, is_headline, is_language, stands_alone
from ld.extract.country_names import Surface, listed, surfaces, table
from ld.extract.name_index import named_in, plain
from ld.extract.words import word_set
from ld.facts import Mention


class CountryMention(NamedTuple):
    """Where a country is named, and its ISO 3166-1 alpha-2 code."""

    mention: Mention
    code: str


def find_countries(text: str) -> list[CountryMention]:
    """The mentions of countries in *text*, in order, none overlapping another.

    Names are read with their case; where several begin at a word, the longest wins.
    Words that may mean two countries mean the one that the text names otherwise, too.
    """
    read = plain(text)
    hits = [_Hit(*found) for found in named_in(read, surfaces()) if found[2].codes]
    people = {hit.surface.words for hit in hits if _is_person(read, hit)}
    kept = [hit for hit in hits if hit.surface.words not in people and _is_country(read, hit)]
    named = {hit.surface.codes[0] for hit in kept if len(hit.surface.codes) == 1}
    found = [_mention(text, hit, code) for hit in kept if (code := _resolve(hit.surface, named))]
    return sorted([*found, *_halves_of_korea(text, read, found)], key=lambda country: country.mention.start)


class _Hit(NamedTuple):
    start: int
    end: int
    surface: Surface


def _is_person(text: str, hit: _Hit) -> bool:
    """Whether the words follow a person's given name: then they are the person's elsewhere in the text, too."""
    return (
        hit.surface.words in word_set("country_person_names")
        and not is_headline(text, hit.start, hit.end)
        and follows_name(text, hit.start)
    )


def _is_country(text: str, hit: _Hit) -> bool:
    start, end, surface = hit
    if surface.kind == "demonym" and is_language(text, start, end):
        return False
    return stands_alone(text, start, end, surface.kind) and not _is_rival(text, surface)


def _is_rival(text: str, surface: Surface) -> bool:
    """Whether the text's other words speak for the namesake in ``data/country_rivals.csv``: Georgia in the U.S."""
    for row in table("country_rivals"):
        if row["surface"] == surface.words:
            against, supporting = (
                sum(
                    re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
                    for word in listed(row[column])
                )
                for column in ("rival_words", "country_words")
            )
            return against > supporting
    return False


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
    """Where "the North" and "the South", or "North" and "South" before a hyphen, are those of Korea.

    Only in a text that names North or South Korea in full.
    """
    if not any(country.code in _HALVES.values() and country.mention.kind != "demonym" for country in found):
        return
    starts = {country.mention.start for country in found}
    for half in _HALF.finditer(read):
        if half["joined"] is None or half.end() + 1 in starts:
            word = half["alone"] or half["joined"] or half["paired"]
            yield CountryMention(Mention.of(text, *half.span(), kind="short"), _HALVES[word])


_HALVES = {"North": "KP", "South": "KR"}
_HALF = re.compile(
    r"(?<![\w-])[Tt]he (?P<alone>North|South)(?![\w-]| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z])"
    r"|(?<![\w-])(?P<joined>North|South)(?=-[A-Z])"
    r"|(?<![\w-])(?P<paired>North|South)(?= (?:and|or) (?:North|South) Korea)"
)
