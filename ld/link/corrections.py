"""Corrections by the newsroom: what a name or a link means here, whatever the knowledge base says."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from ld.errors import InputError
from ld.facts import Entity, Facts, Link, Nil
from ld.kb import Item, Lookup, UnavailableError
from ld.kb.item import QID, is_identifier
from ld.link.countries import country_items

COLUMNS = ("match", "context", "decision", "who", "when")
UNLINKED = "NIL"


class Correction(NamedTuple):
    """A row of ``links.csv``: that *match*, a name or an item, means the *decision*, an item or ``NIL``.

    An item is a Wikidata ID, or the IRI that one's own knowledge base has for what Wikidata lacks.

    *context* is a regular expression that the paragraph of a mention must hold; empty: any paragraph will do.
    *source* is the file with the line.
    """

    match: str
    context: str
    decision: str
    who: str
    when: str
    source: str

    @property
    def because(self) -> str:
        """The reason that a corrected entity gives: by it, ``applied`` finds the corrections that were used."""
        return (
            f"corrected in {self.source} by {self.who or 'somebody unnamed'}{f' on {self.when}' if self.when else ''}"
        )


class Applied(NamedTuple):
    """A correction and the entity, by its id and name, to which it was applied."""

    correction: Correction
    entity: str
    name: str


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in the CSV file *path*, whose first line names the columns ``COLUMNS``.

    Raises InputError, naming the line, for an unknown column, a decision that is neither an item nor ``NIL``,
    a context that is no regular expression, or a file that cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if missing := {"match", "decision"} - set(rows.fieldnames or ()):
                raise InputError(f"{path}: line 1: no column {min(missing)!r}", f"the columns are {', '.join(COLUMNS)}")
            return tuple(_correction(row, f"{path.name}, line {rows.line_num}") for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read: {error}", "give a CSV file in UTF-8") from error


def _correction(row: dict[str, str | None], source: str) -> Correction:
    cells = [(row.get(column) or "").strip() for column in COLUMNS]
    correction = Correction(*cells, source=source)  # type: ignore[misc]  # five columns
    if not correction.match:
        raise InputError(f"{source}: no name and no item to correct", "fill the column match")
    if correction.decision != UNLINKED and not is_identifier(correction.decision):
        raise InputError(
            f"{source}: {correction.decision!r} is no decision",
            f"write an ID such as Q884, the IRI of an item of your own knowledge base, or {UNLINKED}",
        )
    try:
        re.compile(correction.context)
    except re.error as error:
        raise InputError(f"{source}: the context is no regular expression: {error}", "correct it") from error
    return correction


def correct_names(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None = None) -> Facts:
    """*facts* with the corrections of names: of an entity, of two the first that fits. The rest stay as they are.

    Raises InputError for a decision that is an IRI which *kb* does not know.
    """
    return _corrected(facts, [each for each in corrections if not is_identifier(each.match)], kb)


def correct_links(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None = None) -> Facts:
    """*facts* with the corrections of items: of Wikidata IDs, and of IRIs. Raises as ``correct_names`` does."""
    return _corrected(facts, [each for each in corrections if is_identifier(each.match)], kb)


def applied(facts: Facts, corrections: Iterable[Correction]) -> tuple[Applied, ...]:
    """The corrections that the linked *facts* rest on, in the order of the entities."""
    by_reason = {correction.because: correction for correction in corrections}
    return tuple(
        Applied(by_reason[entity.link.because], entity.id, entity.name)
        for entity in facts.entities
        if entity.link and entity.link.because in by_reason
    )


def unused(corrections: Iterable[Correction], articles: Iterable[Facts]) -> tuple[Correction, ...]:
    """The corrections that none of the linked *articles* rests on: out of date, or mistyped."""
    corrections = tuple(corrections)
    used = {each.correction for facts in articles for each in applied(facts, corrections)}
    return tuple(correction for correction in corrections if correction not in used)


def _corrected(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None) -> Facts:
    if not corrections:
        return facts
    entities = []
    for entity in facts.entities:
        fitting = next((each for each in corrections if _fits(each, entity, facts)), None)
        link = _decision(fitting, entity, kb) if fitting else entity.link
        entities.append(msgspec.structs.replace(entity, link=link))
    return msgspec.structs.replace(facts, entities=tuple(entities))


def _fits(correction: Correction, entity: Entity, facts: Facts) -> bool:
    named = correction.match in {entity.item, entity.name}
    if not named and all(mention.exact != correction.match for mention in entity.mentions):
        return False
    return not correction.context or any(
        re.search(correction.context, facts.article.text[part.start : part.end])
        for mention in entity.mentions
        if (part := facts.article.part_at(mention.start))
    )


def _decision(correction: Correction, entity: Entity, kb: Lookup | None) -> Link | Nil:
    if correction.decision == UNLINKED:
        return Nil(because=correction.because)
    item = _item(correction, kb)
    is_qid = QID.fullmatch(correction.decision) is not None
    return Link(
        qid=correction.decision if is_qid else None,
        iri=None if is_qid else correction.decision,
        label=item.label if item else _country_names().get(correction.decision) or entity.name,
        score=1.0,
        because=correction.because,
        source=f"corrections: {correction.source}",
    )


def check_decisions(corrections: Iterable[Correction], kb: Lookup | None) -> None:
    """InputError for the first of *corrections* that decides for an IRI which *kb* does not know: it is mistyped."""
    for correction in corrections:
        if correction.decision != UNLINKED and not QID.fullmatch(correction.decision):
            _item(correction, kb)


def _item(correction: Correction, kb: Lookup | None) -> Item | None:
    """What *kb* knows of the item for which *correction* decides."""
    try:
        item = kb.item(correction.decision) if kb else None
    except UnavailableError:  # a name is no reason to overrule the newsroom
        item = None
    if item is None and not QID.fullmatch(correction.decision):
        raise InputError(
            f"{correction.source}: no knowledge base knows {correction.decision}",
            "add it to your own knowledge base, and name that (--kb)",
        )
    return item


def _country_names() -> dict[str, str]:
    return {each.qid: each.label for each in country_items().values()}
