"""Bringing what was linked before up to date: merged IDs in facts and in corrections are replaced by the new ones."""

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
    """An identifier that has a *new* one; none: its item was deleted, and it stays. *name* is who or what it is of."""

    old: str
    new: str | None
    name: str


def refreshed_facts(facts: Facts, moves: Moves) -> tuple[Facts, tuple[Change, ...]]:
    """*facts* with the identifiers that stand for theirs now, and what changed.

    Entities that turn out to be one become one. Raises InputError for facts that contradict themselves then.
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
    """The *text* of a table of corrections with the identifiers that stand for its own now, and what changed.

    A text in which nothing changes stays as it is, to the byte.
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
    """What stands for *identifier* now, if that is another; either way, what is to be told goes to *changes*."""
    new = moves.new(identifier)
    if new != identifier:
        changes.append(Change(identifier, new, name))
        return new
    if moves.is_gone(identifier):
        changes.append(Change(identifier, None, name))
    return None
