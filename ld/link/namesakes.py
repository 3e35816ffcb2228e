"""Links people by a knowledge base of one's own: the one namesake who agrees with the article, or nobody."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ld.facts import Entity, Facts, Link, Nil
from ld.kb import Candidate, How, Item, Lookup, UnavailableError
from ld.link.agreement import Agreement, agreement
from ld.link.setting import Setting, codes_of, setting_of
from ld.link.weights import MARGIN, THRESHOLD, score


class Judged(NamedTuple):
    """A candidate with its *score*, and what speaks for and against it."""

    candidate: Candidate
    agreement: Agreement
    score: float

    def told(self) -> str:
        """The candidate as a reason names it."""
        return f"{self.candidate.item.named()}, {self.score:g}"


def judge(person: Entity, kb: Lookup, setting: Setting) -> list[Judged]:
    """The people whom *kb* knows by the name of *person*, the likeliest first."""
    alone = " " not in person.name
    found = kb.with_surname(person.name) if alone else kb.candidates(person.name)
    if alone:
        found += tuple(each for each in kb.candidates(person.name) if each.how is How.ALIAS)
    people = {each.item.qid: each for each in reversed(found) if each.item.kind == "person"}
    rare = rarity(person.name, kb)
    subject = setting.subject(person)
    judged = []
    for candidate in people.values():
        agreed = agreement(candidate, subject, setting, rare)
        judged.append(Judged(candidate, agreed, score(agreed.features)))
    return sorted(judged, key=lambda each: (-each.score, each.candidate.item.number))


def rarity(name: str, kb: Lookup) -> float:
    """How rare the surname is: 1 if one person has it; 0 if fifty have, or the knowledge base is too small to tell."""
    if not kb.people:
        return 0.0
    bearers = len({each.item.qid for each in kb.with_surname(_surname(name))})
    told = min(1.0, math.log(kb.people + 1) / math.log(_TELLING))
    return told**2 * max(0.0, 1 - math.log(max(bearers, 1)) / math.log(_MANY))


_MANY = 50
_TELLING = 10_000


def _surname(name: str) -> str:
    words = [word for word in name.split() if word.rstrip(".") not in {"Jr", "Sr", "II", "III", "IV"}]
    return words[-1] if words else name


def link_people(facts: Facts, people: Sequence[Entity], kb: Lookup) -> dict[str, Link | Nil]:
    """By entity: whom *kb* knows each of the *people* as, or why it does not say; it may have no answer."""
    setting = setting_of(facts)
    judged: dict[str, list[Judged]] = {}
    unanswered: dict[str, Link | Nil] = {}
    for person in people:
        try:
            judged[person.id] = judge(person, kb, setting)
        except UnavailableError as error:
            unanswered[person.id] = Nil(because=f"{UNANSWERED}{error}")
    asked = [person for person in people if person.id in judged]
    alone = {person.id: decide(person, judged[person.id], setting, kb) for person in asked}
    at_home = _countries(alone, judged)
    together = {person.id: _in_company(judged[person.id], person.id, at_home) for person in asked}
    return unanswered | {person.id: decide(person, together[person.id], setting, kb) for person in asked}


UNANSWERED = "unlinked: "
"""How the reason begins where the look-up was not answered."""


def _countries(verdicts: Mapping[str, Link | Nil], judged: Mapping[str, list[Judged]]) -> dict[str, frozenset[str]]:
    """By entity: the countries of those who are linked."""
    return {
        entity: codes_of(judged[entity][0].candidate.item)
        for entity, verdict in verdicts.items()
        if isinstance(verdict, Link)
    }


def _in_company(judged: list[Judged], entity: str, at_home: Mapping[str, frozenset[str]]) -> list[Judged]:
    """The candidates, with what it is worth that others in the article are of the same country."""
    others = frozenset().union(*(codes for other, codes in at_home.items() if other != entity))
    return sorted(
        (_coherent(each) if codes_of(each.candidate.item) & others else each for each in judged),
        key=lambda each: (-each.score, each.candidate.item.number),
    )


def _coherent(judged: Judged) -> Judged:
    agreed = Agreement(
        {**judged.agreement.features, "coherent": 1.0},
        (*judged.agreement.told, "others in the article are of the same country"),
    )
    return judged._replace(agreement=agreed, score=score(agreed.features))


def decide(person: Entity, judged: list[Judged], setting: Setting, kb: Lookup) -> Link | Nil:
    """The link to the best of the *judged*, if it is good enough and alone so; else why not."""
    if not judged:
        return Nil(because=f"no candidate: {kb.source} knows nobody called {person.name!r}")
    best = judged[0]
    item, features, told = best.candidate.item, best.agreement.features, "; ".join(best.agreement.told)
    if any(author.entity == person.id for author in setting.facts.authors) and "post_agrees" not in features:
        return Nil(because=f"named like {item.named()}, but the author of the article, with no post stated")
    if best.candidate.how is How.SURNAME and not _is_sure(item, features, setting):
        return Nil(because=f"a surname alone, and no post tells that {item.named()} is meant: {told}")
    if "not_in_office" in features and best.score < THRESHOLD <= score(features | {"not_in_office": 0.0}):
        return Nil(because=f"not in office on {setting.day}: named like {item.named()}, but {told}")
    return settle(judged, kb)


def settle(judged: Sequence[Judged], kb: Lookup) -> Link | Nil:
    """The link to the first of the *judged*, the best, if it is good enough and alone so; else why not."""
    best, *others = judged
    item, told = best.candidate.item, "; ".join(best.agreement.told)
    if best.score < THRESHOLD:
        return Nil(because=f"named like {item.named()}, but the score {best.score:g} is below {THRESHOLD:g}: {told}")
    if others and best.score - others[0].score < MARGIN:
        return Nil(because=f"two candidates within margin: {best.told()}, and {others[0].told()}")
    return _link(best, others[0] if others else None, told, kb.source_of(item.qid))


def _link(best: Judged, runner_up: Judged | None, told: str, source: str) -> Link:
    item = best.candidate.item
    return Link(
        qid=item.qid,
        label=item.label,
        score=best.score,
        because=f"{told}; runner-up {runner_up.told()}" if runner_up else told,
        source=source,
        runner_up=runner_up.candidate.item.qid if runner_up else None,
        margin=round(best.score - runner_up.score, 3) if runner_up else None,
    )


def _is_sure(item: Item, features: Mapping[str, float], setting: Setting) -> bool:
    """Whether a surname and a post are enough: held on the day; with no day, one that leads a state."""
    if "post_agrees" not in features or item.death:
        return False
    return "in_office" in features if setting.day else features.get("led_a_state", 0) > 0
