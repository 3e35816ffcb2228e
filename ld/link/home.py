"""The country that an article is mostly about, and its bodies that are named without it: "the Senate"."""

import re
from collections import Counter
from collections.abc import Iterator

from ld.extract.entities.countries.table import countries
from ld.facts import Entity, Facts
from ld.kb import Candidate, How, Lookup


def home_of(facts: Facts) -> str | None:
    """The ISO 3166-1 code of the country that dominates the article of these *facts*, if one does."""
    named = Counter({e.country_code: len(e.mentions) for e in facts.entities if e.kind == "country" and e.country_code})
    if not named:
        return None
    (code, times), *_ = named.most_common(1)
    return code if times >= _OFTEN and times >= _MOSTLY * named.total() else None


_OFTEN = 2
_MOSTLY = 0.6


def bodies_at_home(body: Entity, home: str, facts: Facts, kb: Lookup) -> tuple[Candidate, ...]:
    """What *kb* knows by the name of *body* with the words for the state *home* added: "Supreme Court of Norway".

    States of a federation have a Senate, too. So nothing is returned if other words of belonging precede a mention, or
    if the article names another body whose longer name ends in this one. Raises UnavailableError if *kb* does not
    answer.
    """
    if not _PUBLIC.search(body.name) or _has_namesake(body, facts) or not _stands_alone(body, facts, home):
        return ()
    found = {}
    for name in _full_names(body.name, home):
        for candidate in kb.candidates(name):
            is_its = candidate.item.kind == "organization" and home in candidate.item.countries
            if is_its and candidate.how <= How.ALIAS:
                found[candidate.item.identifier] = candidate._replace(how=How.SHORT)
    return tuple(found.values())


_PUBLIC = re.compile(
    r"""^(?:Ministry|Department|Office|Bureau|Board|Council|House|Court)\ (?:of|for)\b
    |\ (?:Administration|Agency|Assembly|Authority|Board|Bureau|Commission|Council|Court|Department|Ministry|Navy
    |Office|Police|Service|Army|Guard|Force|Corps|Parliament|Government)$
    |^(?:Senate|Parliament|Congress)$""",
    re.VERBOSE,
)
"""Forms of names that are typical of public bodies."""


def _full_names(name: str, state: str) -> Iterator[str]:
    country = countries()[state]
    yield from (f"{word} {name}" for word in (*country.adjectives, *country.names()))
    yield from (f"{name} of {of}" for of in (country.name, f"the {country.name}", f"the {country.official}"))


def _has_namesake(body: Entity, facts: Facts) -> bool:
    return any(
        other.kind == "organization" and other.name.endswith(f" {body.name}") and other.id != body.id
        for other in facts.entities
    )


def _stands_alone(body: Entity, facts: Facts, home: str) -> bool:
    """Whether no mention of *body* is preceded by words that say whose it is, other than the state *home*'s."""
    text = facts.article.text
    befores = (text[max(0, mention.start - _NEAR) : mention.start] for mention in body.mentions)
    return all(_is_neutral(before, home) for before in befores)


_NEAR = 40


def _is_neutral(before: str, home: str) -> bool:
    match = _LAST_WORD.search(before)
    if match is None:
        return True
    country, said = countries()[home], before[: match.end("word")]
    if said.endswith((*country.names(), *country.adjectives)):
        return True
    return match["word"].islower() and match["word"] not in _OF_OTHERS and not match["possessive"]


_LAST_WORD = re.compile(r"(?P<word>[\w.]+)(?P<possessive>['’]s?)?[ \xa0]$")
_OF_OTHERS = frozenset(("city", "county", "district", "local", "provincial", "regional", "state", "territorial"))
