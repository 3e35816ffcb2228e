"""The linker's candidates, for people and programs that inspect a choice: scores, features, and the verdict."""

from collections.abc import Sequence

from ld.article import Value
from ld.facts import Entity, EntityKind, Facts, Link, Nil
from ld.kb import Lookup, offline
from ld.link.corrections import Correction
from ld.link.namesakes import Judged, rank_entities, weights_of
from ld.link.ranking import KINDS, rank
from ld.link.weights import MARGIN, THRESHOLD, Weight, worths


class Feature(Value, frozen=True):
    """A reason for or against a candidate; it adds its *worth* to the score: *value* times *weight*.

    A score is 1 / (1 + exp(-sum of all worths)). The tables ``data/*_weights.csv`` explain each feature.
    """

    name: str
    value: float
    weight: float
    worth: float


class Option(Value, frozen=True, kw_only=True):
    """A candidate: an item that the entity may be, with its *score* in 0..1.

    *features* are in descending order of weight, without those worth nothing; *told* is the same in words.
    *description* is the knowledge base's, or is composed from what it knows.
    """

    qid: str | None = None
    iri: str | None = None
    label: str
    description: str
    score: float
    is_chosen: bool
    features: tuple[Feature, ...]
    told: tuple[str, ...]

    @property
    def item(self) -> str:
        """The Wikidata ID, or else the user's own IRI."""
        return self.qid or self.iri or ""


class Choice(Value, frozen=True):
    """The id of an *entity* with its *candidates*, best first, and its *link*, or the reason why it has none."""

    entity: str
    kind: EntityKind
    name: str
    link: Link | Nil | None
    candidates: tuple[Option, ...]


class Choices(Value, frozen=True):
    """The choices for all *entities* of an article, in the order of the facts.

    Nothing is linked below the score *threshold*, nor unless the best candidate's odds are *margin* times the next's.
    """

    threshold: float
    margin: float
    entities: tuple[Choice, ...]


def choices(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> Choices:
    """The candidates of each entity of *facts*, compared as ``ld.link.link`` does, and what it is linked to.

    Where a correction, the page or the facts themselves decide, the candidates from files are still ranked, so that one
    can see what the decision was preferred to.
    """
    ranked = rank(facts, kb, corrections, threshold)
    files = offline(kb)
    decided = [e for e in ranked.facts.entities if e.kind in KINDS and e.id not in ranked.candidates]
    besides = rank_entities(ranked.facts, decided, files, threshold) if files else {}
    judged = dict(ranked.candidates) | {id_: ranking.candidates for id_, ranking in besides.items()}
    told = tuple(_choice(entity, judged.get(entity.id, ())) for entity in ranked.facts.entities)
    return Choices(threshold=threshold, margin=MARGIN, entities=told)


def _choice(entity: Entity, judged: Sequence[Judged]) -> Choice:
    weights = weights_of(entity)
    return Choice(
        entity=entity.id,
        kind=entity.kind,
        name=entity.name,
        link=entity.link,
        candidates=tuple(_option(each, entity, weights) for each in judged),
    )


def _option(judged: Judged, entity: Entity, weights: dict[str, Weight]) -> Option:
    item = judged.candidate.item
    return Option(
        qid=item.qid or None,
        iri=None if item.qid else item.iri,
        label=item.label,
        description=item.described(),
        score=judged.score,
        is_chosen=item.identifier == entity.item,
        features=_features(judged, weights),
        told=judged.agreement.told,
    )


def _features(judged: Judged, weights: dict[str, Weight]) -> tuple[Feature, ...]:
    values = {"always": 1.0} | judged.agreement.features
    told = (
        Feature(name=name, value=round(values[name], 4), weight=weights[name].weight, worth=round(worth, 4))
        for name, worth in worths(values, weights).items()
        if worth
    )
    return tuple(sorted(told, key=lambda each: (-abs(each.worth), each.name)))
