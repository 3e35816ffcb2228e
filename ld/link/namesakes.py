"""Links everything but countries by a knowledge base: to the one namesake who agrees with the article, or to nobody."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ld.extract.phrases.titles import title_before
from ld.facts import Entity, Facts, Link, Nil
from ld.generations import GENERATIONS
from ld.kb import Candidate, How, Item, Lookup, UnavailableError
from ld.link.agreement import Agreement, agreement, by_name
from ld.link.candidates import candidates_for, state_of
from ld.link.context import ArticleContext, codes_of, context_of, regions_of
from ld.link.home import bodies_at_home
from ld.link.things import agreement_of_thing, thing_by_name, told_of
from ld.link.weights import MARGIN, THRESHOLD, Weight, odds, person_weights, score, thing_weights
from ld.text.reading import Reading


class Judged(NamedTuple):
    """A candidate with its *score*, and what speaks for and against it."""

    candidate: Candidate
    agreement: Agreement
    score: float

    def told(self) -> str:
        """The candidate as a reason names it."""
        return f"{self.candidate.item.named()}, {self.score:g}"


class Ranking(NamedTuple):
    """The *candidates* for an entity, the likeliest first, and the *verdict* that rests on them."""

    candidates: tuple[Judged, ...]
    verdict: Link | Nil


def rank_entities(
    facts: Facts, entities: Sequence[Entity], kb: Lookup, threshold: float = THRESHOLD
) -> dict[str, Ranking]:
    """By entity: whom or what *kb* knows that each of *entities* may be, and which it is, or why that is not said.

    Where *kb* has no answer, the verdict says so.
    """
    told = context_of(facts)
    unanswered: dict[str, Ranking] = {}
    of_places: dict[str, ArticleContext] = {}
    known: dict[str, _Known] = {}  # what is told of a place is the same when other places speak for it

    def judged_of(some: Iterable[Entity], usual: ArticleContext) -> dict[str, list[Judged]]:
        found = {}
        for entity in some:
            try:
                known[entity.id] = known.get(entity.id) or _known_of(entity, kb, told)
                found[entity.id] = _judge(known[entity.id], of_places.get(entity.id, usual))
            except UnavailableError as error:
                unanswered[entity.id] = Ranking((), Nil(because=f"{UNANSWERED}{error}"))
        return found

    judged = judged_of((entity for entity in entities if entity.kind == "place"), told)
    context, of_places = _contexts(told, _sure(judged))
    again = (
        each
        for each in entities
        if each.kind != "place" or (each.id in judged and of_places.get(each.id, context) != told)
    )
    judged |= judged_of(again, context)
    asked = [entity for entity in entities if entity.id in judged]
    alone = {entity.id: decide(entity, judged[entity.id], context, kb, threshold) for entity in asked}
    at_home = _countries(alone, judged)
    rankings = dict(unanswered)
    for entity in asked:
        found = judged[entity.id]
        together = _in_company(found, entity.id, at_home) if entity.kind == "person" else found
        verdict = alone[entity.id] if together is found else decide(entity, together, context, kb, threshold)
        rankings[entity.id] = Ranking(tuple(together), verdict)
    return rankings


def _sure(judged: Mapping[str, list[Judged]]) -> dict[str, Item]:
    """By entity: the well known place that it surely is."""
    return {entity: each[0].candidate.item for entity, each in judged.items() if each and each[0].score >= _SURE}


def _contexts(told: ArticleContext, sure: Mapping[str, Item]) -> tuple[ArticleContext, dict[str, ArticleContext]]:
    """The context *told*, in which the countries and regions of the places that are *sure* are named, too.

    Who writes of Texas writes of the US. No place speaks for itself, so that each of these has a context of its own.
    """
    stated = {place: (codes_of(item), regions_of(item)) for place, item in sure.items()}
    codes = Counter(code for some, _ in stated.values() for code in some)
    regions = Counter(region for _, some in stated.values() for region in some)
    own = {
        place: told._replace(
            codes=told.codes.union(codes.keys() - {code for code in its_codes if codes[code] == 1}),
            regions=told.regions.union(regions.keys() - {region for region in its_regions if regions[region] == 1}),
        )
        for place, (its_codes, its_regions) in stated.items()
    }
    return told._replace(codes=told.codes.union(codes), regions=told.regions.union(regions)), own


_SURE = 0.9

UNANSWERED = "unlinked: "
"""How the reason begins where the look-up was not answered."""


class _Known(NamedTuple):
    """The *candidates* for an *entity*, and how one of them agrees with a context by what the article says of it."""

    entity: Entity
    candidates: Sequence[Candidate]
    agreement: Callable[[Candidate, ArticleContext], Agreement]


def _known_of(entity: Entity, kb: Lookup, context: ArticleContext) -> _Known:
    """Whom or what *entity* may be. UnavailableError if there is no answer."""
    found = candidates_for(entity, kb)
    if not found and context.home and entity.kind == "organization" and state_of(entity) is None:
        found = bodies_at_home(entity, context.home, context.facts, kb)
    if not found:
        return _Known(entity, found, lambda _candidate, _context: Agreement({}, ()))
    if entity.kind == "person":
        rare, subject = rarity(entity.name, kb), context.subject(entity)
        return _Known(entity, found, lambda each, context: agreement(each, subject, context, rare))
    told = told_of(entity, context, found, kb)
    return _Known(entity, found, lambda each, context: agreement_of_thing(each, told, context))


def _judge(known: _Known, context: ArticleContext) -> list[Judged]:
    """The items that the entity may be, the likeliest first."""
    weights = weights_of(known.entity)
    agreements = ((each, known.agreement(each, context)) for each in known.candidates)
    judged = (Judged(each, how, score(how.features, weights)) for each, how in agreements)
    return sorted(judged, key=_best_first)


def score_by_name(candidate: Candidate, name: str, kb: Lookup) -> float:
    """The score in 0..1 of *candidate* for *name*, before an article speaks for or against it.

    0 for one that is never linked by such a name: what has a name that only begins so,
    and organizations and places whose name it is not.
    """
    if candidate.how is How.BEGINNING:
        return 0.0
    if candidate.item.kind == "person":
        return score(by_name(candidate, rarity(name, kb)), person_weights())
    return score(thing_by_name(candidate, name), thing_weights()) if candidate.how <= How.SHORT else 0.0


def weights_of(entity: Entity) -> dict[str, Weight]:
    """The weights by which the candidates for *entity* are told apart."""
    return person_weights() if entity.kind == "person" else thing_weights()


def _best_first(judged: Judged) -> tuple[float, int]:
    return (-judged.score, judged.candidate.item.number)


def rarity(name: str, kb: Lookup) -> float:
    """How rare the surname is: 1 if one person has it; 0 if fifty have, or the knowledge base is too small to tell."""
    if not kb.people:
        return 0.0
    bearers = kb.bearers(_surname(name))
    told = min(1.0, math.log(kb.people + 1) / math.log(_TELLING))
    return told**2 * max(0.0, 1 - math.log(max(bearers, 1)) / math.log(_MANY))


_MANY = 50
_TELLING = 10_000


def _surname(name: str) -> str:
    words = [word for word in name.split() if word.rstrip(".") not in GENERATIONS]
    return words[-1] if words else name


def _countries(verdicts: Mapping[str, Link | Nil], judged: Mapping[str, list[Judged]]) -> dict[str, frozenset[str]]:
    """By entity: the countries of those who are linked."""
    return {
        entity: codes_of(judged[entity][0].candidate.item)
        for entity, verdict in verdicts.items()
        if isinstance(verdict, Link)
    }


def _in_company(judged: list[Judged], entity: str, at_home: Mapping[str, frozenset[str]]) -> list[Judged]:
    """The candidates, with what it is worth that others in the article are of one country with them, if they are."""
    others = frozenset().union(*(codes for other, codes in at_home.items() if other != entity))
    at_one = [bool(codes_of(each.candidate.item) & others) for each in judged]
    if not any(at_one):
        return judged
    together = (_coherent(each) if is_one else each for each, is_one in zip(judged, at_one, strict=True))
    return sorted(together, key=_best_first)


def _coherent(judged: Judged) -> Judged:
    agreed = Agreement(
        {**judged.agreement.features, "coherent": 1.0},
        (*judged.agreement.told, "others in the article are of the same country"),
    )
    return judged._replace(agreement=agreed, score=score(agreed.features))


def decide(entity: Entity, judged: list[Judged], context: ArticleContext, kb: Lookup, threshold: float) -> Link | Nil:
    """The link to the best of the *judged*, if it is good enough and alone so; else why not."""
    if not judged:
        return Nil(because=f"no candidate: {kb.source} knows no {entity.kind} called {entity.name!r}")
    objection = _objection(entity, judged[0], context) if entity.kind == "person" else None
    return objection or settle(judged, kb, threshold)


def _objection(person: Entity, best: Judged, context: ArticleContext) -> Nil | None:
    """Why the *best* for *person* is not linked, however high the score."""
    item, features, told = best.candidate.item, best.agreement.features, "; ".join(best.agreement.told)
    if any(author.entity == person.id for author in context.facts.authors) and "post_agrees" not in features:
        return Nil(because=f"named like {item.named()}, but the author of the article, with no post stated")
    if " " not in person.name and best.candidate.how <= How.ALIAS and not _is_titled(person, context):
        return Nil(because=f"a single name, and no title such as Queen stands before it: named like {item.named()}")
    if best.candidate.how is How.SURNAME and not _is_sure(item, features, context):
        return Nil(because=f"a surname alone, and no post tells that {item.named()} is meant: {told}")
    if "not_in_office" in features and best.score < THRESHOLD <= score(features | {"not_in_office": 0.0}):
        return Nil(because=f"not in office on {context.day}: named like {item.named()}, but {told}")
    return None


def settle(judged: Sequence[Judged], kb: Lookup, threshold: float = THRESHOLD) -> Link | Nil:
    """The link to the first of the *judged*, the best, if it is good enough and alone so; else why not."""
    best, *others = judged
    item, told = best.candidate.item, "; ".join(best.agreement.told)
    if best.score < threshold:
        return Nil(because=f"named like {item.named()}, but the score {best.score:g} is below {threshold:g}: {told}")
    if others and odds(best.score) < MARGIN * odds(others[0].score):
        return Nil(because=f"two candidates within margin: {best.told()}, and {others[0].told()}")
    return _link(best, others[0] if others else None, told, kb.source_of(item.identifier))


def _link(best: Judged, runner_up: Judged | None, told: str, source: str) -> Link:
    item = best.candidate.item
    return Link(
        qid=item.qid or None,
        iri=None if item.qid else item.iri,
        label=item.label,
        score=best.score,
        because=f"{told}; runner-up {runner_up.told()}" if runner_up else told,
        source=source,
        runner_up=runner_up.candidate.item.identifier if runner_up else None,
        margin=round(best.score - runner_up.score, 3) if runner_up else None,
    )


def _is_titled(person: Entity, context: ArticleContext) -> bool:
    """Whether a title stands before a mention of *person*, with which a single name is enough."""
    text = Reading.of(context.facts.article)
    return any(title_before(text, mention.start) for mention in person.mentions)


def _is_sure(item: Item, features: Mapping[str, float], context: ArticleContext) -> bool:
    """Whether a surname and a post are enough: held on the day; else one that leads a state, known to all."""
    if "post_agrees" not in features or item.death:
        return False
    if "in_office" in features:
        return True
    leads = features.get("led_a_state", 0) > 0
    return leads and (context.day is None or ("not_in_office" not in features and features["prior"] > _KNOWN_TO_ALL))


_KNOWN_TO_ALL = 0.8
