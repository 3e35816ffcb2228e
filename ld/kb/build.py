"""Building a knowledge base from sources: what was read and left out is counted, and a run cut short goes on."""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from ld.errors import InputError
from ld.kb.dump import Filter, known_classes
from ld.kb.item import Item
from ld.kb.sources import Line, read_redirects, read_source, size_of
from ld.kb.store import Info, open_kb
from ld.kb.writer import Entry, Staging

EVERYTHING = Filter(frozenset(("person", "country", "place", "organization")), 0, frozenset(), known_classes())
BATCH = 20_000
NAMED = 20
"""Broken lines that are named; the others are only counted."""


class Reading(NamedTuple):
    """How far the reading of *source* is: *lines* of it, *at* bytes of *size*, *kept* items so far."""

    source: Path
    lines: int
    at: int
    size: int
    kept: int


class Outcome(NamedTuple):
    """What a build read: *kept* counts items by source, *left_out* lines by reason, *broken* names the first broken."""

    info: Info
    kept: tuple[int, ...]
    left_out: Counter[str]
    broken: tuple[str, ...]


def build_kb(  # noqa: PLR0913 - the options of one build
    sources: Sequence[Path],
    path: Path,
    wanted: Filter = EVERYTHING,
    *,
    name: str = "",
    snapshot: str = "",
    redirects: Path | None = None,
    progress: Callable[[Reading], None] | None = None,
) -> Outcome:
    """Build the knowledge base *path* from *sources*; of two that know one item, the later wins.

    *wanted* applies to the dumps among them. *name* (by default the file's) and *snapshot* (the day that it describes)
    are what links will cite. *redirects* is a table of merged and deleted IDs, which are followed.
    A run that was cut short and is started with the same arguments goes on where it stopped.
    The same sources give the same file, byte for byte.
    Raises InputError for a source that cannot be read or has nothing to keep, OutputError if nothing can be written.
    """
    stamps = [(str(source), size_of(source), source.stat().st_mtime_ns) for source in sources]
    with Staging(path, json.dumps([stamps, wanted.told()])) as staging:
        tally = _Tally.of(staging.progress("tally"))
        for number, source in enumerate(sources):
            _read(source, number, wanted, staging, tally, progress)
        if redirects:
            staging.add(read_redirects(redirects), {})
        if tally.broken and not staging.has_items():
            more = f", and {tally.left_out['broken'] - 1} more lines" if tally.left_out["broken"] > 1 else ""
            raise InputError(f"no item was found in the sources; broken: {tally.broken[0]}{more}", "mend the sources")
        staging.finish(name or path.stem, snapshot, [source.name for source in sources])
    with open_kb(path) as built:
        kept = tuple(tally.kept[str(number)] for number in range(len(sources)))
        return Outcome(built.info(), kept, tally.left_out, tuple(tally.broken))


class _Tally(NamedTuple):
    """What was read so far: kept by a source's number."""

    kept: Counter[str]
    left_out: Counter[str]
    broken: list[str]

    @classmethod
    def of(cls, note: str) -> Self:
        """The tally that a run cut short has left."""
        kept, left_out, broken = json.loads(note) if note else ({}, {}, [])
        return cls(Counter(kept), Counter(left_out), broken)

    def note(self, line: Line, source: Path) -> None:
        """Count what was left out."""
        if line.broken:
            self.left_out["broken"] += 1
            if len(self.broken) < NAMED:
                self.broken.append(f"{source.name}: line {line.number}: {line.broken}")
        elif isinstance(line.found, str):
            self.left_out[line.found] += 1


def _read(  # noqa: PLR0913, PLR0917 - one source of one build
    source: Path,
    place: int,
    wanted: Filter,
    staging: Staging,
    tally: _Tally,
    progress: Callable[[Reading], None] | None,
) -> None:
    """Stage what *source* holds, a batch at a time, each with how far it went."""
    size = size_of(source)
    batch: list[Entry] = []
    done = int(staging.progress(f"lines {place}") or 0)
    lines = read_source(source, wanted, done)
    while True:
        line = None
        for line in itertools.islice(lines, BATCH):
            tally.note(line, source)
            if line.found is not None and not isinstance(line.found, str):
                batch.append(line.found)
        if line is None:
            return
        tally.kept[str(place)] += sum(isinstance(found, Item) for found in batch)
        staging.add(batch, {f"lines {place}": str(line.number), "tally": json.dumps(tally)})
        batch.clear()
        if progress:
            progress(Reading(source, line.number, line.at, size, tally.kept[str(place)]))


def add_to_kb(path: Path, sources: Iterable[Path], progress: Callable[[Reading], None] | None = None) -> Outcome:
    """Put the items of *sources* into the knowledge base *path*; where both know one, *sources* win."""
    with open_kb(path) as kb:
        info = kb.info()
    return build_kb([path, *sources], path, name=info.name, snapshot=info.snapshot, progress=progress)
