"""The country that an article mostly tells of, and those of its bodies that are named without it: "the Senate"."""

import re
from collections import Counter
from collections.abc import Iterator

from ld.extract.entities.countries.table import countries
from ld.facts import Entity, Facts
from ld.kb import Candidate, How, Lookup


def home_of(facts: Facts) -> str | None:
    """The ISO 3166-1 code of the country that most words for countries mean in the article of these *facts*, if any."""
    named = Counter({e.country_code: len(e.mentions) for e in facts.entities if e.kind == "country" and e.country_code})
    if not named:
        return None
    (code, times), *_ = named.most_common(1)
    return code if times >= _OFTEN and times >= _MOSTLY * named.total() else None


_OFTEN = 2
_MOSTLY = 0.6


def bodies_at_home(body: Entity, home: str, facts: Facts, kb: Lookup) -> tuple[Candidate, ...]:
    """What *kb* knows by the name of *body* with the words of the state *home*: "Supreme Court of Norway".

    A state of a federation has its Senate, too: where words of any other bearer stand before a mention, and where the
    article names another body by the name and more, nothing is given. UnavailableError if there is no answer.
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
"""Names such as bodies of states have."""


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
    """Whether right before all mentions of *body* stands what says of no other that it is theirs."""
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
