"""Organizations named in an article: by name, by acronym, or by field ("the Canadian defense ministry")."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ld.extract.entities.countries.find import CountryMention
from ld.extract.entities.organizations.beginnings import by_beginnings
from ld.extract.entities.organizations.chambers import chambers
from ld.extract.entities.organizations.employers import employer_names
from ld.extract.entities.organizations.government import government_bodies
from ld.extract.entities.organizations.headed import headed_names
from ld.extract.entities.organizations.legal_forms import company_names
from ld.extract.entities.organizations.movements import movements
from ld.extract.entities.organizations.short_forms import (
    OrganizationHit,
    acronyms,
    ambiguous_initials,
    as_beginnings,
    as_short_forms,
    nominals,
    without_unclear,
)
from ld.extract.entities.typer.word_facts import word_facts
from ld.facts import Entity, Mention, MentionKind
from ld.mentions import identifier
from ld.text.before import search_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading
from ld.text.spans import Spans
from ld.text.spelling import spaced
from ld.text.title_case import apart_from_titles, named_again
from ld.text.word_index import first_words, matches_at


def find_organizations(
    text: Reading,
    countries: Sequence[CountryMention],
    known_spans: Sequence[tuple[int, int]] = (),
) -> list[Entity]:
    """The organizations named in *text*, each with all its mentions; *countries* are those found in it.

    Any word in a title line may have a capital.
    """
    listed = list(_listed(text))
    named = [*listed, *_headed(text, countries)]
    named += _apart(named, _spelled(text, movements(text)))
    named += _apart(named, _employers(text, countries))
    others = _spelled(text, _without_states(text, known_spans, named))
    longer = _apart(listed, [other for other in others if not _is_acronym(other.name)])
    named = _with_longer(named, longer)
    found = list(_longest(text, government_bodies(text, countries), named))
    found = as_short_forms(without_unclear(_apart(found, named) + found), countries)
    found = as_beginnings(found)
    found += _apart(found, acronyms(text, found))
    several = ambiguous_initials(found)
    found += _apart(found, [other for other in others if _is_acronym(other.name) and other.name not in several])
    found = as_beginnings(found)
    found += _apart(found, acronyms(text, found))
    found += _apart(found, by_beginnings(text, found, {country.mention.exact for country in countries}))
    found += _apart(found, _spelled(text, chambers(text)))
    found += _apart(found, nominals(text, found))
    return _entities(text, found)


def _apart(found: Sequence[OrganizationHit], more: Iterable[OrganizationHit]) -> list[OrganizationHit]:
    """Those of *more* that overlap neither *found* nor each other: the first and longest wins."""
    taken = Spans((known.start, known.end) for known in found)
    kept: list[OrganizationHit] = []
    for candidate in sorted(more, key=lambda candidate: (candidate.start, -candidate.end)):
        is_free = not kept or kept[-1].end <= candidate.start
        if is_free and not taken.overlapping(candidate.start, candidate.end):
            kept.append(candidate)
    return kept


def _longest(
    text: str, bodies: Iterable[OrganizationHit], named: Sequence[OrganizationHit]
) -> Iterator[OrganizationHit]:
    """State *bodies*, each extended to the end of another *named* one: "… Department of Health and Welfare"."""
    spans = Spans((name.start, name.end) for name in named)
    for body in bodies:
        longer = [named[index] for index in spans.overlapping(body.end, body.end)][:1]
        if not longer:
            yield body
        for other in longer:
            name = spaced(text[body.start : other.end])
            yield body._replace(end=other.end, key=f"{body.state} {spaced(other.name)}".casefold(), name=name)


def _listed(text: Reading) -> Iterator[OrganizationHit]:
    """The bodies on the project's own list, in any of their forms."""
    names = _listed_names()
    for match in matches_at(_listed_pattern(), text, text.words.offsets(_first_words())):
        canonical = names[spaced(match.group())]
        kind: MentionKind = "name" if canonical == spaced(match.group()) or " " in match.group() else "short"
        yield OrganizationHit(*match.span(), canonical.casefold(), canonical, kind)


@functools.cache
def _listed_names() -> dict[str, str]:
    forms = ([form.strip() for form in line.split("|")] for line in words("organizations/names"))
    return {form: first for first, *others in forms for form in (first, *others)}


@functools.cache
def _first_words() -> frozenset[str]:
    return first_words(_listed_names())


@functools.cache
def _listed_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w.&-]) {any_of(*_listed_names())}
        (?! [\w&$£€¥] | -[A-Z]
          | [’']s\s+[A-Z]\w+\s+Council  # "UN’s Security Council" is another body
        )""",
        re.VERBOSE,
    )


def _headed(text: Reading, countries: Sequence[CountryMention]) -> Iterator[OrganizationHit]:
    """Names that contain a word for a kind of body; in titles, only those that running text also has."""
    spans = apart_from_titles((*headed_names(text, countries), *company_names(text)), text.titles)
    spans = [span for span in spans if not is_one_of_many(text, *span) and not _is_field(text, *span)]
    times = Counter(spaced(text[start:end]) for start, end in spans)
    sure = [span for span in spans if times[spaced(text[slice(*span)])] > 1 or is_sure(text, *span)]
    names = sorted({form for start, end in sure for form in _forms(spaced(text[start:end]))})
    for start, end in (*sure, *named_again(text, names, text.titles)):
        name = spaced(text[start:end])
        yield OrganizationHit(start, end, _key(_expanded(name)), name)


def _without_states(
    text: str, spans: Iterable[tuple[int, int]], named: Sequence[OrganizationHit]
) -> Iterator[tuple[int, int]]:
    """*spans* without a country before a *named* body that lacks it: "U.S." of "U.S. Northern Board", "Norway-"."""
    starts = {name.end: name.start for name in named}
    for start, end in spans:
        first = starts.get(end, start)
        before = text[start:first].rstrip("-–").strip()
        yield (first, end) if before and word_facts(before).country else (start, end)


def _spelled(text: str, spans: Iterable[tuple[int, int]]) -> list[OrganizationHit]:
    names = ((start, end, spaced(text[start:end])) for start, end in spans)
    return [OrganizationHit(start, end, _key(name), name) for start, end, name in names]


def _key(name: str) -> str:
    """A key shared by spellings of *name*: "Quist & Marsh’s" and "Quist and Marsh's", "Al Quist" and "al-Quist"."""
    key = name.casefold().replace("’", "'").replace(" & ", " and ")
    return f"al {key[3:]}" if key.startswith("al-") else key


def _is_acronym(name: str) -> bool:
    return name.isupper() and " " not in name


def _with_longer(named: Sequence[OrganizationHit], others: Sequence[OrganizationHit]) -> list[OrganizationHit]:
    """*named* and *others*; where two overlap, the longer one, and of equal lengths the one in *named*."""
    spans = Spans((other.start, other.end) for other in others)
    kept = [
        name
        for name in named
        if all(
            others[index].end - others[index].start <= name.end - name.start
            for index in spans.overlapping(name.start, name.end)
        )
    ]
    return kept + _apart(kept, others)


def _employers(text: Reading, countries: Sequence[CountryMention]) -> Iterator[OrganizationHit]:
    """The companies shown by somebody's post, except in titles, where every word may have a capital."""
    states = {spaced(country.mention.exact) for country in countries}
    for start, end in apart_from_titles(employer_names(text, states), text.titles):
        name = spaced(text[start:end])
        yield OrganizationHit(start, end, name.casefold(), name)


def is_one_of_many(text: str, start: int, end: int) -> bool:
    """Whether the words mean a kind of body, "a Harbor Board that", and not a name, "a Harbor Board vote"."""
    return bool(search_before(_ARTICLE, text, start, 4) and (end == len(text) or _NO_NOUN.match(text, end)))


_ARTICLE = re.compile(r"\b[Aa]n?\s+$")
_NO_NOUN = re.compile(r"[.,;:!?)]|\s+(?:and|for|in|is|of|on|or|that|to|was|where|which|who|will|with)\b|\n\Z")


def _is_field(text: str, start: int, end: int) -> bool:
    """Whether the words are a minister's field and not a body: "Harbor Services Minister"."""
    return text.startswith(_MINISTER, end) and text[start:end].endswith(_FIELDS) and text[start:end].count(" ") == 1


_MINISTER = (" Minister", " minister")
_FIELDS = ("Services", "Forces")


def is_sure(text: str, start: int, end: int) -> bool:
    """Whether the words at *start* to *end*, which occur only there, name a body: a weak head needs a sign."""
    name = text[start:end].split()
    if name[0] in word_set("organizations/weak_heads"):
        return search_before(_THE, text, start, 5) is not None
    if len(name) != _WEAK_LENGTH or name[-1] not in word_set("organizations/weak_heads"):
        return True
    return bool(search_before(_THE, text, start, 5) or _sign_behind().match(text, end))


_WEAK_LENGTH = 2
_THE = re.compile(r"\b(?:[Tt]he|U\.[KNS]\.)\s+$")


@functools.cache
def _sign_behind() -> re.Pattern[str]:
    verb = any_of(
        *words("phrases/speech_verbs"),
        "is",
        "was",
        "will",
        "would",
        "has",
        "had",
        "have",
        "can",
        "could",
        "must",
    )
    return re.compile(
        rf"""
          \s+ {verb} (?!\w)        # " said"
        | \s+ \([A-Z.&]{{2,10}}\)  # " (NHB)"
        | [’']s\s                  # "’s "
        """,
        re.VERBOSE,
    )


def _forms(name: str) -> Iterator[str]:
    """*name*, and its form with a listed body at the beginning shortened: "United Nations Command", "UN Command"."""
    yield name
    for acronym, listed in _listed_acronyms():
        if name.startswith(f"{listed} "):
            yield acronym + name.removeprefix(listed)


@functools.cache
def _listed_acronyms() -> tuple[tuple[str, str], ...]:
    return tuple((form, listed) for form, listed in _listed_names().items() if form.isupper())


def _expanded(name: str) -> str:
    """*name* with a listed acronym at the beginning expanded: "UN Command", "United Nations Command"."""
    first, rest = name.split(" ", 1)
    return f"{_listed_names().get(first, first)} {rest}"


def _entities(text: str, found: Sequence[OrganizationHit]) -> list[Entity]:
    by_key: dict[str, list[OrganizationHit]] = {}
    for known in sorted(found):
        by_key.setdefault(known.key, []).append(known)
    entities: dict[str, Entity] = {}
    for mentions in by_key.values():
        name = max((known.name for known in mentions), key=len)
        id_ = identifier("organization", name, entities)
        entities[id_] = Entity(
            id=id_,
            kind="organization",
            name=name,
            mentions=tuple(Mention.of(text, known.start, known.end, kind=known.kind) for known in mentions),
            country_code=mentions[0].state,
        )
    return list(entities.values())
