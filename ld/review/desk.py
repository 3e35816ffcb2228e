"""The articles on the desk: linked according to the decisions in force, with the least certain names first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from ld.facts import Entity, EntityKind, Facts, Link, Nil
from ld.identifiers import article_iri
from ld.kb import Lookup
from ld.kb.item import is_identifier
from ld.link.choices import Choice, Option, choices
from ld.link.corrections import TITLE, Correction
from ld.link.weights import THRESHOLD
from ld.linked_graph import linked_graph
from ld.review.knowledge import Knowledge
from ld.review.ledger import Ledger, decision_on
from ld.terms import ArticleGraph

RANKED = ("person", "organization", "place")
"""The kinds that have candidates."""
SURE = 0.2
"""A score this far from the threshold leaves no doubt: names linked by it come last."""


class Reviewed(NamedTuple):
    """An article after all decisions: its linked *facts*, their *graph*, and by entity what each may be."""

    facts: Facts
    graph: ArticleGraph
    choices: Mapping[str, Choice]


class Name(NamedTuple):
    """A name of one kind in all articles that have it: *seen* has their numbers and their entities.

    *doubt* orders the queue: the least sure first. *last* is the last decision on it, if any; it *is_decided* when
    there is one for each of the articles.
    """

    name: str
    kind: EntityKind
    seen: tuple[tuple[int, Entity], ...]
    candidates: tuple[Option, ...]
    doubt: tuple[float, ...]
    last: Correction | None
    is_decided: bool


class Progress(NamedTuple):
    """How far an article has been looked at: how many *names* it has and on how many somebody *decided*, how many
    *facts* and the *verdicts* on them by what they say ("right", "wrong", …).
    """  # noqa: D205 - one sentence

    names: int
    decided: int
    facts: int
    verdicts: Mapping[str, int]

    @property
    def is_complete(self) -> bool:
        """Whether everything has been looked at; never if there was nothing to look at."""
        return self.names + self.facts > 0 and self.decided == self.names and sum(self.verdicts.values()) == self.facts


class Desk:
    """*articles* before anything of them is linked, the *ledger* of decisions on them, and the *knowledge* used."""

    def __init__(
        self, articles: Iterable[Facts], ledger: Ledger, knowledge: Knowledge, threshold: float = THRESHOLD
    ) -> None:
        self.articles = tuple(map(_undecided, articles))
        self.ledger, self.knowledge = ledger, knowledge
        self._threshold = threshold
        self._forms = tuple(map(_forms, self.articles))
        self._kept: dict[int, tuple[object, Reviewed]] = {}
        self._listed: tuple[object, tuple[Name, ...]] = (None, ())

    def reviewed(self, number: int) -> Reviewed:
        """The article with this *number*. It is linked again if the base or a decision that may concern it has changed.

        Raises InputError for decisions that cannot be read, and IndexError if there is no such article.
        """
        kb = self.knowledge.lookup()
        facts = self.articles[number]
        corrections = _concerning(facts, self._forms[number], self.ledger.standing())
        state = (corrections, self.knowledge.edition)
        kept = self._kept.get(number)
        if kept is None or kept[0] != state:
            kept = (state, self._review(facts, kb, corrections))
            self._kept[number] = kept
        return kept[1]

    def _review(self, facts: Facts, kb: Lookup | None, corrections: Sequence[Correction]) -> Reviewed:
        linked, graph = linked_graph(facts, kb, corrections, self._threshold)
        found = choices(facts, kb, corrections, self._threshold)
        return Reviewed(linked, graph, {choice.entity: choice for choice in found.entities})

    def names(self) -> tuple[Name, ...]:
        """All names in the texts of the articles, the least sure first."""
        self.knowledge.lookup()
        state = (self.ledger.standing(), self.knowledge.edition)
        if self._listed[0] != state:
            self._listed = (state, self._sorted_names())
        return self._listed[1]

    def progress(self) -> tuple[Progress, ...]:
        """How far each of the articles has been looked at."""
        names = Counter(number for name in self.names() for number in {number for number, _ in name.seen})
        decided = Counter(
            number for name in self.names() if name.is_decided for number in {number for number, _ in name.seen}
        )
        standing = self.ledger.standing()
        return tuple(
            Progress(names[number], decided[number], *_judged(facts, self.reviewed(number).facts, standing))
            for number, facts in enumerate(self.articles)
        )

    def _sorted_names(self) -> tuple[Name, ...]:
        seen: dict[tuple[str, EntityKind], list[tuple[int, Entity]]] = {}
        for number in range(len(self.articles)):
            for entity in self.reviewed(number).facts.entities:
                if entity.mentions:
                    seen.setdefault((entity.name, entity.kind), []).append((number, entity))
        standing = self.ledger.standing()
        names = (self._name(name, kind, where, standing) for (name, kind), where in seen.items())
        return tuple(sorted(names, key=lambda each: (each.doubt, each.name, each.kind)))

    def _name(
        self, name: str, kind: EntityKind, seen: list[tuple[int, Entity]], standing: Sequence[Correction]
    ) -> Name:
        options: dict[str, Option] = {}
        doubts = []
        for number, entity in seen:
            choice = self.reviewed(number).choices.get(entity.id)
            candidates = choice.candidates if choice else ()
            doubts.append(self._doubt(entity, candidates))
            for option in candidates:
                if option.item not in options or option.score > options[option.item].score:
                    options[option.item] = option
        ordered = tuple(sorted(options.values(), key=lambda each: -each.score))
        doubt = (*min(doubts), -len(seen))
        is_decided = all(
            _is_settled(entity, decision_on(name, article_iri(self.articles[number].article), standing))
            for number, entity in seen
        )
        return Name(name, kind, tuple(seen), ordered, doubt, decision_on(name, "", standing), is_decided)

    def _doubt(self, entity: Entity, candidates: Sequence[Option]) -> tuple[float, ...]:
        """How sure the link is: near the threshold, then with candidates but no link, then unknown, then sure."""
        distance = abs(candidates[0].score - self._threshold) if candidates else 1.0
        if entity.kind not in RANKED:
            return 3.0, distance
        if candidates and (distance < SURE or not entity.item):
            return (0.0 if distance < SURE else 1.0), distance
        return (3.0 if entity.item else 2.0), distance


def _is_settled(entity: Entity, decision: Correction | None) -> bool:
    """Whether there is a *decision* that *entity* follows: an item of another kind is for somebody else so named."""
    if decision is None:
        return False
    return not is_identifier(decision.decision) or entity.item == decision.decision


def _judged(facts: Facts, left: Facts, corrections: Sequence[Correction]) -> tuple[int, Mapping[str, int]]:
    """The number of facts to be judged, and the verdicts on them that are in force.

    *left* is what the decisions leave of *facts*: what was dropped with a wrong name need not be judged any more.
    """
    article = article_iri(facts.article)
    found = {id_: decision_on(id_, article, corrections) for id_ in _ids(facts)}
    verdicts = {id_: _verdict(each) for id_, each in found.items() if each and each.is_verdict}
    return len({*_ids(left), *verdicts}), Counter(verdicts.values())


def _ids(facts: Facts) -> Iterator[str]:
    for part in (facts.posts, facts.memberships, facts.quotations, facts.claims, facts.events):
        yield from (fact.id for fact in part)


def _verdict(decision: Correction) -> str:
    return "edited" if decision.decision.startswith(TITLE) else decision.decision


def _concerning(facts: Facts, forms: frozenset[str], corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of *corrections* that may change something in *facts*, whose names have these *forms*."""
    iri = article_iri(facts.article)
    return tuple(
        each
        for each in corrections
        if each.concerns(iri) and (each.match in forms or each.is_verdict or is_identifier(each.match))
    )


def _forms(facts: Facts) -> frozenset[str]:
    """All words by which *facts* name somebody or something."""
    mentioned = (mention.exact for entity in facts.entities for mention in entity.mentions)
    return frozenset((*(entity.name for entity in facts.entities), *mentioned))


def _undecided(facts: Facts) -> Facts:
    """*facts* without the links that rest on a decision of the desk, for it may be taken back."""
    entities = (
        msgspec.structs.replace(entity, link=None) if _is_corrected(entity.link) else entity
        for entity in facts.entities
    )
    return msgspec.structs.replace(facts, entities=tuple(entities))


def _is_corrected(link: Link | Nil | None) -> bool:
    return link is not None and link.because.startswith("corrected in ")
