"""Publishing: what is unchanged is not sent, what is sent is read back, what cannot be sent is kept."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import NamedTuple

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.outbox import Outbox
from ld.publish.publication import Publication, of_lines
from ld.publish.store import Store
from ld.publish.updates import catalog_query, change, count_query, graph_query, removal, replacement

BATCH = 20
"""How many articles go into one request: more save little, and a request that fails is sent again whole."""
WORKERS = 2
"""How many requests are under way at once."""


@dataclass
class Outcome:
    """What publishing did: the names of the articles, by what happened to each."""

    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Not sent, because the store could not be reached: they are in the outbox, if there is one."""
    failures: list[StoreError] = field(default_factory=list)


def publish(  # noqa: PLR0913
    publications: Iterable[Publication],
    store: Store,
    *,
    outbox: Outbox | None = None,
    verify: bool = True,
    only_changes: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Put each of *publications* in the place of what stands in *store* under its name.

    An article whose digest the store's catalog knows is not sent. The articles of one batch are replaced in one
    transaction; batches go out by two threads, and no more are read than are under way.
    With an *outbox*, each article is written there first and removed once the store has it.
    With *only_changes*, an article that is there already is changed triple by triple.
    With *dry_run*, nothing is sent. A store that cannot be reached ends the sending, not the keeping.
    """
    outcome = Outcome()
    known = {row["name"]: row["digest"] for row in store.select(catalog_query())}
    pending = _changed(publications, known, outcome)
    if dry_run:
        for publication in pending:
            _sort(publication, known, outcome)
        return outcome
    kept = (outbox.keep(publication) for publication in pending) if outbox else pending
    with ThreadPoolExecutor(WORKERS) as workers:
        send = functools.partial(_send, store, known, _Options(verify, only_changes))
        for batch, error in _sent(workers, _batches(iter(kept)), send):
            if error:
                outcome.kept += [publication.name for publication in batch]
                outcome.failures.append(error)
                continue
            for publication in batch:
                _sort(publication, known, outcome)
                if outbox:
                    outbox.release(publication)
    return outcome


def unpublish(names: Sequence[str], store: Store) -> list[str]:
    """Remove the articles *names* with their evidence and digests; those that were there."""
    there = [row["name"] for row in store.select(catalog_query(names))]
    if there:
        store.update(removal(there))
    return there


def _changed(publications: Iterable[Publication], known: dict[str, str], outcome: Outcome) -> Iterator[Publication]:
    for publication in publications:
        if known.get(publication.name) == publication.digest:
            outcome.unchanged.append(publication.name)
        else:
            yield publication


def _sort(publication: Publication, known: dict[str, str], outcome: Outcome) -> None:
    (outcome.replaced if publication.name in known else outcome.new).append(publication.name)


def _batches(publications: Iterator[Publication]) -> Iterator[list[Publication]]:
    """Batches in which no name stands twice: of two versions the later goes into a later batch."""
    batch: dict[str, Publication] = {}
    for publication in publications:
        if publication.name in batch or len(batch) == BATCH:
            yield list(batch.values())
            batch = {}
        batch[publication.name] = publication
    if batch:
        yield list(batch.values())


_Sent = tuple[list[Publication], StoreError | None]


class _Options(NamedTuple):
    verify: bool
    only_changes: bool


def _sent(
    workers: ThreadPoolExecutor,
    batches: Iterator[list[Publication]],
    send: Callable[[list[Publication]], _Sent],
) -> Iterator[_Sent]:
    """Each batch with what became of it. After the store was lost, the rest comes back unsent."""
    lost: StoreError | None = None
    under_way: dict[Future[_Sent], set[str]] = {}
    for batch in batches:
        names = {publication.name for publication in batch}
        while under_way and (len(under_way) == WORKERS or any(names & others for others in under_way.values())):
            for sent, error in _finished(under_way):
                lost = lost or (error if isinstance(error, StoreUnavailableError) else None)
                yield sent, error
        if lost:
            yield batch, lost
        else:
            under_way[workers.submit(send, batch)] = names
    while under_way:
        yield from _finished(under_way)


def _finished(under_way: dict[Future[_Sent], set[str]]) -> list[_Sent]:
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in done:
        del under_way[future]
    return [future.result() for future in done]


def _send(store: Store, known: Mapping[str, str], options: "_Options", batch: list[Publication]) -> _Sent:
    try:
        if options.only_changes:
            _send_changes(store, known, batch)
        else:
            store.update(replacement(batch, fresh=not any(publication.name in known for publication in batch)))
        if options.verify:
            _verify(store, batch)
    except StoreError as error:
        return batch, error
    return batch, None


def _send_changes(store: Store, known: Mapping[str, str], batch: list[Publication]) -> None:
    for publication in batch:
        if publication.name in known:
            facts, evidence = (
                store.construct(graph_query(graph)) for graph in (publication.name, publication.evidence_name)
            )
            store.update(change(of_lines(publication.name, facts, evidence), publication))
        else:
            store.update(replacement([publication], fresh=True))


def _verify(store: Store, batch: Sequence[Publication]) -> None:
    """Read back what the store holds: the digest and size in its catalog, and the triples that are really there."""
    names = [publication.name for publication in batch]
    entries = {row["name"]: (row["digest"], row["size"]) for row in store.select(catalog_query(names))}
    counts = {row["graph"]: int(row["size"]) for row in store.select(count_query(names))}
    for publication in batch:
        count = counts.get(publication.name, 0) + counts.get(publication.evidence_name, 0)
        if entries.get(publication.name) != (publication.digest, str(publication.size)) or count != publication.size:
            raise StoreError(
                f"<{publication.name}>: {publication.size} triples were sent, but {count} stand in the store",
                "does something else write into this graph?",
            )
