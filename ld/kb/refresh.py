"""Bringing a knowledge base up to date: IDs that Wikidata merged or deleted are followed, the old ones kept."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ld.kb.build import EVERYTHING, Outcome, Reading, build_kb
from ld.kb.contents import former_ids, house_items
from ld.kb.sources import is_dump, read_redirects
from ld.kb.store import Kb, open_kb
from ld.kb.writer import Redirect


class RefreshOutcome(NamedTuple):
    """The result of a refresh. *moved* maps old IDs to new ones, *deleted* are those that Wikidata no longer has.

    *missing* counts the Wikidata items that a dump lacks; they are kept as they were.
    """

    outcome: Outcome
    moved: dict[str, str]
    deleted: tuple[str, ...]
    missing: int = 0


def refresh_kb(
    path: Path, source: Path, *, snapshot: str = "", progress: Callable[[Reading], None] | None = None
) -> RefreshOutcome:
    """Update the knowledge base *path* from *source*: a newer dump, or a table of redirects.

    A line of the table has an old ID and a new one, or none for an item that was deleted.
    Only the items that *path* contains are read from a dump, and the dump's version wins.
    An item can still be found by its old ID; a deleted one cannot be found any more.
    Raises InputError for a source that cannot be read.
    """
    with open_kb(path) as kb:
        info = kb.info()
        name, day = info.name, snapshot or info.snapshot
        if is_dump(source):
            wanted, held = EVERYTHING._replace(only=kb), sum(info.items.values()) - house_items(kb)
            outcome = build_kb([path, source], path, wanted, name=name, snapshot=day, progress=progress)
            return RefreshOutcome(outcome, *_changes(kb, path, ()), missing=held - outcome.kept[-1])
        outcome = build_kb([path], path, name=name, snapshot=day, redirects=source, progress=progress)
        return RefreshOutcome(outcome, *_changes(kb, path, read_redirects(source)))


def _changes(before: Kb, path: Path, redirects: Iterable[Redirect]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Which of the items of *before* have another ID now, and which are gone."""
    moved, deleted = {}, []
    with open_kb(path) as after:
        known = [each.qid for each in redirects if each.qid in before]
        for qid in dict.fromkeys((*known, *(old for old in former_ids(after) if old in before))):
            item = after.item(qid)
            if item is None:
                deleted.append(qid)
            elif item.qid != qid:
                moved[qid] = item.qid
    return moved, tuple(deleted)
