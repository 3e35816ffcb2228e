"""Links bodies and places by a knowledge base of one's own, and finds the places that it knows."""

import math
import re
from collections.abc import Iterator, Sequence

from ld.extract.names import Names, identifier
from ld.extract.words import CAPITALISED
from ld.facts import Entity, Facts, Link, Mention, Nil
from ld.kb import Candidate, How, Lookup, UnavailableError
from ld.link.agreement import FAMOUS, Agreement
from ld.link.bodies import is_acronym
from ld.link.knowledge import country_name
from ld.link.namesakes import UNANSWERED, Judged, settle
from ld.link.setting import Setting, codes_of, setting_of
from ld.link.weights import score, thing_weights


def link_things(facts: Facts, things: Sequence[Entity], kb: Lookup) -> dict[str, Link | Nil]:
    """By entity: what *kb* knows each of the *things*, bodies and places, as, or why it does not say."""
    setting = setting_of(facts)
    return {thing.id: _verdict(thing, setting, kb) for thing in things}


def _verdict(thing: Entity, setting: Setting, kb: Lookup) -> Link | Nil:
    if is_acronym(thing.name):
        return Nil(because="an acronym alone names many bodies")
    try:
        found = [each for each in kb.candidates(thing.name) if _is_meant(each, thing)]
    except UnavailableError as error:
        return Nil(because=f"{UNANSWERED}{error}")
    if not found:
        return Nil(because=f"no candidate: {kb.source} knows no {thing.kind} called {thing.name!r}")
    alike = [each for each in found if thing.country_code in {None, *codes_of(each.item)} or not codes_of(each.item)]
    if not alike:
        stated = country_name(thing.country_code or "")
        return Nil(because=f"named like {found[0].item.named()}, but that one is not of {stated}")
    return settle(sorted((_judged(each, thing, setting) for each in alike), key=_best_first), kb)


def _is_meant(candidate: Candidate, thing: Entity) -> bool:
    return candidate.item.kind == thing.kind and candidate.how <= How.ALIAS


def _best_first(judged: Judged) -> tuple[float, int]:
    return (-judged.score, judged.candidate.item.number)


def _judged(candidate: Candidate, thing: Entity, setting: Setting) -> Judged:
    item, codes = candidate.item, codes_of(candidate.item)
    features = by_name(candidate, thing.name)
    told = [f"named like {item.label}"]
    if thing.country_code in codes:
        features["country_agrees"] = 1.0
        told.append(f"of {country_name(thing.country_code or '')}")
    elif codes & setting.codes:
        features["country_named"] = 1.0
        told.append(f"the article names {country_name(min(codes & setting.codes))}")
    elif codes and setting.codes:
        features["country_missing"] = 1.0
        told.append(f"the article does not name {country_name(min(codes))}")
    return Judged(candidate, Agreement(features, tuple(told)), score(features, thing_weights()))


def by_name(candidate: Candidate, name: str) -> dict[str, float]:
    """What tells of a *candidate* for *name* before any article does."""
    return {
        f"named_{candidate.how.name.lower()}": 1.0,
        "several_words": float(" " in name),
        "prior": min(1.0, math.log1p(candidate.item.sitelinks) / math.log1p(FAMOUS)),
    }


def known_places(facts: Facts, kb: Lookup) -> Iterator[Entity]:
    """The places that *kb* has by the whole of a name behind "in", "near" and the like, and no entity of *facts* is.

    Nothing is linked yet.
    """
    names = Names(facts.entities)
    found: dict[str, list[Mention]] = {}
    for place in _PLACED.finditer(facts.article.text):
        start, end = place.span("name")
        name = " ".join(place["name"].split())
        if not names.covers(start, end) and kb.has_place(name):
            found.setdefault(name, []).append(Mention.of(facts.article.text, start, end))
    taken = [entity.id for entity in facts.entities]
    for name, mentions in found.items():
        id_ = identifier("place", name, taken)
        taken.append(id_)
        yield Entity(id=id_, kind="place", name=name, mentions=tuple(mentions))


_PLACED = re.compile(
    rf"(?<!\w)(?:in|near|at|from|to|outside|around|across|of)[ \xa0]"
    rf"(?P<name>{CAPITALISED}(?:[ \xa0]{CAPITALISED})*)(?![\w-])"
)
