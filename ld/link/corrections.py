"""Corrections by the newsroom: what a name, a link or a fact is, whatever the rules and the knowledge base say."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from ld.errors import InputError
from ld.facts import Entity, Facts, Link, Mention, Nil
from ld.identifiers import article_iri
from ld.kb import Item, Lookup, UnavailableError
from ld.kb.item import QID, is_identifier
from ld.link.countries import country_items

COLUMNS = ("match", "context", "decision", "who", "when", "article", "words", "id")
"""The columns of the table. *match* and *decision* are required; the last three are the desk's (docs/review.md)."""
UNLINKED = "NIL"
NOT_A_NAME, SPLIT = "not a name", "split"
KIND, SAME_AS = "kind ", "same as "
WRONG, RIGHT, SPEAKER_WRONG, TITLE = "wrong", "right", "speaker wrong", "title "
UNDO = "undo"
KINDS = ("person", "organization", "place", "group", "work")
"""The kinds that a name may be given. A country is known by its code, which nobody is asked for."""


class Correction(NamedTuple):
    """A row of ``links.csv``: *match* (a name, an item or the id of a fact) is to be treated as the *decision* says.

    An item is a Wikidata ID, or the IRI in one's own knowledge base for what Wikidata lacks. The decision on an item or
    a name is another item, ``NIL``, "not a name", "kind organization", "same as Ada Quill" (another name in the same
    article), or "split" (its mentions in the *context* are somebody else's). The decision on a fact is "wrong",
    "right", "speaker wrong", or "title …" (the title that a post should have). "undo" takes back the row whose id is
    *match*.

    *context* is a regular expression that must match the paragraph of a mention; empty: any paragraph.
    *article* is the IRI of the only article concerned; empty: all. *words* repeat, for people, what was decided on.
    *source* is the file with the line, or with the *id* of the row if it has one.
    """

    match: str
    context: str
    decision: str
    who: str
    when: str
    source: str
    article: str = ""
    words: str = ""
    id: str = ""

    @property
    def because(self) -> str:
        """The reason that a corrected entity gives. ``applied`` finds the corrections that were used by it."""
        return (
            f"corrected in {self.source} by {self.who or 'somebody unnamed'}{f' on {self.when}' if self.when else ''}"
        )

    @property
    def is_link(self) -> bool:
        """Whether it decides what a name or an item is linked to."""
        return self.decision == UNLINKED or is_identifier(self.decision)

    @property
    def is_verdict(self) -> bool:
        """Whether it is a verdict on a fact."""
        return self.decision in {WRONG, RIGHT, SPEAKER_WRONG} or self.decision.startswith(TITLE)

    def concerns(self, article: str) -> bool:
        """Whether it applies to the article with this IRI."""
        return self.article in {"", article}


class Applied(NamedTuple):
    """A correction and the entity, by its id and name, to which it was applied."""

    correction: Correction
    entity: str
    name: str


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in force in the CSV file *path*, whose first line names the columns ``COLUMNS``.

    Those taken back are left out. Rows with an id, which the desk appends, come before the others, the latest first; of
    two that fit, the first counts.
    Raises InputError, naming the line, for an unknown column, an unknown decision, a context that is not a regular
    expression, or an unreadable file.
    """
    rows = read_rows(path)
    undone: set[str] = set()
    for row in reversed(rows):
        if row.decision == UNDO and row.id not in undone:
            undone.add(row.match)
    standing = [row for row in rows if row.decision != UNDO and not (row.id and row.id in undone)]
    return (*(row for row in reversed(standing) if row.id), *(row for row in standing if not row.id))


def read_rows(path: Path) -> tuple[Correction, ...]:
    """All rows of the table *path* in their order, and those that were taken back. Raises as ``read_corrections``."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if missing := {"match", "decision"} - set(rows.fieldnames or ()):
                raise InputError(f"{path}: line 1: no column {min(missing)!r}", f"the columns are {', '.join(COLUMNS)}")
            return tuple(correction_of(row, path.name, rows.line_num) for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read: {error}", "give a CSV file in UTF-8") from error


def correction_of(row: Mapping[str, str | None], file: str, line: int) -> Correction:
    """The correction in the cells of a *row*, by column name, of this *file*. Raises as ``read_corrections``."""
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    source = f"{file}, decision {cells['id']}" if cells["id"] else f"{file}, line {line}"
    correction = Correction(**cells, source=source)
    if not correction.match:
        raise InputError(f"{source}: no name and no item to correct", "fill the column match")
    if not _is_decision(correction):
        raise InputError(
            f"{source}: {correction.decision!r} is no decision",
            f"write an ID such as Q884, the IRI of an item of your own knowledge base, {UNLINKED}, or what "
            "docs/review.md lists",
        )
    try:
        re.compile(correction.context)
    except re.error as error:
        raise InputError(f"{source}: the context is no regular expression: {error}", "correct it") from error
    return correction


def _is_decision(correction: Correction) -> bool:
    decision = correction.decision
    if decision.startswith(KIND):
        return decision.removeprefix(KIND) in KINDS
    named = decision.startswith(SAME_AS) or decision in {NOT_A_NAME, SPLIT, UNDO}
    return named or correction.is_link or correction.is_verdict


def correct_names(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None = None) -> Facts:
    """*facts* with the corrections of names applied; if several fit an entity, the first does.

    An item chosen at the desk that *kb* knows as one of another kind fits nothing.
    Raises InputError for a decision that is an IRI unknown to *kb*.
    """
    return _corrected(facts, [each for each in corrections if each.is_link and not is_identifier(each.match)], kb)


def correct_links(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None = None) -> Facts:
    """*facts* with the corrections of items applied: of Wikidata IDs, and of IRIs. Raises as ``correct_names``."""
    return _corrected(facts, [each for each in corrections if each.is_link and is_identifier(each.match)], kb)


def applied(facts: Facts, corrections: Iterable[Correction]) -> tuple[Applied, ...]:
    """The corrections that the linked *facts* rest on, in the order of the entities."""
    by_reason = {correction.because: correction for correction in corrections}
    return tuple(
        Applied(by_reason[entity.link.because], entity.id, entity.name)
        for entity in facts.entities
        if entity.link and entity.link.because in by_reason
    )


def settled(facts: Facts, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The decisions on names and facts, not links, that concern this article, by its IRI or by its words."""
    iri = article_iri(facts.article)
    return tuple(
        each
        for each in corrections
        if not each.is_link and each.concerns(iri) and (each.is_verdict or each.match in facts.article.text)
    )


def unused(corrections: Iterable[Correction], articles: Iterable[Facts]) -> tuple[Correction, ...]:
    """The corrections of links that none of the linked *articles* uses: outdated, or mistyped.

    Those from the desk are not counted: they are meant for other articles as well.
    """
    corrections = tuple(each for each in corrections if each.is_link and not each.id)
    used = {each.correction for facts in articles for each in applied(facts, corrections)}
    return tuple(correction for correction in corrections if correction not in used)


def _corrected(facts: Facts, corrections: Sequence[Correction], kb: Lookup | None) -> Facts:
    if not corrections:
        return facts
    entities = []
    for entity in facts.entities:
        fitting = next((each for each in corrections if fits(each, entity, facts) and _may_be(each, entity, kb)), None)
        link = _decision(fitting, entity, kb) if fitting else entity.link
        entities.append(msgspec.structs.replace(entity, link=link))
    return msgspec.structs.replace(facts, entities=tuple(entities))


def fits(correction: Correction, entity: Entity, facts: Facts) -> bool:
    """Whether *correction* is about the item or a name of this *entity*, in this article, in its context.

    One written by hand means everything of that name, and its context may match anywhere in the paragraph. One from the
    desk means the full name of an entity, not a short form shared with others; or, with a context, exactly those words.
    """
    if not correction.concerns(article_iri(facts.article)):
        return False
    if correction.id and correction.context:
        return any(is_meant(correction, mention, facts) for mention in entity.mentions)
    forms = {mention.exact for mention in entity.mentions}
    is_called_so = forms == {correction.match} if correction.id else correction.match in forms
    if not is_called_so and correction.match not in {entity.item, entity.name}:
        return False
    return not correction.context or any(_found_beside(correction, mention, facts) for mention in entity.mentions)


def is_meant(correction: Correction, mention: Mention, facts: Facts) -> bool:
    """Whether *mention* has the words of *correction* and lies within the match of its context."""
    if mention.exact != correction.match:
        return False
    return not correction.context or any(
        start <= mention.start and mention.end <= end for start, end in _found_beside(correction, mention, facts)
    )


def _found_beside(correction: Correction, mention: Mention, facts: Facts) -> list[tuple[int, int]]:
    """Where the context of *correction* matches in the paragraph of *mention*."""
    part = facts.article.part_at(mention.start)
    if part is None:
        return []
    found = re.finditer(correction.context, facts.article.text[part.start : part.end])
    return [(part.start + match.start(), part.start + match.end()) for match in found]


def _may_be(correction: Correction, entity: Entity, kb: Lookup | None) -> bool:
    """Whether the chosen item is not known to be of another kind: a person is not the town of the same name.

    A correction by hand overrules that; at the desk, whoever chose the town has not looked at the person.
    """
    item = _item(correction, kb) if correction.id and correction.decision != UNLINKED else None
    return item is None or item.kind == entity.kind


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
    """Raise InputError for the first of *corrections* whose decision is an IRI unknown to *kb*: it is mistyped."""
    for correction in corrections:
        if correction.is_link and correction.decision != UNLINKED and not QID.fullmatch(correction.decision):
            _item(correction, kb)


def _item(correction: Correction, kb: Lookup | None) -> Item | None:
    """What *kb* knows about the item that *correction* chooses."""
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
