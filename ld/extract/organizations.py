"""Organizations named in an article: by name, by acronym, by their field ("the Canadian defense ministry")."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.extract.countries import CountryMention
from ld.extract.names import identifier
from ld.extract.words import CAPITALISED, any_of, word_set, words
from ld.facts import Entity, Mention, MentionKind


def find_organizations(text: str, countries: Sequence[CountryMention]) -> list[Entity]:
    """The organizations named in *text*, each with all its mentions; *countries* are those found in it."""
    found = list(_government_bodies(text, countries))
    found += _apart(found, (*_listed(text), *_headed(text, countries)))
    found += _apart(found, _acronyms(text, found))
    found += _apart(found, _nominals(text, found))
    return _entities(text, found)


class _Found(NamedTuple):
    """A mention of an organization; mentions with one *key* are of one organization."""

    start: int
    end: int
    key: str
    name: str
    kind: MentionKind = "name"
    state: str | None = None


def _apart(found: Sequence[_Found], more: Iterable[_Found]) -> list[_Found]:
    """Those of *more* that overlap none of *found*, nor one another: the first and longest wins."""
    taken = [(known.start, known.end) for known in found]
    kept = []
    for candidate in sorted(more, key=lambda candidate: (candidate.start, -candidate.end)):
        if not any(start < candidate.end and candidate.start < end for start, end in taken):
            taken.append((candidate.start, candidate.end))
            kept.append(candidate)
    return kept


def _government_bodies(text: str, countries: Sequence[CountryMention]) -> Iterator[_Found]:
    """A state's bodies: "Canadian defense ministry", "Canada's Ministry of Defense"; "… and … ministries" are two."""
    for position, country in enumerate(countries):
        body = _government_body().match(text, _end_of_list(text, countries, position))
        if body:
            field = _government_fields()[_spaced(body["field"] or body["of_field"]).lower()]
            singular = _PLURAL.sub(r"\1y", _spaced(body["body"]))
            name = f"{country.mention.exact} {singular}"
            yield _Found(country.mention.start, body.end(), f"{country.code} {field}", name, state=country.code)


_PLURAL = re.compile(r"\b([Mm]inistr)ies\b")


def _end_of_list(text: str, countries: Sequence[CountryMention], position: int) -> int:
    """Where "South Korean and Canadian" ends, for the country at *position* in such a list."""
    end = countries[position].mention.end
    for following in countries[position + 1 :]:
        if not re.fullmatch(r"\s*(?:,|and|,\s*and)\s+", text[end : following.mention.start]):
            break
        end = following.mention.end
    return end


@functools.cache
def _government_fields() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in words("government_fields"))


@functools.cache
def _government_body() -> re.Pattern[str]:
    field = f"(?i:{any_of(*_government_fields())})"
    body = any_of(*words("government_bodies"))
    return re.compile(
        rf"(?:[’']s?)?\s+(?P<body>(?:[Ff]ederal\s+|[Nn]ational\s+)?"
        rf"(?:(?P<field>{field})\s+{body}|{body}\s+of\s+(?:the\s+)?(?P<of_field>{field})))\b"
    )


def _listed(text: str) -> Iterator[_Found]:
    """The bodies of our own list, under any of their forms."""
    names = _listed_names()
    for match in _listed_pattern().finditer(text):
        canonical = names[_spaced(match.group())]
        kind: MentionKind = "name" if canonical == _spaced(match.group()) or " " in match.group() else "short"
        yield _Found(*match.span(), canonical.casefold(), canonical, kind)


@functools.cache
def _listed_names() -> dict[str, str]:
    forms = ([form.strip() for form in line.split("|")] for line in words("organization_names"))
    return {form: first for first, *others in forms for form in (first, *others)}


@functools.cache
def _listed_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.&-]){any_of(*_listed_names())}(?![\w&]|-[A-Z]|[’']s\s+[A-Z]\w+\s+Council)")


def _headed(text: str, countries: Sequence[CountryMention]) -> Iterator[_Found]:
    """Capitalised words that end in, or begin with, a word for a kind of body: "Northern Harbor Board"."""
    states = {(country.mention.start, country.mention.end) for country in countries}
    hyphenated = {
        country.mention.start: country.mention.end + 1
        for country in countries
        if text.startswith("-", country.mention.end)
    }
    for match in _headed_pattern().finditer(text):
        start = hyphenated.get(match.start(), match.start())
        while (first := _FIRST_WORD.match(text, start, match.end())) and first[1] in word_set("function_words"):
            start = first.end()
        name = _spaced(text[start : match.end()])
        if " " in name and not name.isupper() and (start, match.end()) not in states:
            yield _Found(start, match.end(), _expanded(name).casefold(), name)


def _expanded(name: str) -> str:
    """*name* with a listed acronym at its beginning written out: "UN Command", "United Nations Command"."""
    first, rest = name.split(" ", 1)
    return f"{_listed_names().get(first, first)} {rest}"


_FIRST_WORD = re.compile(r"(\w+)\s+")


@functools.cache
def _headed_pattern() -> re.Pattern[str]:
    head = any_of(*words("organization_heads"))
    return re.compile(
        rf"(?<![\w-])(?:(?:{CAPITALISED}(?:\s+(?:of|and|&))?[ \t\xa0]+){{1,6}}{head}|{head})(?![\w-])"
        rf"(?:\s+(?:of|for|on)(?:\s+the)?[ \t\xa0]+{CAPITALISED}(?:(?:\s+(?:and|&))?[ \t\xa0]+{CAPITALISED}){{0,4}})?"
    )


def _acronyms(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Each place of an acronym that the article itself explains: "Northern Harbor Board (NHB)"."""
    explained: dict[str, _Found] = {}
    for known in found:
        acronym = re.compile(r"\s*\(([A-Z][A-Z.&]{1,9})\)").match(text, known.end)
        if acronym:
            explained.setdefault(acronym[1], known)
    for short, known in explained.items():
        for match in re.finditer(rf"(?<![\w.-]){re.escape(short)}(?!\w)", text):
            yield _Found(*match.span(), known.key, known.name, "short")


def _nominals(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Places where "the board" is the Northern Harbor Board, because the article names no other board."""
    by_head: dict[str, set[_Found]] = {}
    for known in found:
        head = known.name.rsplit(" ", 1)[-1]
        if head in word_set("organization_heads"):
            by_head.setdefault(head.lower(), set()).add(known)
    for head, mentions in sorted(by_head.items()):
        first = min(mentions)
        if len({known.key for known in mentions}) == 1:
            pattern = re.compile(rf"\b[Tt]he\s+(?:[a-z\d-]+\s+){{0,3}}?{head}\b(?!-)")
            for match in pattern.finditer(text, first.end):
                yield _Found(*match.span(), first.key, first.name, "nominal")


def _entities(text: str, found: Sequence[_Found]) -> list[Entity]:
    by_key: dict[str, list[_Found]] = {}
    for known in sorted(found):
        by_key.setdefault(known.key, []).append(known)
    entities: list[Entity] = []
    for mentions in by_key.values():
        name = max((known.name for known in mentions), key=len)
        entities.append(
            Entity(
                id=identifier("organization", name, [entity.id for entity in entities]),
                kind="organization",
                name=name,
                mentions=tuple(Mention.of(text, known.start, known.end, kind=known.kind) for known in mentions),
                country_code=mentions[0].state,
            )
        )
    return entities


def _spaced(name: str) -> str:
    return re.sub(r"\s+", " ", name)
