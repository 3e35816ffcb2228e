"""What the parts of a report share: the numbers and anchors by which they refer to one another."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from ld.article import Citation
from ld.facts import Entity, Facts, Mention
from ld.mapping.nodes import fragment
from ld.report.markup import Html, element
from ld.report.statements import ARTICLE, Statement, statements
from ld.text.spans import Spans

KINDS = {
    "person": "People",
    "country": "Countries",
    "organization": "Organizations",
    "group": "Groups",
    "place": "Places",
    "work": "Documents",
}
"""The kinds of entities, and what several of a kind are called."""


class Section(NamedTuple):
    """A section of the page, listed in the contents. *size* is shown beside its *title*, *kind* is its CSS class."""

    identifier: str
    title: str
    body: Html
    size: int | None = None
    kind: str = ""

    def html(self) -> Html:
        """The section under its heading."""
        heading = f"{self.identifier}-title"
        count = None if self.size is None else element("span", str(self.size), class_="count")
        return element(
            "section",
            element("h2", self.title, " " if count else None, count, id=heading),
            self.body,
            id=self.identifier,
            class_=self.kind,
            aria_labelledby=heading,
        )


class NumberedMention(NamedTuple):
    """A mention in its place among all of the article's; its *number* is its anchor's."""

    number: int
    mention: Mention
    entity: Entity

    @property
    def anchor(self) -> str:
        """The id of the mention on the page."""
        return f"_m{self.number}"


class Outline:
    """The facts of one article, ready to be laid out.

    An entity's or event's anchor is its fragment in the graph, so that its IRI leads to it;
    the page's own anchors begin with an underscore, which no fragment of a read entity does.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.entities = {entity.id: entity for entity in facts.entities}
        self.statements = statements(facts)

    @cached_property
    def mentions(self) -> tuple[NumberedMention, ...]:
        """All mentions by their place in the text; of two that begin together the longer first."""
        named = ((mention, entity) for entity in self.facts.entities for mention in entity.mentions)
        ordered = sorted(named, key=lambda pair: (pair[0].start, -pair[0].end))
        return tuple(NumberedMention(number, *pair) for number, pair in enumerate(ordered))

    @cached_property
    def mentions_of(self) -> dict[str, list[NumberedMention]]:
        """The mentions of each entity."""
        found = defaultdict(list)
        for marked in self.mentions:
            found[marked.entity.id].append(marked)
        return found

    def statements_at(self, start: int, end: int) -> list[int]:
        """The numbers of the statements that cite words in ``text[start:end]``, without those on the whole article."""
        return sorted({self._cited[place][0] for place in self._citations.overlapping(start, end)})

    @cached_property
    def _cited(self) -> list[tuple[int, int, int]]:
        return [
            (number, proof.start, proof.end)
            for number, statement in enumerate(self.statements)
            if statement.topic != ARTICLE
            for proof in statement.evidence
            if isinstance(proof, Citation)
        ]

    @cached_property
    def _citations(self) -> Spans:
        return Spans((start, end) for _, start, end in self._cited)

    def statements_about(self, entity: str) -> list[tuple[int, Statement]]:
        """The statements in which an *entity* plays a part, with their numbers."""
        return self._about.get(entity, [])

    @cached_property
    def _about(self) -> dict[str, list[tuple[int, Statement]]]:
        found = defaultdict(list)
        for number, statement in enumerate(self.statements):
            for entity in dict.fromkeys(statement.entities):
                found[entity].append((number, statement))
        return found


def anchor(identifier: str) -> str:
    """The id on the page of the entity or event with this *identifier*."""
    return fragment(identifier)


def statement_anchor(number: int) -> str:
    """The id on the page of the statement with this *number*."""
    return f"_f{number}"


def part_anchor(number: int) -> str:
    """The id on the page of the text's part with this *number*."""
    return f"_p{number}"
