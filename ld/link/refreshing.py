"""Updates links made earlier: Wikidata IDs that were merged are replaced, in facts and in corrections."""

import csv
import io
from typing import NamedTuple

import msgspec

from ld.errors import InputError
from ld.facts import Entity, Facts, Link, Office
from ld.kb.item import QID
from ld.kb.moves import Moves
from ld.link.merging import merge_same
from ld.read.facts_check import faults


class Change(NamedTuple):
    """An identifier and its *new* one, None if the item was deleted, which stays. *name* is the entity's."""

    old: str
    new: str | None
    name: str


def refreshed_facts(facts: Facts, moves: Moves) -> tuple[Facts, tuple[Change, ...]]:
    """*facts* with up-to-date identifiers, and the changes.

    Entities that turn out to be the same are merged. Raises InputError if the facts contradict themselves then.
    """
    changes: list[Change] = []
    entities = tuple(_entity(entity, moves, changes) for entity in facts.entities)
    posts = tuple(
        msgspec.structs.replace(post, office=_office(post.office, post.title, moves, changes)) if post.office else post
        for post in facts.posts
    )
    if not any(change.new for change in changes):
        return facts, tuple(changes)
    merged = merge_same(msgspec.structs.replace(facts, entities=entities, posts=posts))
    if found := faults(merged):
        raise InputError(f"cannot be brought up to date: {found[0]}", "correct the links by hand")
    return merged, tuple(changes)


def refreshed_corrections(text: str, moves: Moves) -> tuple[str, tuple[Change, ...]]:
    """The *text* of a table of corrections with up-to-date identifiers, and the changes.

    A text without changes is returned byte for byte.
    """
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    header = rows[0] if rows else []
    columns = [place for place, name in enumerate(header) if name.strip() in {"match", "decision"}]
    changes: list[Change] = []
    for row in rows[1:]:
        for place in columns:
            if place < len(row) and (new := _new(row[place].strip(), header[place].strip(), moves, changes)):
                row[place] = new
    if not any(change.new for change in changes):
        return text, tuple(changes)
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(rows)
    return ("\ufeff" if text.startswith("\ufeff") else "") + written.getvalue(), tuple(changes)


def _entity(entity: Entity, moves: Moves, changes: list[Change]) -> Entity:
    link = entity.link
    if not isinstance(link, Link):
        return entity
    new = _new(link.item, entity.name, moves, changes)
    if new:
        is_qid = QID.fullmatch(new) is not None
        link = msgspec.structs.replace(link, qid=new if is_qid else None, iri=None if is_qid else new)
    if link.runner_up and (other := moves.new(link.runner_up)) != link.runner_up:
        changes.append(Change(link.runner_up, other, f"the runner-up of {entity.name}"))
        link = msgspec.structs.replace(link, runner_up=other)
    if link.runner_up == link.item:
        link = msgspec.structs.replace(link, runner_up=None, margin=None)
    return msgspec.structs.replace(entity, link=link)


def _office(office: Office, title: str, moves: Moves, changes: list[Change]) -> Office:
    new = _new(office.qid, title, moves, changes)
    return msgspec.structs.replace(office, qid=new) if new else office


def _new(identifier: str, name: str, moves: Moves, changes: list[Change]) -> str | None:
    """The identifier that has replaced *identifier*, if any; replacements and deletions are added to *changes*."""
    new = moves.new(identifier)
    if new != identifier:
        changes.append(Change(identifier, new, name))
        return new
    if moves.is_gone(identifier):
        changes.append(Change(identifier, None, name))
    return None
