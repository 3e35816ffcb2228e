"""The linker's candidates for people and programs that look at a choice: scores, features, and the verdict."""

from collections.abc import Sequence

from ld.article import Value
from ld.facts import Entity, EntityKind, Facts, Link, Nil
from ld.kb import Lookup, offline
from ld.link.corrections import Correction
from ld.link.namesakes import Judged, rank_entities, weights_of
from ld.link.ranking import KINDS, rank
from ld.link.weights import MARGIN, THRESHOLD, Weight, worths


class Feature(Value, frozen=True):
    """What speaks for a candidate, or against it: the *worth* that it adds to the score is *value* times *weight*.

    A score is 1 / (1 + exp(-sum of all worths)). The tables ``data/*_weights.csv`` say what each feature means.
    """

    name: str
    value: float
    weight: float
    worth: float


class Option(Value, frozen=True, kw_only=True):
    """A candidate: an item that the entity may be, with its *score* in 0..1.

    *features* come with the weightiest first; those worth nothing are left out. *told* has the same in words.
    *description* is the knowledge base's, or what it knows in place of one.
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
        """The Wikidata ID, or else the house's own IRI."""
        return self.qid or self.iri or ""


class Choice(Value, frozen=True):
    """An *entity* of the article, by its id, with its *candidates*, the best first, and the *link*, or why none is."""

    entity: str
    kind: EntityKind
    name: str
    link: Link | Nil | None
    candidates: tuple[Option, ...]


class Choices(Value, frozen=True):
    """The choices for all *entities* of an article, in the order of the facts.

    Below the score *threshold* nothing is linked, nor where the odds of the best are not *margin* times the next's.
    """

    threshold: float
    margin: float
    entities: tuple[Choice, ...]


def choices(
    facts: Facts, kb: Lookup | None = None, corrections: Sequence[Correction] = (), threshold: float = THRESHOLD
) -> Choices:
    """What each entity of *facts* may be, as ``ld.link.link`` compares it, and what it is linked to.

    Of what is decided before any candidate is compared, by a correction, by the page or in the facts, the candidates
    of the files are ranked all the same, for whoever wants to see what it was chosen over.
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
